import { describe, expect, test } from 'vitest';
import { applyChanges, changesBetween, fillFolder, listFolder } from '../../../../src/engine/files/changes';
import { FileTree } from '../../../../src/engine/files/file-tree';

const ROOT = '/home/student/project';

function project(): FileTree {
  const files = new FileTree();
  fillFolder(files, ROOT, {
    files: [
      { path: 'app/models.py', content: 'x = 1\n' },
      { path: 'app/__pycache__/models.pyc', content: 'never read' },
      { path: 'logo.png', content: Uint8Array.of(0x89, 0x50, 0xff) },
    ],
    emptyDirectories: ['empty'],
    database: null,
  });
  return files;
}

describe('changes of a project folder', () => {
  test('a folder holds what the snapshot says, less what is ignored', () => {
    expect([...listFolder(project(), ROOT).keys()]).toEqual(['app/models.py', 'empty', 'logo.png']);
  });

  test('filling again replaces everything', () => {
    const files = project();
    fillFolder(files, ROOT, { files: [{ path: 'b', content: '' }], emptyDirectories: [], database: null });
    expect([...listFolder(files, ROOT).keys()]).toEqual(['b']);
  });

  test('tells what was written, removed and made, sorted by path', () => {
    const files = project();
    const before = listFolder(files, ROOT);
    files.write(`${ROOT}/app/models.py`, 'x = 2\n');
    files.write(`${ROOT}/empty/a.py`, 'a');
    files.remove(`${ROOT}/logo.png`);
    files.mkdir(`${ROOT}/versions`);
    files.mkdir(`${ROOT}/node_modules`);
    files.write(`${ROOT}/node_modules/x`, 'ignored');
    expect(changesBetween(before, listFolder(files, ROOT))).toEqual([
      { kind: 'written', path: 'app/models.py', content: 'x = 2\n' },
      { kind: 'removed', path: 'empty' },
      { kind: 'written', path: 'empty/a.py', content: 'a' },
      { kind: 'removed', path: 'logo.png' },
      { kind: 'directory', path: 'versions' },
    ]);
  });

  test('writing the same bytes again is no change', () => {
    const files = project();
    const before = listFolder(files, ROOT);
    files.write(`${ROOT}/app/models.py`, 'x = 1\n');
    expect(changesBetween(before, listFolder(files, ROOT))).toEqual([]);
  });

  test('what is not UTF-8 stays bytes', () => {
    const listing = listFolder(project(), ROOT);
    const changes = changesBetween(new Map(), listing);
    expect(changes.find((change) => change.path === 'logo.png')).toEqual({
      kind: 'written',
      path: 'logo.png',
      content: Uint8Array.of(0x89, 0x50, 0xff),
    });
  });

  test('changes lead from one folder to an equal one, a folder that became a file included', () => {
    const a = project();
    const b = project();
    const before = listFolder(a, ROOT);
    a.remove(`${ROOT}/app`, { recursive: true });
    a.write(`${ROOT}/app`, 'now a file');
    applyChanges(b, ROOT, changesBetween(before, listFolder(a, ROOT)));
    expect(listFolder(b, ROOT)).toEqual(listFolder(a, ROOT));
  });
});
