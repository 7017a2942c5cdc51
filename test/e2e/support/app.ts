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

  /** Types a line into the file that is shown, after one of its lines (counted from 1), as far in as that one is. */
  async typeAfterLine(line: number, text: string): Promise<void> {
    await this.goToLine(line);
    await this.page.keyboard.press('End');
    await this.page.keyboard.type(`\n${text}`);
  }

  async deleteLine(line: number): Promise<void> {
    await this.goToLine(line);
    await this.page.keyboard.press('Control+Shift+k');
  }

  private async goToLine(line: number): Promise<void> {
    await this.editor.locator('.view-lines').click();
    await this.page.keyboard.press('Control+Home');
    for (let down = 1; down < line; down++) await this.page.keyboard.press('ArrowDown');
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
