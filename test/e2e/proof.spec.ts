import { expect, test } from '@playwright/test';
import { Student } from './support/student';

/** An endless loop that only PostgreSQL meets: what records the revision for the panel does not run it. */
const LOOP = `from alembic import op
revision, down_revision = "loops000", "first000"
def upgrade(): op.execute("do $$ begin loop null; end loop; end $$")
def downgrade(): pass`;

test.describe('stillroom prove', () => {
  test('proves a revision and leaves everything as it was', async ({ page }) => {
    const student = new Student(page);
    await student.open('');
    for (const line of [
      'flask db init',
      'flask db migrate --rev-id first000',
      'flask db upgrade',
      'flask seed all',
    ])
      await student.run(line);
    const files = await student.run('find . -type f | sort');
    const proof = await student.run('stillroom prove');
    expect(proof).toContain('Passed, in ');
    expect(proof).toContain('23 rows of `tweet_images`, `tweets` and `users` go with the tables');
    expect(await student.run('echo $?')).toBe('0\n');
    expect(await student.run('find . -type f | sort')).toBe(files);
    expect(await student.run('flask seed undo && echo emptied')).toBe('emptied\n');
  });

  test('is ended with the engine where a migration loops, and the database comes back', async ({ page }) => {
    const student = new Student(page);
    await student.open('');
    for (const line of [
      'flask db init',
      'flask db migrate --rev-id first000',
      'flask db upgrade',
      'flask seed all',
    ])
      await student.run(line);
    await student.run(`printf '${LOOP.replaceAll('\n', '\\n')}' > migrations/versions/loops000_.py`);
    await page.click('.xterm-screen');
    await page.keyboard.type('stillroom prove\n');
    await page.waitForSelector('[data-engine="running"]');
    await page.waitForTimeout(10_000);
    await page.getByRole('button', { name: /^Stop/ }).click();
    await student.ready();
    await expect(page.locator('.xterm-rows')).toContainText('is undone');
    expect(await student.run('flask db current')).toContain('first000');
    expect(await student.run('stillroom prove first000')).toContain('Passed, in ');
  });
});
