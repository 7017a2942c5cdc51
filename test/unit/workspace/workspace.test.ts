import { beforeEach, describe, expect, it, vi } from 'vitest';
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

describe('a fix', () => {
  const source = 'first\nsecond\nthird\n';
  const fix = {
    title: 'Drop `second` first',
    edits: [
      { line: 1, column: 0, endLine: 2, endColumn: 0, text: '' },
      { line: 3, column: 0, endLine: 3, endColumn: 0, text: 'first\n' },
    ],
  };
  const path = 'app/models.py';

  beforeEach(() => {
    workspace.edit(path, source);
    workspace.takeUntold();
  });

  it('is an edit that the engine is told of, and is shown', () => {
    const told = vi.fn();
    workspace.onedit = told;
    workspace.applyFix(path, fix);
    expect(workspace.files.get(path)).toBe('second\nfirst\nthird\n');
    expect(told).toHaveBeenCalledOnce();
    expect(workspace.takeUntold()).toEqual([{ kind: 'written', path, content: 'second\nfirst\nthird\n' }]);
    expect(workspace.active).toBe(path);
    expect(workspace.place).toEqual({ path, line: 1 });
  });

  it('is announced before it shows, so that the editor has what to undo to', () => {
    const seen: unknown[] = [];
    workspace.onfix = (...given) => seen.push([...given, workspace.files.get(path)]);
    workspace.applyFix(path, fix);
    expect(seen).toEqual([[path, source, source]]);
  });

  it('shows the first line that is other than it was', () => {
    const edits = [{ line: 1, column: 0, endLine: 2, endColumn: 6, text: 'first\n2' }];
    workspace.applyFix(path, { title: 'x', edits });
    expect(workspace.place).toEqual({ path, line: 2 });
  });

  it('can be taken back only while the file is as the fix left it', () => {
    workspace.remove('app/seeds.py');
    workspace.applyFix(path, fix);
    const applied = workspace.lastRemoval;
    expect(applied?.message).toBe('Applied: Drop second first.');
    expect(applied?.restore).toMatchObject({ kind: 'fix', before: source });
    workspace.edit(path, 'newer');
    expect(workspace.lastRemoval?.message).toBe('Removed app/seeds.py.');
    workspace.edit(path, 'second\nfirst\nthird\n');
    expect(workspace.takeLastRemoval()).toBe(applied);
    expect(workspace.lastRemoval?.message).toBe('Removed app/seeds.py.');
  });

  it('takes back what is undone, not what merely came last', () => {
    workspace.remove('app/seeds.py');
    workspace.applyFix(path, fix);
    workspace.edit(path, 'newer');
    expect(workspace.takeLastRemoval()?.message).toBe('Removed app/seeds.py.');
    expect(workspace.lastRemoval).toBeNull();
  });

  it('is none for a file that is gone, or is another than it was made for, or would stay the same', () => {
    workspace.applyFix('nowhere.py', fix);
    workspace.applyFix(path, fix, 'an older text');
    workspace.applyFix(path, { title: 'x', edits: [] });
    expect(workspace.files.get(path)).toBe(source);
    expect(workspace.lastRemoval).toBeNull();
    workspace.applyFix(path, fix, source);
    expect(workspace.lastRemoval).not.toBeNull();
  });
});
