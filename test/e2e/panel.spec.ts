import { expect, test } from '@playwright/test';
import { App } from './support/app';

test('what belongs together lights up, by mouse and by keyboard', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  const operation = app.panel.locator('[data-step="up:2"]');
  const step = app.panel.locator('[data-step="down:2"]');
  const table = app.panel.getByRole('button', { name: /^2 tweets/ });
  await expect(operation).toContainText('Creates the table tweets');
  await expect(table).toBeVisible();

  await step.hover();
  for (const part of [step, operation, table]) await expect(part).toHaveClass(/\blit\b/);
  await page.mouse.move(0, 0);
  await expect(operation).not.toHaveClass(/\blit\b/);

  // One stop of the Tab key for the whole list; the arrow keys go on from there.
  const steps = app.panel.getByRole('list', { name: 'Steps of the downgrade' });
  await expect(steps.locator('li[tabindex="0"]')).toHaveCount(1);
  await steps.locator('li[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(step).toBeFocused();
  for (const part of [operation, table]) await expect(part).toHaveClass(/\blit\b/);
  await expect(steps.locator('li[tabindex="0"]')).toHaveCount(1);

  // The pending revision has no file yet: Enter leads to the line in the text that the panel shows.
  await page.keyboard.press('Enter');
  const line = app.panel.locator('[data-line]:focus');
  await expect(line).toContainText("op.drop_table('tweets')");
  await expect(line).toHaveClass(/\blit\b/);
  await expect(step).toHaveClass(/\blit\b/);

  // From a table of the graph to its step.
  await table.focus();
  await page.keyboard.press('Enter');
  await expect(step).toBeFocused();

  await app.panel.getByRole('tab', { name: 'SQL' }).click();
  const statements = app.panel.getByRole('list', { name: 'SQL of the downgrade' }).getByRole('listitem');
  await statements.nth(1).hover();
  await expect(statements.nth(1)).toContainText('DROP TABLE tweets;');
  await expect(statements.nth(1)).toHaveClass(/\blit\b/);
  const upgrade = app.panel.getByRole('list', { name: 'SQL of the upgrade' }).getByRole('listitem');
  await expect(upgrade.nth(1)).toHaveClass(/\blit\b/);
});

test('a revision is chosen and pinned', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  await app.student.run('flask db init');
  await app.student.run('flask db migrate -m first');
  const pin = app.panel.getByRole('button', { name: 'Pin' });
  await expect(pin).toHaveAttribute('aria-pressed', 'false');
  await app.panel.getByRole('combobox', { name: 'Revision on show: first' }).press('Enter');
  await expect(page.getByRole('option', { name: /^first/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'false');

  await app.panel.getByRole('button', { name: 'Run flask db upgrade' }).click();
  await expect(app.panel.getByText('head', { exact: true })).toBeVisible();
});
