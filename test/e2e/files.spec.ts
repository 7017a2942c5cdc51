import { expect, test } from '@playwright/test';
import { App } from './support/app';

test('files are made, named, edited and removed by mouse, before the engine is up', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.row('templates').click();
  await page.getByRole('button', { name: 'New file' }).click();
  await page.getByRole('textbox', { name: 'Name of the file' }).fill('index.html');
  await expect(page.getByText('index.html exists already.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of the file' }).fill('about.html');
  await page.keyboard.press('Enter');
  await expect(app.tab('about.html')).toHaveAttribute('aria-selected', 'true');
  await app.editor.locator('.view-lines').click();
  await page.keyboard.type('<p>About</p>');
  await app.saved();
  expect(await app.student.file('app/templates/about.html')).toBe('<p>About</p>');

  await app.row('about.html').hover();
  await page.getByRole('button', { name: 'Rename about.html' }).click();
  await page.keyboard.type('us');
  await page.keyboard.press('Enter');
  await expect(app.tab('us.html')).toBeVisible();
  await app.editor.locator('.view-lines').click();
  await page.keyboard.press('Control+z');
  await app.saved();
  expect(await app.student.file('app/templates/us.html')).toBe('');

  await app.row('us.html').hover();
  await page.getByRole('button', { name: 'Delete us.html' }).click();
  await expect(app.tab('us.html')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(app.tab('us.html')).toBeVisible();
});

test('the tree is worked with the keyboard alone', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.row('tweet.py').focus();
  await page.keyboard.press('Home');
  await expect(app.row('app')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(app.row('app')).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(app.row('models')).toBeFocused();
  await page.keyboard.press('End');
  await expect(app.row('requirements.txt')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.tab('requirements.txt')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('F2');
  await page.keyboard.type('needs');
  await page.keyboard.press('Enter');
  await expect(app.row('needs.txt')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(app.row('needs.txt')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(app.row('needs.txt')).toBeVisible();
});

test('tabs go by arrow keys and close with Delete', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.row('user.py').click();
  await app.tab('user.py').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(app.tab('tweet.py')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(app.tab('tweet.py')).toHaveCount(0);
  await expect(app.tab('user.py')).toHaveAttribute('aria-selected', 'true');
});

test('each file keeps its own undo', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.editor.locator('.view-lines').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('#one');
  await app.row('user.py').click();
  await app.editor.locator('.view-lines').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('#two');
  await app.tab('tweet.py').click();
  await app.editor.locator('.view-lines').click();
  await page.keyboard.press('Control+z');
  await app.saved();
  expect(await app.student.file('app/models/tweet.py')).not.toContain('#one');
  expect(await app.student.file('app/models/user.py')).toContain('#two');
});
