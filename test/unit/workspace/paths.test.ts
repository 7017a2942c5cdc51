import { describe, expect, it } from 'vitest';
import { ancestorsOf, moved, toWorkspacePath } from '../../../src/workspace/paths';

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
});
