import { describe, expect, test } from 'vitest';
import {
  normalise,
  type Observed,
  revisionNames,
  withoutChosenTweets,
  withoutDates,
  withoutFolderOrder,
  withoutHeadOrder,
  withoutPythonVersion,
  withoutScope,
  withoutSequencesSeen,
  withoutTracebackMarks,
} from '../../engine/normalise';

describe('random revision ids', () => {
  const texts = [
    'Generating /p/migrations/versions/0123456789ab_.py ...  done\n',
    '<base> -> fedcba987654 (head)',
  ];

  test('are numbered as they appear, everywhere', () => {
    const step = revisionNames(texts);
    expect(step('fedcba987654 after 0123456789ab')).toBe('<revision 2> after <revision 1>');
  });

  test('that a command gave stay', () => {
    const given = ['migrations/versions/aaaaaaaaaaaa_root.py', 'migrations/versions/cafe00000001_by_hand.py'];
    expect(revisionNames(given)(given.join())).toBe(given.join());
  });
});

test("the Python's version in paths", () => {
  expect(withoutPythonVersion('File "/usr/local/lib/python3.14/abc.py"')).toBe(
    'File "/usr/local/lib/python3.x/abc.py"',
  );
});

test('dates of revisions', () => {
  expect(withoutDates('Create Date: 2024-01-23 00:55:09.318215\n')).toBe('Create Date: <date>\n');
});

describe("the seeds' choices", () => {
  test('in parameters, in any order and quotes', () => {
    expect(withoutChosenTweets(`[parameters: {'user_id__0': 3, 'tweet_content__0': "It's"}]`)).toBe(
      withoutChosenTweets(`[parameters: {'tweet_content__0': 'Hello', 'user_id__0': 1}]`),
    );
  });

  test('in the DETAIL of an error', () => {
    expect(withoutChosenTweets('DETAIL:  Key (user_id)=(4) is not present in table "users".')).toBe(
      'DETAIL:  Key (user_id)=(<user>) is not present in table "users".',
    );
  });
});

test('the order of a listed folder', () => {
  const line = (name: string): string => `Generating /p/migrations/${name} ...  done\n`;
  expect(withoutFolderOrder(line('script.py.mako') + line('README'))).toBe(
    line('README') + line('script.py.mako'),
  );
});

describe('the order of sets', () => {
  test('of heads', () => {
    expect(withoutHeadOrder('INFO\ncccccccccccc (head)\nbbbbbbbbbbbb (head)\n')).toBe(
      'INFO\nbbbbbbbbbbbb (head)\ncccccccccccc (head)\n',
    );
  });

  test('of branches', () => {
    expect(
      withoutHeadOrder('Branches into: c, b\n    -> cccccccccccc (head), x\n    -> bbbbbbbbbbbb (head), y\n'),
    ).toBe('Branches into: b, c\n    -> bbbbbbbbbbbb (head), y\n    -> cccccccccccc (head), x\n');
  });

  test('but not of the history', () => {
    const history = 'bbbbbbbbbbbb -> cccccccccccc (head), x\naaaaaaaaaaaa -> bbbbbbbbbbbb, y\n';
    expect(withoutHeadOrder(history)).toBe(history);
  });
});

test('sequences seen', () => {
  const line =
    "INFO  [alembic.ddl.postgresql] Detected sequence named 'a' as owned by integer column 'a(id)'\n";
  expect(withoutSequencesSeen(`a\n${line}${line}b\n`)).toBe(withoutSequencesSeen(`a\n${line}b\n`));
});

test("a session's scope", () => {
  expect(withoutScope('KeyError: <greenlet.greenlet object at 0x1 (otid=0x2) main>\n')).toBe(
    withoutScope('KeyError: 4012832\n'),
  );
});

describe('marks in tracebacks', () => {
  test('of a call over several lines', () => {
    const modern =
      '  File "a.py", line 1, in f\n    g(\n    ~^\n        1,\n        ^^\n    )\n    ^\nTypeError: no\n';
    expect(withoutTracebackMarks(modern)).toBe('  File "a.py", line 1, in f\n    g(\nTypeError: no\n');
  });

  test('of python -c', () => {
    expect(withoutTracebackMarks('  File "<string>", line 1, in <module>\n    1/0\n    ~^~\nError\n')).toBe(
      '  File "<string>", line 1, in <module>\nError\n',
    );
  });

  test("but not Postgres's caret", () => {
    const error = 'LINE 1: select 1 from nothing\n                      ^\n';
    expect(withoutTracebackMarks(error)).toBe(error);
  });

  test('are compared where the recording has them', () => {
    const output = '  File "a.py", line 1, in f\n    g(1)\n    ~^^^\n';
    const observed: Observed = {
      commands: [{ line: 'python a.py', exitCode: 1, output }],
      files: { changed: {}, removed: [] },
      database: { heads: [], schemas: [] },
    };
    expect(normalise(observed, '3.13.0').commands[0]?.output).toBe(output);
    expect(normalise(observed, '3.11.7').commands[0]?.output).not.toBe(output);
  });
});
