import { describe, expect, it } from 'vitest';
import { closeTab, keepTabs, openTab, renameTabs } from '../../../src/workspace/tabs';

const tabs = { open: ['a', 'b', 'c'], active: 'b' };

describe('tabs', () => {
  it('open beside the active one', () => {
    expect(openTab(tabs, 'x')).toEqual({ open: ['a', 'b', 'x', 'c'], active: 'x' });
    expect(openTab(tabs, 'c')).toEqual({ open: ['a', 'b', 'c'], active: 'c' });
  });

  it('hand over to a neighbour when the active one closes', () => {
    expect(closeTab(tabs, 'b')).toEqual({ open: ['a', 'c'], active: 'c' });
    expect(closeTab({ open: ['a', 'b'], active: 'b' }, 'b')).toEqual({ open: ['a'], active: 'a' });
    expect(closeTab(tabs, 'a').active).toBe('b');
  });

  it('follow renames of files and of folders', () => {
    expect(renameTabs({ open: ['app/x.py', 'application'], active: 'app/x.py' }, 'app', 'src')).toEqual({
      open: ['src/x.py', 'application'],
      active: 'src/x.py',
    });
  });

  it('close when their files are gone', () => {
    expect(keepTabs(tabs, (path) => path === 'a')).toEqual({ open: ['a'], active: 'a' });
  });
});
