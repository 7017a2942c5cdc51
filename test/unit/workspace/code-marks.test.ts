import { expect, it } from 'vitest';
import { pathsWithErrors } from '../../../src/workspace/code-marks';

it('names the files that have an error, once, and none for a warning', () => {
  const problem = { line: 1, message: 'x' };
  expect([
    ...pathsWithErrors([
      { ...problem, path: 'a.py', severity: 'error' },
      { ...problem, path: 'b.py', severity: 'warning' },
      { ...problem, path: 'a.py', severity: 'error' },
    ]),
  ]).toEqual(['a.py']);
});
