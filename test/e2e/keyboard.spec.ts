import { expect, test } from '@playwright/test';
import { App } from './support/app';

/** Which part of the page has the focus. */
function region(page: App['page']): Promise<string | undefined> {
  return page.evaluate(
    () => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'],
  );
}

test('F6 goes through the parts of the page, and back with Shift', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await expect(app.terminal.locator('.xterm-screen')).toBeVisible();
  const seen: (string | undefined)[] = [];
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('F6');
    seen.push(await region(page));
  }
  expect(seen).toEqual(['header', 'files', 'editor', 'terminal', 'panel']);
  await page.keyboard.press('Shift+F6');
  expect(await region(page)).toBe('terminal');
});

test('neither terminal nor editor keeps the focus for good', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.terminal.locator('.xterm-screen').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await region(page)).toBe('panel');

  await app.editor.locator('.view-lines').click();
  await page.keyboard.press('Control+m');
  await expect(app.editor.getByRole('button', { name: /Tab leaves the editor/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(app.editor.getByRole('textbox', { name: 'Editor' })).not.toBeFocused();
});

test('Tab alone reaches every part', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.editor.getByRole('button', { name: /Tab indents/ }).click();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const seen = new Set<string | undefined>();
  for (let i = 0; i < 60; i++) {
    // Out of the terminal Tab goes after Escape, as its bar says.
    if ((await region(page)) === 'terminal') await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    seen.add(await region(page));
  }
  expect([...seen]).toEqual(expect.arrayContaining(['header', 'files', 'editor', 'terminal', 'panel']));
});
