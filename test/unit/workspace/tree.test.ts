import { describe, expect, it } from 'vitest';
import { moveInTree, visibleRows } from '../../../src/workspace/tree';

const project = {
  files: new Map([
    ['app/models/user.py', ''],
    ['app/__init__.py', ''],
    ['README.md', ''],
    ['.env', ''],
  ]),
  emptyDirectories: new Set(['migrations/versions']),
};

const rows = (...open: string[]) => visibleRows(project, new Set(open));

describe('the tree', () => {
  it('shows directories first, and what an open one holds', () => {
    expect(rows().map((row) => row.path)).toEqual(['app', 'migrations', '.env', 'README.md']);
    expect(rows('app', 'migrations').map((row) => `${'  '.repeat(row.level - 1)}${row.name}`)).toEqual([
      'app',
      '  models',
      '  __init__.py',
      'migrations',
      '  versions',
      '.env',
      'README.md',
    ]);
  });

  it('counts siblings as ARIA wants it', () => {
    expect(rows('app')[2]).toMatchObject({ path: 'app/__init__.py', level: 2, position: 2, siblings: 2 });
  });

  it('moves by the arrow keys', () => {
    expect(moveInTree(rows('app'), 'app', 'ArrowDown')).toEqual({ select: 'app/models' });
    expect(moveInTree(rows('app'), 'app', 'ArrowRight')).toEqual({ select: 'app/models' });
    expect(moveInTree(rows(), 'app', 'ArrowRight')).toEqual({ expand: 'app' });
    expect(moveInTree(rows('app'), 'app', 'ArrowLeft')).toEqual({ collapse: 'app' });
    expect(moveInTree(rows('app'), 'app/models', 'ArrowLeft')).toEqual({ select: 'app' });
    expect(moveInTree(rows(), null, 'ArrowDown')).toEqual({ select: 'app' });
    expect(moveInTree(rows(), 'app', 'End')).toEqual({ select: 'README.md' });
    expect(moveInTree(rows(), 'README.md', 'ArrowDown')).toBeNull();
  });
});
