import { beforeEach, describe, expect, it } from 'vitest';
import { noTabs } from '../../../src/workspace/tabs';
import { Workspace } from '../../../src/workspace/workspace.svelte';

let workspace: Workspace;

beforeEach(() => {
  workspace = new Workspace('Test', {
    files: [
      { path: 'app/models.py', content: 'one' },
      { path: 'app/seeds.py', content: 'two' },
    ],
    emptyDirectories: [],
    tabs: noTabs,
    expanded: [],
  });
});

describe('the workspace', () => {
  it('tells the engine of an edit once, in its last state', () => {
    workspace.edit('app/models.py', 'a');
    workspace.edit('app/models.py', 'b');
    expect(workspace.takeUntold()).toEqual([{ kind: 'written', path: 'app/models.py', content: 'b' }]);
    expect(workspace.takeUntold()).toEqual([]);
  });

  it('says nothing of an edit that changes nothing', () => {
    workspace.edit('app/models.py', 'one');
    expect(workspace.takeUntold()).toEqual([]);
  });

  it('undoes a removal', () => {
    workspace.open('app/models.py');
    workspace.remove('app');
    expect(workspace.files.size).toBe(0);
    expect(workspace.tabs).toEqual(noTabs);
    const removal = workspace.takeLastRemoval();
    expect(removal?.message).toBe('Removed 2 files in app.');
    if (removal?.restore.kind === 'files') workspace.restore(removal.restore.changes);
    expect(workspace.files.get('app/seeds.py')).toBe('two');
  });

  it('can undo what a program removed', () => {
    workspace.applyFromEngine([{ kind: 'removed', path: 'app/seeds.py' }]);
    expect(workspace.lastRemoval?.message).toBe('Removed app/seeds.py.');
    expect(workspace.takeUntold()).toEqual([]);
  });

  it('keeps an edit that a running program has not seen', () => {
    workspace.edit('app/models.py', 'mine');
    workspace.applyFromEngine([
      { kind: 'written', path: 'app/models.py', content: 'theirs' },
      { kind: 'written', path: 'new.py', content: 'x' },
    ]);
    expect(workspace.files.get('app/models.py')).toBe('mine');
    expect(workspace.has('new.py')).toBe(true);
  });

  it('renames with tab and selection', () => {
    workspace.open('app/models.py');
    workspace.rename('app', 'src');
    expect(workspace.tabs.active).toBe('src/models.py');
    expect(workspace.selected).toBe('src');
  });

  it('shows a new file in editor and tree', () => {
    workspace.create('file', 'app/sub/x.py');
    expect(workspace.active).toBe('app/sub/x.py');
    expect([...workspace.expanded]).toEqual(['app', 'app/sub']);
  });

  it('is the same after it was saved and read', () => {
    workspace.create('directory', 'empty');
    const copy = new Workspace('Copy', workspace.contents());
    expect(copy.contents()).toEqual(workspace.contents());
  });
});
