import { expect, test } from 'vitest';
import { directoryNode, FileTree } from '../../../../src/engine/files/file-tree';
import { copyInto } from '../../../../src/engine/files/overlay';

test('what happens on either side of a copy does not show on the other', () => {
  const files = new FileTree();
  files.mkdir('/project/app', { parents: true });
  files.write('/project/app/a.py', 'a');
  files.write('/project/b.py', 'b');
  const copy = new FileTree();
  copyInto(copy.root, files.root);
  copy.write('/project/app/a.py', 'changed');
  copy.remove('/project/b.py');
  copy.mkdir('/project/new');
  files.write('/project/c.py', 'c');
  expect([files.readText('/project/app/a.py'), files.list('/project')]).toEqual([
    'a',
    ['app', 'b.py', 'c.py'],
  ]);
  expect([copy.readText('/project/app/a.py'), copy.list('/project')]).toEqual(['changed', ['app', 'new']]);
});

test('a copy takes the place of all that was there', () => {
  const source = directoryNode(5);
  const target = new FileTree();
  target.write('/old', 'old');
  copyInto(target.root, source);
  expect([target.list('/'), target.root.mtime]).toEqual([[], 5]);
});
