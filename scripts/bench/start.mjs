// @ts-check
// From opening the page until commands can run, in the same browser, with nothing cached: ours against stock parts.
import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import { pageHandler } from '../page/serve.mjs';
import { inProject } from '../setup/paths.mjs';
import { median } from './numbers.mjs';
import { buildReference } from './reference.mjs';

/** @typedef {import('./table.mjs').Row} Row */

const TRIES = 5;
const TARGET = 0.4;
const READY = '[data-engine="ready"]';
const QUIET = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];

/** @returns {Promise<Row[]>} */
export async function measureStart() {
  const reference = buildReference();
  const [ours, stock] = [await serve(inProject('dist')), await serve(reference)];
  try {
    /** @type {{ ours: number[], stock: number[] }} */
    const seconds = { ours: [], stock: [] };
    for (let index = 0; index < TRIES; index += 1) {
      seconds.ours.push(await coldStart(ours.url));
      seconds.stock.push(await coldStart(stock.url));
    }
    return [row(median(seconds.ours), median(seconds.stock))];
  } finally {
    ours.close();
    stock.close();
    rmSync(reference, { recursive: true });
  }
}

/** @param {number} ours
 * @param {number} stock
 * @returns {Row} */
function row(ours, stock) {
  const ratio = ours / stock;
  return {
    what: 'start, cold Chromium, course stack',
    here: `${ours.toFixed(2)} s`,
    there: `${stock.toFixed(2)} s`,
    ratio: `${ratio.toFixed(2)} of stock`,
    target: `at most ${TARGET} of stock${ratio <= TARGET ? '' : ': missed'}`,
  };
}

/** A browser of its own, so that nothing is cached, compiled or connected.
 * @param {string} url
 * @returns {Promise<number>} seconds */
async function coldStart(url) {
  const browser = await chromium.launch({
    executablePath: systemBrowser(),
    // Chromium's sandbox refuses to run as root.
    args: process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET,
  });
  try {
    const page = await browser.newPage();
    const problems = /** @type {string[]} */ ([]);
    page.on('pageerror', (error) => problems.push(error.message));
    const started = performance.now();
    await page.goto(url);
    await page.waitForSelector(READY, { state: 'attached', timeout: 120_000 }).catch((error) => {
      throw new Error(`${url} did not start: ${problems.join('\n')}`, { cause: error });
    });
    return (performance.now() - started) / 1000;
  } finally {
    await browser.close();
  }
}

function systemBrowser() {
  const named = process.env['CHROMIUM'];
  const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return named ?? candidates.find((candidate) => existsSync(candidate)) ?? 'chromium';
}

/** @param {string} folder
 * @returns {Promise<{ url: string, close: () => void }>} */
function serve(folder) {
  const server = createServer(pageHandler(folder, '/'));
  return new Promise((resolve) => {
    server.listen(0, 'localhost', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ url: `http://localhost:${port}/`, close: () => server.close() });
    });
  });
}
