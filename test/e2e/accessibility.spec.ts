import { expect, test, type Page } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';
import { App } from './support/app';

/** What axe finds wrong, in short. */
async function problems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const app = new App(page);
    await app.open();
    await app.student.ready();
    expect(await problems(page)).toEqual([]);
    await app.student.run('flask db init');
    await app.student.run('flask db migrate');
    await expect(app.panel.getByText('3 operations, in order')).toBeVisible();
    expect(await problems(page)).toEqual([]);
    await app.panel.getByRole('tab', { name: 'SQL' }).click();
    await expect(app.panel.getByText('DROP TABLE').first()).toBeVisible();
    expect(await problems(page)).toEqual([]);
    await app.panel.getByRole('tab', { name: 'Database' }).click();
    await app.student.run('flask db upgrade');
    await page.getByRole('button', { name: 'New file' }).click();
    expect(await problems(page)).toEqual([]);
  });

  test(`axe finds nothing wrong in dialog and menu (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await new App(page).open();
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await problems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Theme' }).click();
    expect(await problems(page)).toEqual([]);
  });
}

test('the end of a command is said', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  await app.student.run('false');
  await expect(
    page.getByRole('status').filter({ hasText: 'Command ended with exit code 1.' }),
  ).toBeAttached();
});
