import { expect, test } from '@playwright/test';
import { App } from './support/app';

test('panes are resized with the keyboard and stay so', async ({ page }) => {
  const app = new App(page);
  await app.open();
  const divider = page.getByRole('separator', { name: 'Resize: Work and side panel' });
  const before = (await app.panel.boundingBox())?.width ?? 0;
  await divider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await app.panel.boundingBox())?.width ?? 0).toBeGreaterThan(before + 50);
  const after = (await app.panel.boundingBox())?.width ?? 0;
  // Sizes are kept a moment after the last move.
  await page.waitForTimeout(2000);
  await page.reload();
  await expect.poll(async () => (await app.panel.boundingBox())?.width ?? 0).toBeCloseTo(after, 0);
});

test('under 900 wide the columns are tabs, and the terminal goes on', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 900 });
  const app = new App(page);
  await app.open();
  await expect(app.panel).toBeHidden();
  await page.getByRole('button', { name: 'Revision and database' }).click();
  await expect(app.panel).toBeVisible();
  await expect(app.terminal).toBeHidden();
  await page.getByRole('button', { name: 'Files and terminal' }).click();
  await app.student.ready();
  expect(await app.student.run('echo still here')).toBe('still here\n');
});

test('the list of files can be put away', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await page.getByRole('button', { name: 'Hide files' }).click();
  await expect(app.tree).toHaveCount(0);
  await page.getByRole('button', { name: 'Show files' }).click();
  await expect(app.tree).toBeVisible();
});
