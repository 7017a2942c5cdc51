// @ts-check
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './command.mjs';
import { CACHE } from './paths.mjs';

const LOCK = path.join(CACHE, 'setup.lock');

/** Runs `work` while no other set-up of this clone runs: `npm start` and `npm test` may be started together.
 * @param {() => Promise<void>} work */
export async function withLock(work) {
  mkdirSync(CACHE, { recursive: true });
  let told = false;
  while (!take()) {
    if (!told) say('Waiting for another set-up of this folder to finish ...');
    told = true;
    await sleep(200);
  }
  try {
    await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(holder())) rmSync(LOCK, { force: true });
    return false;
  }
}

/** @returns {number} the process that holds the lock; NaN while it is only just being written or gone */
function holder() {
  try {
    return Number.parseInt(readFileSync(LOCK, 'utf8'), 10);
  } catch {
    return Number.NaN;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (Number.isNaN(pid)) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
