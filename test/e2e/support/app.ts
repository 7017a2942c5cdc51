import { expect, type Locator, type Page } from '@playwright/test';
import { Student } from './student';

/** The parts of the page by the names that a reader of the screen hears. */
export class App {
  readonly student: Student;
  readonly tree: Locator;
  readonly tabs: Locator;
  readonly editor: Locator;
  readonly terminal: Locator;
  readonly panel: Locator;

  constructor(readonly page: Page) {
    this.student = new Student(page);
    this.tree = page.getByRole('tree', { name: 'Files' });
    this.tabs = page.getByRole('tablist', { name: 'Open files' });
    this.editor = page.getByRole('region', { name: 'Editor', exact: true });
    this.terminal = page.getByRole('region', { name: 'Terminal', exact: true });
    this.panel = page.getByRole('region', { name: 'Revision and database' });
  }

  /** Opens the page; files and editor are there before the engine is. */
  async open(): Promise<void> {
    await this.page.goto('');
    await expect(this.editor.locator('.view-lines')).toBeVisible({ timeout: 30_000 });
  }

  row(name: string): Locator {
    return this.tree.getByRole('treeitem', { name, exact: true });
  }

  tab(name: string): Locator {
    return this.tabs.getByRole('tab', { name });
  }

  /** What is on the terminal's screen. */
  screen(): Promise<string> {
    return this.terminal.locator('.xterm-rows').innerText();
  }

  /** Waits until the last change is kept. */
  async saved(): Promise<void> {
    await expect(this.page.locator('[data-saved="saved"]')).toBeVisible();
  }
}
