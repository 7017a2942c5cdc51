import { expect, test, type Page } from '@playwright/test';
import { Student } from './support/student';

/** Starts a command line and waits until it runs. */
async function start(page: Page, line: string): Promise<void> {
  await page.click('.xterm-screen');
  await page.keyboard.type(`${line}\n`);
  await page.waitForSelector('[data-engine="running"]');
}

test.describe('Ctrl-C', () => {
  test('raises KeyboardInterrupt where the program can be reached', async ({ page }) => {
    const student = new Student(page);
    await student.open('');
    await student.run(`echo 'import time; print("asleep", flush=True); time.sleep(600)' > nap.py`);
    await start(page, 'python nap.py');
    await expect(page.locator('.xterm-rows')).toContainText('asleep');
    await page.keyboard.press('Control+c');
    await student.ready();
    await expect(page.locator('.xterm-rows')).toContainText('KeyboardInterrupt');
    expect(await student.run('echo $?')).toBe('130\n');
  });

  test('ends a loop that cannot be reached, and goes back to the last checkpoint', async ({ page }) => {
    const student = new Student(page);
    await student.open('');
    for (const line of ['flask db init', 'flask db migrate', 'flask db upgrade', 'flask seed all']) {
      await student.run(line);
    }
    await student.run(
      `echo 'open("left.txt", "w").write("x")' > loop.py && echo 'while True: pass' >> loop.py`,
    );
    await start(page, 'python loop.py');
    await page.getByRole('button', { name: /^Stop/ }).click();
    await student.ready();
    await expect(page.locator('.xterm-rows')).toContainText('is undone');
    expect(await student.run('ls')).not.toContain('left.txt');
    expect(await student.run('flask db current')).toContain('(head)');
    expect(await student.run(`flask seed undo && echo emptied`)).toBe('emptied\n');
  });
});

test('a program asks in the terminal', async ({ page }) => {
  const student = new Student(page);
  await student.open('');
  await start(page, `python -c "print('Hello,', input('Who? '))"`);
  await expect(page.locator('.xterm-rows')).toContainText('Who?');
  await page.keyboard.type('Ada\n');
  await student.ready();
  await expect(page.locator('.xterm-rows')).toContainText('Hello, Ada');
});

test('files and database survive a reload', async ({ page }) => {
  const student = new Student(page);
  await student.open('');
  for (const line of ['flask db init', 'flask db migrate -m first', 'flask db upgrade', 'flask seed all']) {
    await student.run(line);
  }
  const before = await student.run('flask db current');
  await page.reload();
  await student.ready();
  await expect(page.locator('.xterm-rows')).toContainText('flask db current');
  expect(await student.run('flask db current')).toBe(before);
  await page.getByRole('tab', { name: 'Database' }).click();
  await expect(page.locator('summary', { hasText: 'tweet_images' })).toContainText('9 rows');
});
