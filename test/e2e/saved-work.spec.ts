import { expect, test } from '@playwright/test';
import { App } from './support/app';

test('files, tabs, database, history and what was printed survive a reload', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  await app.student.run('flask db init');
  await app.student.run('flask db migrate');
  await app.student.run('flask db upgrade');
  await app.student.run('flask seed all');
  await app.row('user.py').click();
  await app.student.ready();
  await page.reload();
  await app.student.ready();
  await expect(app.tab('user.py')).toHaveAttribute('aria-selected', 'true');
  expect(await app.screen()).toContain('flask seed all');
  await expect(app.panel.getByText('3 operations, in order')).toBeVisible();
  expect(await app.student.run('flask db current')).toContain('(head)');
  await app.panel.getByRole('tab', { name: 'Database' }).click();
  await expect(app.panel.locator('summary', { hasText: 'users' })).toContainText('4 rows');
});

test('reset empties files and database, and can be undone', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  await app.student.run('flask db init');
  await app.student.run('flask db migrate');
  await app.student.run('flask db upgrade');
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click();
  await expect(app.row('migrations')).toHaveCount(0);
  await app.student.ready();
  await app.panel.getByRole('tab', { name: 'Database' }).click();
  await expect(app.panel.getByText('No tables yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await app.student.ready();
  await expect(app.row('migrations')).toBeVisible();
  await expect(app.panel.locator('summary', { hasText: 'users' })).toBeVisible();
});

test('a second tab does not write over the first one’s work unasked', async ({ page, context }) => {
  const first = new App(page);
  await first.open();
  const second = new App(await context.newPage());
  await second.open();
  await second.row('user.py').click();
  await second.saved();
  await expect(page.getByText('was changed in another tab')).toBeVisible();
  await first.row('seeds').click();
  await page.getByRole('button', { name: 'Keep this one' }).click();
  await first.saved();
  await expect(second.page.getByText('was changed in another tab')).toBeVisible();
});

test('without storage the page says so once and works on', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  const app = new App(page);
  await app.open();
  await expect(page.getByText('does not let the page keep anything')).toBeVisible();
  await app.row('user.py').click();
  await expect(app.tab('user.py')).toBeVisible();
});

test('the theme is kept', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
