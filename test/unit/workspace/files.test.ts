import { describe, expect, it } from 'vitest';
import {
  applyChanges,
  exists,
  isDirectory,
  refuseName,
  removalOf,
  renameOf,
  restorationOf,
  type Content,
} from '../../../src/workspace/files';
import { describeRemoval } from '../../../src/workspace/removals';

function tree(...paths: string[]) {
  const files = new Map<string, Content>();
  const emptyDirectories = new Set<string>();
  for (const path of paths) {
    if (path.endsWith('/')) emptyDirectories.add(path.slice(0, -1));
    else files.set(path, `text of ${path}`);
  }
  return { files, emptyDirectories };
}

function listed({ files, emptyDirectories }: ReturnType<typeof tree>): string[] {
  return [...files.keys(), ...[...emptyDirectories].map((path) => `${path}/`)].sort();
}

describe('changes of files', () => {
  it('removes a directory with all that it holds and keeps the one above', () => {
    const project = tree('app/models/user.py', 'app/models/deep/x.py', 'README.md');
    applyChanges(project, removalOf(project, 'app/models'));
    expect(listed(project)).toEqual(['README.md', 'app/']);
  });

  it('renames a directory, and moves a file out of one that stays', () => {
    const project = tree('a/x.py', 'a/b/');
    applyChanges(project, renameOf(project, 'a', 'c'));
    expect(listed(project)).toEqual(['c/b/', 'c/x.py']);
    applyChanges(project, removalOf(project, 'c/b'));
    applyChanges(project, renameOf(project, 'c/x.py', 'x.py'));
    expect(listed(project)).toEqual(['c/', 'x.py']);
  });

  it('forgets that a directory was empty when something is written into it', () => {
    const project = tree('a/b/');
    applyChanges(project, [{ kind: 'written', path: 'a/b/c.py', content: '' }]);
    expect(listed(project)).toEqual(['a/b/c.py']);
    expect(isDirectory(project, 'a/b')).toBe(true);
    expect(exists(project, 'a/c')).toBe(false);
  });

  it('brings back exactly what a removal took', () => {
    const project = tree('app/a.py', 'app/b.py', 'app/c/');
    const before = listed(project);
    const removal = removalOf(project, 'app');
    const restoration = restorationOf(project, removal);
    applyChanges(project, removal);
    applyChanges(project, restoration);
    expect(listed(project)).toEqual(before);
    expect(describeRemoval(restoration)).toBe('Removed 3 files in app.');
  });

  it('takes a moved file, and a directory that is no longer empty, for no removal', () => {
    const project = tree('a.py', 'versions/');
    const moved = [
      { kind: 'removed' as const, path: 'a.py' },
      { kind: 'written' as const, path: 'b.py', content: 'text of a.py' },
      { kind: 'removed' as const, path: 'versions' },
      { kind: 'written' as const, path: 'versions/1_.py', content: 'x' },
    ];
    expect(restorationOf(project, moved)).toEqual([]);
  });

  it('refuses names with a reason', () => {
    const project = tree('app/x.py');
    expect(refuseName(project, 'app', 'y.py')).toBeNull();
    expect(refuseName(project, 'app', 'deep/y.py')).toBeNull();
    expect(refuseName(project, 'app', ' ')).toBe('Type a name.');
    expect(refuseName(project, 'app', '../x')).toBe('Each part of the path needs a name.');
    expect(refuseName(project, 'app', 'x.py')).toBe('x.py exists already.');
    expect(refuseName(project, 'app', 'x.py/y')).toBe('app/x.py is a file, not a folder.');
  });
});
