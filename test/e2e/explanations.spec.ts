import { expect, test, type Locator } from '@playwright/test';
import { App } from './support/app';

test('a revision’s names are explained, by mouse and by keyboard, and those of other files are not', async ({
  page,
}) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  await app.student.run('flask db init');
  const migrate = await app.student.run('flask db migrate');
  const [, file = ''] = /versions\/([0-9a-f]{12}_\.py)/.exec(migrate) ?? [];
  await expect(app.tab(file)).toHaveAttribute('aria-selected', 'true');

  const hover = page.locator('.monaco-hover:visible');
  const line = (text: string): Locator => app.editor.locator('.view-line', { hasText: text });
  /** Goes to `create_table` with the keyboard, and asks what it is. */
  const ask = async (): Promise<void> => {
    await line('op.create_table(').first().click();
    await page.mouse.move(0, 0);
    await page.keyboard.press('Home');
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
  };
  await ask();
  await expect(hover).toContainText('op.create_table');
  await expect(hover).toContainText('Creates a table');
  await expect(hover.getByRole('link', { name: 'Alembic’s documentation' })).toHaveAttribute(
    'data-href',
    'https://alembic.sqlalchemy.org/en/latest/ops.html#alembic.operations.Operations.create_table',
  );
  await page.keyboard.press('Escape');
  await expect(hover).toHaveCount(0);

  await line('import op').hover({ position: { x: 60, y: 10 } });
  await expect(hover).toContainText('The library that writes revisions and runs them.');
  await page.mouse.move(0, 0);
  await expect(hover).toHaveCount(0);

  await app.student.run(`cp migrations/versions/${file} app/copy.py`);
  await app.row('copy.py').click();
  await expect(app.tab('copy.py')).toHaveAttribute('aria-selected', 'true');
  await ask();
  await page.waitForTimeout(1_000);
  await expect(hover).toHaveCount(0);
});
