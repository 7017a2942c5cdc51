// @ts-check
// From opening the page until commands can run, in the same browser, with nothing cached: ours against stock parts.
import { rmSync } from 'node:fs';
import { inProject } from '../setup/paths.mjs';
import { launchBrowser, READY, serve } from './browser.mjs';
import { median } from './numbers.mjs';
import { buildReference } from './reference.mjs';

/** @typedef {import('./table.mjs').Row} Row */

const TRIES = 5;
const TARGET = 0.4;

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
  const browser = await launchBrowser();
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
