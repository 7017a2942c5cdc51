/** The editor's tabs, as pure transitions. */
import { moved } from './paths';

export interface Tabs {
  readonly open: readonly string[];
  readonly active: string | null;
}

export const noTabs: Tabs = { open: [], active: null };

/** Opens a file beside the active one, or goes to it when it is open. */
export function openTab(tabs: Tabs, path: string): Tabs {
  if (tabs.open.includes(path)) return { ...tabs, active: path };
  const after = tabs.active === null ? tabs.open.length : tabs.open.indexOf(tabs.active) + 1;
  return { open: [...tabs.open.slice(0, after), path, ...tabs.open.slice(after)], active: path };
}

/** Closes a tab; its right neighbour, else its left one, takes over. */
export function closeTab(tabs: Tabs, path: string): Tabs {
  const index = tabs.open.indexOf(path);
  if (index < 0) return tabs;
  const open = tabs.open.filter((other) => other !== path);
  const active = tabs.active === path ? (open[index] ?? open[index - 1] ?? null) : tabs.active;
  return { open, active };
}

/** Follows a file or directory that was renamed. */
export function renameTabs(tabs: Tabs, from: string, to: string): Tabs {
  const rename = (path: string): string => moved(path, from, to) ?? path;
  return { open: tabs.open.map(rename), active: tabs.active === null ? null : rename(tabs.active) };
}

/** Closes the tabs of files that are gone. */
export function keepTabs(tabs: Tabs, isThere: (path: string) => boolean): Tabs {
  return tabs.open.filter((path) => !isThere(path)).reduce(closeTab, tabs);
}
