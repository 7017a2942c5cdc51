/** Where panes keep their sizes; paneforge asks for them by key. */
export interface PaneStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}
