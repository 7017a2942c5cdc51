import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openArchive } from '../../../../src/engine/files/archive';
import { FileTree } from '../../../../src/engine/files/file-tree';

function mounted(zip: Uint8Array): FileTree {
  const files = new FileTree();
  files.root.entries.set('zip', openArchive(zip));
  return files;
}

test('shows stored and deflated entries as files in directories', () => {
  const long = 'abc '.repeat(1000);
  const files = mounted(
    zipSync({ 'pkg/a.py': [strToU8(long), { level: 9 }], 'pkg/sub/b.txt': [strToU8('b'), { level: 0 }] }),
  );
  expect(files.readText('/zip/pkg/a.py')).toBe(long);
  expect(files.stat('/zip/pkg/a.py')?.size).toBe(4000);
  expect(files.readText('/zip/pkg/sub/b.txt')).toBe('b');
  expect(files.list('/zip/pkg')).toEqual(['a.py', 'sub']);
});

test('an empty zip is an empty directory', () => {
  expect(mounted(zipSync({})).list('/zip')).toEqual([]);
});

test('bytes that are no zip are refused', () => {
  expect(() => openArchive(strToU8('<!doctype html> this is what a wrong address answers'))).toThrow(
    'not a zip',
  );
});
