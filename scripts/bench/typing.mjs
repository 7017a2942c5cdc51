// @ts-check
// Someone who types at the page, and how long it takes until the panel has painted what came of each letter.

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../../src/engine/types.ts').WorkspaceFile} WorkspaceFile */
/** @typedef {import('../../src/progress/schema.ts').SavedWorkspace} SavedWorkspace */

const STATES = { ready: '[data-engine="ready"]', saved: '[data-saved="saved"]' };
const START = { timeout: 120_000 };
/** Between two letters, so that the engine has come to rest: in milliseconds. */
const REST = 250;

/** Opens the page on a project, with one file in the editor, and waits until commands can run.
 * @param {Page} page
 * @param {string} url
 * @param {WorkspaceFile[]} files
 * @param {string} active */
export async function openProject(page, url, files, active) {
  /** @type {SavedWorkspace} */
  const saved = {
    id: 'course-app',
    name: 'Benchmark',
    revision: 1,
    contents: { files, emptyDirectories: [], tabs: { open: [active], active }, expanded: [] },
    memory: { database: null, transcript: '', history: [] },
  };
  // Of the same origin, and without an engine.
  await page.goto(`${url}icon.svg`);
  await page.evaluate(save, saved);
  await page.goto(url);
  await page.waitForSelector(STATES.ready, START);
  await page.waitForSelector('.monaco-editor .view-line', START);
  await page.waitForSelector('[data-region="panel"] .code [data-line]', START);
}

/** Runs command lines in the terminal.
 * @param {Page} page
 * @param {readonly string[]} lines */
export async function runLines(page, lines) {
  for (const line of lines) {
    await page.click('.xterm-screen');
    await page.keyboard.type(`${line}; echo ended-$?\n`);
    await page.getByText('ended-0', { exact: true }).last().waitFor(START);
    await page.keyboard.type('clear\n');
    await page
      .getByText('ended-0', { exact: true })
      .last()
      .waitFor({ state: 'detached', ...START });
    await page.waitForSelector(STATES.ready, START);
  }
  await page.waitForSelector(STATES.saved, START);
}

/** Types letters at the end of the name that begins the file's last line.
 * @param {Page} page
 * @param {string} name
 * @param {{ warmUp: number, count: number }} options
 * @returns {Promise<number[]>} milliseconds from each keystroke to the paint, without the pause that is waited for */
export async function typeIntoName(page, name, { warmUp, count }) {
  await page.click('.monaco-editor .view-lines');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  for (let index = 0; index < name.length; index += 1) await page.keyboard.press('ArrowRight');
  const milliseconds = [];
  let typed = name;
  for (let index = 0; index < warmUp + count; index += 1) {
    const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
    typed += letter;
    await page.evaluate(watch, `'${typed}'`);
    await page.keyboard.press(letter);
    const times = await page.evaluate(() => /** @type {any} */ (window).painted);
    if (index >= warmUp) milliseconds.push(times.edited - times.pressed + (times.painted - times.begun));
    await page.waitForTimeout(REST);
  }
  return milliseconds;
}

/** Runs in the page: keeps a workspace in its storage.
 * @param {SavedWorkspace} workspace
 * @returns {Promise<void>} */
function save(workspace) {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('stillroom', 1);
    open.onerror = () => reject(new Error('the browser keeps nothing'));
    open.onupgradeneeded = () => {
      open.result.createObjectStore('workspaces', { keyPath: 'id' });
      open.result.createObjectStore('settings');
    };
    open.onsuccess = () => {
      const transaction = open.result.transaction('workspaces', 'readwrite');
      transaction.objectStore('workspaces').put(workspace);
      transaction.oncomplete = () => {
        open.result.close();
        resolve();
      };
    };
  });
}

/** Runs in the page: `painted` resolves with the times when a revision with this text in it has been painted.
 * @param {string} text */
function watch(text) {
  const panel = /** @type {Element} */ (document.querySelector('[data-region="panel"]'));
  let pressed = 0;
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true, once: true });
  /** @param {string} name */
  const marked = (name) => performance.getEntriesByName(name).at(-1)?.startTime ?? Number.NaN;
  /** @type {any} */ (window).painted = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!panel.querySelector('.code')?.textContent.includes(text)) return;
      observer.disconnect();
      const changed = performance.now();
      // The second frame begins when the first one, which shows the change, is done.
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          resolve({
            pressed,
            edited: marked('look-ahead:edited'),
            begun: marked('look-ahead:begun'),
            changed,
            painted: performance.now(),
          }),
        ),
      );
    });
    observer.observe(panel, { subtree: true, childList: true, characterData: true });
  });
}
