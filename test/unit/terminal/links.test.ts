import { describe, expect, it } from 'vitest';
import { findLinks, lastPlace } from '../../../src/terminal/links';

const files = new Set(['app/models.py', 'migrations/versions/8aead516a74e_.py', 'README.md']);
const isFile = (path: string): boolean => files.has(path);
const cwd = '/home/student/project';
const found = (text: string, at = cwd) =>
  findLinks(text, at, isFile).map(({ start, end, path, line }) => [text.slice(start, end), path, line]);

describe('links in output', () => {
  it('finds the place that a traceback names', () => {
    expect(found('  File "/home/student/project/app/models.py", line 3, in <module>')).toEqual([
      ['File "/home/student/project/app/models.py", line 3', 'app/models.py', 3],
    ]);
  });

  it('finds paths as they stand, with or without a line', () => {
    expect(found('see app/models.py:12 and README.md.')).toEqual([
      ['app/models.py:12', 'app/models.py', 12],
      ['README.md', 'README.md', null],
    ]);
    expect(
      found('  Generating /home/student/project/migrations/versions/8aead516a74e_.py ...  done'),
    ).toMatchObject([
      ['/home/student/project/migrations/versions/8aead516a74e_.py', expect.anything(), null],
    ]);
  });

  it('reads paths from where the shell stands', () => {
    expect(found('models.py', `${cwd}/app`)).toEqual([['models.py', 'app/models.py', null]]);
    expect(found('../README.md', `${cwd}/app`)).toEqual([['../README.md', 'README.md', null]]);
  });

  it('leaves alone what is no file of the workspace', () => {
    expect(found('File "/usr/local/lib/python3.14/site-packages/flask/app.py", line 1')).toEqual([]);
    expect(found('app models')).toEqual([]);
  });

  it('knows where a traceback ends', () => {
    const output = [
      '  File "/home/student/project/app/models.py", line 3, in <module>',
      '  File "/usr/local/lib/python3.14/x.py", line 9, in y',
      'NameError: README.md',
    ].join('\n');
    expect(lastPlace(output, cwd, isFile)).toMatchObject({ path: 'app/models.py', line: 3 });
    const coloured = 'File \x1b[35m"/home/student/project/app/models.py"\x1b[0m, line \x1b[35m7\x1b[0m';
    expect(lastPlace(coloured, cwd, isFile)).toMatchObject({ path: 'app/models.py', line: 7 });
    expect(lastPlace('done', cwd, isFile)).toBeNull();
  });
});
