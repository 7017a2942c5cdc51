import { expect, test } from '@playwright/test';
import type { StackName } from '../../src/engine/types';
import { App } from './support/app';
import { toStack } from './support/course-path';

const COLUMN = 'likes = db.Column(db.Integer, nullable=False)';

for (const stack of ['course', 'current'] as StackName[]) {
  test(`typing in a model shows what flask db migrate would write, and what will come of it (${stack})`, async ({
    page,
  }) => {
    const app = new App(page);
    await app.open();
    await app.student.ready();
    await toStack(app.student, stack);
    await expect(app.panel).toContainText('Pending revision');
    await expect(app.panel).toContainText('Creates the table tweet_images with 3 columns');
    for (const line of ['flask db init', 'flask db migrate', 'flask db upgrade', 'flask seed all'])
      await app.student.run(line);

    await app.tab('tweet.py').click();
    await app.typeAfterLine(9, COLUMN);
    await expect(app.panel).toContainText('Adds the column likes (INTEGER) to tweets');
    await expect(app.panel).toContainText('Adds the NOT NULL column likes to tweets, which has 10 rows');
    await expect(app.panel).toContainText('Drops the column likes of tweets');

    // Typing goes on; what cannot be read is marked, and the last revision that could be stays.
    await app.typeAfterLine(10, 'foo(');
    await expect(app.panel).toContainText('The models cannot be read.');
    await expect(app.panel).toContainText('Adds the column likes (INTEGER) to tweets');
    await expect(app.editor.locator('.squiggly-error')).toBeVisible();
    await app.deleteLine(11);
    await expect(app.panel).not.toContainText('The models cannot be read.');

    // What was shown is what is written, what was foretold is what happens, and the fix makes it pass.
    expect(await app.student.run('flask db migrate -m likes')).toContain(
      "Detected added column 'tweets.likes'",
    );
    await expect(app.panel).toContainText('not applied');
    expect(await app.student.run('flask db upgrade')).toContain('NotNullViolation');
    await app.panel.getByRole('button', { name: /Give likes a default/ }).click();
    await expect(app.panel).toContainText('rows that are there already get 0');
    expect(await app.student.run('flask db upgrade')).toContain('Running upgrade');
    await expect(app.panel).toContainText('head');
  });
}

test('models that do not come back are stopped, and neither typing nor the terminal waits for them', async ({
  page,
}) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  await expect(app.panel).toContainText('Pending revision');

  // Python's own loop can be reached by a signal.
  await app.typeAfterLine(1, 'while True: pass');
  await expect(app.panel).toContainText('did not come back', { timeout: 30_000 });
  expect(await app.student.run('echo at once')).toBe('at once\n');

  // A loop in C cannot: the engine is replaced, and goes on from its last checkpoint.
  await app.tab('tweet.py').click();
  await app.deleteLine(2);
  await expect(app.panel).not.toContainText('did not come back');
  await app.student.run('flask db init');
  await app.tab('tweet.py').click();
  await app.typeAfterLine(1, 'sum(range(10**13))');
  await expect(app.panel).toContainText('did not come back', { timeout: 60_000 });
  await app.student.ready();
  expect(await app.student.run('ls')).toContain('migrations');
  await expect(app.editor).toContainText('sum(range(10**13))');
});
