import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../../src/engine/cli/arguments';

describe('stillroom run', () => {
  test('takes a folder, options and command lines', () => {
    expect(parseArguments(['run', 'app', '--db', 'x.sql', '--json', '--', 'flask db init', 'ls'])).toEqual({
      directory: 'app',
      database: 'x.sql',
      json: true,
      lines: ['flask db init', 'ls'],
    });
    expect(parseArguments(['run', '--db=x', 'app', '--', 'ls --json'])).toEqual({
      directory: 'app',
      database: 'x',
      json: false,
      lines: ['ls --json'],
    });
  });

  test.each([
    [[], 'a command is missing'],
    [['walk'], 'there is no command "walk"'],
    [['run', 'app'], 'put them after --'],
    [['run', 'app', '--'], 'no command line after --'],
    [['run', '--', 'ls'], 'the project folder is missing'],
    [['run', 'a', 'b', '--', 'ls'], 'one project folder, please: "a" or "b"?'],
    [['run', 'a', '--db', '--', 'ls'], '--db needs a file'],
    [['run', 'a', '--quiet', '--', 'ls'], 'there is no option --quiet'],
  ])('%j: %s', (args, message) => {
    expect(() => parseArguments(args)).toThrow(message);
  });
});
