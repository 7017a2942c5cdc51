// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '../setup/command.mjs';
import { CACHE, RUNTIME } from '../setup/paths.mjs';
import { hashFiles, sha256 } from './hash.mjs';

/** @typedef {{ name: string, extension: string, bytes: Uint8Array }} Asset */
/** @typedef {{ file: string, bytes: number, sha256: string }} Listed what the manifest says of an asset */
/** @typedef {{ name: string, inputs: readonly string[], build: () => Promise<Asset[]> }} Step
 * `inputs`: every file of the project that the result depends on, the recipe included */
/** @typedef {{ key: string, assets: Record<string, Listed> }} Stamp */

const STAMPS = path.join(CACHE, 'runtime-stamps.json');

/** Runs the steps whose inputs changed since they last ran.
 * @param {readonly Step[]} steps
 * @returns {Promise<Record<string, Listed>>} all assets, by name */
export async function runSteps(steps) {
  const before = readStamps();
  /** @type {Record<string, Stamp>} */
  const after = {};
  for (const step of steps) {
    const key = hashFiles(step.inputs);
    const stamp = before[step.name];
    const isCurrent = stamp?.key === key && Object.values(stamp.assets).every(isPresent);
    after[step.name] = isCurrent ? stamp : { key, assets: await build(step) };
    if (!isCurrent) writeFileSync(STAMPS, JSON.stringify({ ...before, ...after }, null, 1));
  }
  return Object.assign({}, ...Object.values(after).map((stamp) => stamp.assets));
}

/** @param {Step} step */
async function build(step) {
  const start = performance.now();
  const assets = await step.build();
  mkdirSync(RUNTIME, { recursive: true });
  const listed = Object.fromEntries(assets.map((asset) => [asset.name, write(asset)]));
  say(`  ${step.name}: built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return listed;
}

/** @param {Asset} asset
 * @returns {Listed} */
function write({ name, extension, bytes }) {
  const hash = sha256(bytes);
  const stem = name.endsWith(`.${extension}`) ? name.slice(0, -extension.length - 1) : name;
  const file = `${stem}-${hash.slice(0, 12)}.${extension}`;
  writeFileSync(path.join(RUNTIME, file), bytes);
  return { file, bytes: bytes.length, sha256: hash };
}

/** @param {Listed} asset */
function isPresent({ file }) {
  return existsSync(path.join(RUNTIME, file));
}

/** @returns {Record<string, Stamp>} */
function readStamps() {
  return existsSync(STAMPS) ? JSON.parse(readFileSync(STAMPS, 'utf8')) : {};
}
