import { expect, test } from '@playwright/test';
import { App } from './support/app';

test('a command typed before the engine is up waits for it', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.terminal.locator('.xterm-screen').click();
  await page.keyboard.type('echo early\n');
  await app.student.ready();
  await expect.poll(() => app.screen()).toMatch(/echo early[^]*\nearly\n/);
});

test('what programs do to files shows in tree and editor, and rm can be undone', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  await app.student.run('mkdir notes && echo hello > notes/a.txt');
  await app.row('notes').click();
  await app.row('a.txt').click();
  await app.student.run('echo more >> notes/a.txt');
  await expect(app.editor.locator('.view-lines')).toContainText('more');
  await app.student.run('rm -r notes');
  await expect(app.row('notes')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(app.row('a.txt')).toBeVisible();
  expect(await app.student.run('cat notes/a.txt')).toBe('hello\nmore\n');
});

test('an edit is in the file when the next command runs', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  await app.row('requirements.txt').click();
  await app.editor.locator('.view-lines').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# edited\n');
  expect(await app.student.run('head -n 1 requirements.txt')).toBe('# edited\n');
});

test('a traceback leads to its line', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  await app.student.run('printf "1\\n2\\nraise ValueError(3)\\n" > broken.py');
  await app.student.run('python broken.py');
  await page.getByRole('button', { name: 'Open broken.py, line 3' }).click();
  await expect(app.tab('broken.py')).toHaveAttribute('aria-selected', 'true');
  await expect(app.editor.locator('.line-numbers.active-line-number')).toHaveText('3');
});

test('the line is edited, completed and found again', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  await app.student.run('echo one');
  await page.keyboard.type('cho two');
  await page.keyboard.press('Home');
  await page.keyboard.type('e');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.screen()).toContain('\ntwo\n');
  await page.keyboard.type('cat requ\t');
  await expect.poll(() => app.screen()).toContain('cat requirements.txt');
  await page.keyboard.press('Control+u');
  await page.keyboard.press('Control+r');
  await page.keyboard.type('one');
  await expect.poll(() => app.screen()).toContain("(reverse-i-search)`one': echo one");
  await page.keyboard.press('Control+g');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => app.screen()).toMatch(/\$ echo two\s*$/);
});

test('a program asks, and a secret is not shown', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  await app.terminal.locator('.xterm-screen').click();
  await page.keyboard.type(
    `python -c "import getpass; n = input('Name? '); s = getpass.getpass('Word? '); print(n, len(s))"\n`,
  );
  await expect.poll(() => app.screen()).toContain('Name? ');
  await page.keyboard.type('Ada\n');
  await expect.poll(() => app.screen()).toContain('Word? ');
  await page.keyboard.type('sesame\n');
  await expect.poll(() => app.screen()).toContain('Ada 6');
  expect(await app.screen()).not.toContain('sesame');
});

test('Ctrl-C ends a program that waits; Stop ends one that cannot be reached', async ({ page }) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  await app.terminal.locator('.xterm-screen').click();
  await page.keyboard.type('python -c "input()"\n');
  await expect(app.terminal.getByText('Waiting for your answer')).toBeVisible();
  await page.keyboard.press('Control+c');
  await expect.poll(() => app.screen()).toContain('KeyboardInterrupt');
  await app.student.run('echo kept > kept.txt');
  await page.keyboard.type('python -c "while True: pass"\n');
  await app.terminal.getByRole('button', { name: /^Stop/ }).click();
  await expect.poll(() => app.screen(), { timeout: 30_000 }).toContain('could not be interrupted');
  expect(await app.student.run('cat kept.txt')).toBe('kept\n');
});
