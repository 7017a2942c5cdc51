import { describe, expect, test } from 'vitest';
import { FileError } from '../../../../src/engine/files/file-error';
import { FileTree } from '../../../../src/engine/files/file-tree';

function tree(): FileTree {
  const files = new FileTree(() => 1000);
  files.mkdir('/a/b', { parents: true });
  files.write('/a/x.txt', 'hello');
  return files;
}

function codeOf(action: () => void): string {
  try {
    action();
  } catch (error) {
    if (error instanceof FileError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('FileTree', () => {
  test('reads what was written, as bytes and as text', () => {
    const files = tree();
    expect(files.readText('/a/x.txt')).toBe('hello');
    files.append('/a/x.txt', ', world');
    files.append('/a/new.txt', 'made by append');
    expect(files.readText('/a/x.txt')).toBe('hello, world');
    expect(files.read('/a/new.txt')).toHaveLength(14);
  });

  test('an append does not change bytes that were handed out', () => {
    const files = tree();
    const before = files.read('/a/x.txt');
    files.append('/a/x.txt', '!');
    expect(new TextDecoder().decode(before)).toBe('hello');
  });

  test('lists names in C order', () => {
    const files = tree();
    for (const name of ['z', 'B', 'é', '_']) files.write(`/a/${name}`, '');
    expect(files.list('/a')).toEqual(['B', '_', 'b', 'x.txt', 'z', 'é']);
  });

  test('stat tells kind, size and time', () => {
    const files = tree();
    expect(files.stat('/a/x.txt')).toEqual({ kind: 'file', size: 5, mtime: 1000, mode: 0o644 });
    expect(files.stat('/a')?.kind).toBe('directory');
    expect(files.stat('/a/x.txt/y')).toBeNull();
  });

  test('refuses as POSIX does', () => {
    const files = tree();
    expect(codeOf(() => files.read('/none'))).toBe('ENOENT');
    expect(codeOf(() => files.read('/a'))).toBe('EISDIR');
    expect(codeOf(() => files.write('/a', ''))).toBe('EISDIR');
    expect(codeOf(() => files.write('/none/x', ''))).toBe('ENOENT');
    expect(codeOf(() => files.write('/a/x.txt/y', ''))).toBe('ENOTDIR');
    expect(codeOf(() => files.list('/a/x.txt'))).toBe('ENOTDIR');
    expect(codeOf(() => files.mkdir('/a'))).toBe('EEXIST');
    expect(codeOf(() => files.remove('/a'))).toBe('ENOTEMPTY');
    expect(codeOf(() => files.remove('/'))).toBe('EINVAL');
    expect(codeOf(() => files.rename('/a', '/a/b/c'))).toBe('EINVAL');
    expect(codeOf(() => files.rename('/a/x.txt', '/a/b'))).toBe('EISDIR');
    expect(codeOf(() => files.rename('/a/b', '/a/x.txt'))).toBe('ENOTDIR');
    expect(codeOf(() => files.copy('/a', '/c'))).toBe('EISDIR');
    expect(codeOf(() => files.copy('/a', '/a/c', { recursive: true }))).toBe('EINVAL');
  });

  test('a failed rename loses nothing', () => {
    const files = tree();
    expect(codeOf(() => files.rename('/a/x.txt', '/none/x.txt'))).toBe('ENOENT');
    expect(files.readText('/a/x.txt')).toBe('hello');
  });

  test('moves and copies whole directories', () => {
    const files = tree();
    files.write('/a/b/deep', '1');
    files.copy('/a', '/copy', { recursive: true });
    files.rename('/a', '/moved');
    expect([...files.walk('/')].map(([path]) => path)).toEqual([
      '/copy/b/deep',
      '/copy/x.txt',
      '/moved/b/deep',
      '/moved/x.txt',
    ]);
  });

  test('walk gives files and empty directories, and leaves out what is to be skipped', () => {
    const files = tree();
    expect([...files.walk('/a', (name) => name === 'x.txt')].map(([path]) => path)).toEqual(['/a/b']);
  });
});
