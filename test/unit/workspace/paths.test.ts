import { describe, expect, it } from 'vitest';
import { ancestorsOf, moved, refuseName, toWorkspacePath } from '../../../src/workspace/paths';

describe('paths', () => {
  it('know what lies above them', () => {
    expect(ancestorsOf('a/b/c.py')).toEqual(['a', 'a/b']);
    expect(moved('a/b', 'a', 'c')).toBe('c/b');
    expect(moved('ab', 'a', 'c')).toBeNull();
  });

  it('are found in what programs print', () => {
    expect(toWorkspacePath('/home/student/project/app/x.py')).toBe('app/x.py');
    expect(toWorkspacePath('./x.py', '/home/student/project/app')).toBe('app/x.py');
    expect(toWorkspacePath('/etc/passwd')).toBeNull();
    expect(toWorkspacePath('../outside.py')).toBeNull();
  });

  it('refuse names with a reason', () => {
    expect(refuseName('x.py', new Set())).toBeNull();
    expect(refuseName('a/b.py', new Set())).toBeNull();
    expect(refuseName(' ', new Set())).toBe('Type a name.');
    expect(refuseName('../x', new Set())).toBe('Each part of the path needs a name.');
    expect(refuseName('x.py', new Set(['x.py']))).toBe('x.py exists already.');
  });
});
