// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inProject } from '../setup/paths.mjs';

/** @param {string | Uint8Array} data */
export function sha256(data) {
  return createHash('sha256').update(data).digest('hex');
}

/** One hash of the names and contents of files of the project, and of further words.
 * @param {readonly string[]} files relative to the project
 * @param {readonly string[]} [words] */
export function hashFiles(files, words = []) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0${sha256(readFileSync(inProject(file)))}\0`);
  for (const word of words) hash.update(`${word}\0`);
  return hash.digest('hex');
}
