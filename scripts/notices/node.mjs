// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isLicenceFile, licenceText } from './notice.mjs';

/** @typedef {import('./notice.mjs').Notice} Notice */

/** Names of licences whose text is the same wherever it is used.
 * @type {Record<string, string>} */
const COMMON_TEXTS = { 'Apache-2.0': 'Apache-2.0', 'MPL-2.0': 'MPL-2.0' };

/** The node packages that bundled modules come from.
 * @param {Iterable<string>} modules paths of files
 * @returns {Notice[]} */
export function nodeNotices(modules) {
  const folders = new Set([...modules].map(packageFolder).filter((folder) => folder !== null));
  return [...folders].map(noticeOf);
}

/** @param {string} module
 * @returns {string | null} */
function packageFolder(module) {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1] ?? null;
}

/** @param {string} folder
 * @returns {Notice} */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => isLicenceFile(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const text = texts.length > 0 ? texts.join('\n\n') : commonText(folder, license);
  return { name, version, licence: license ?? firstLine(text), text };
}

/** Licences begin with their name.
 * @param {string} text */
function firstLine(text) {
  return text.trim().split('\n')[0] ?? '';
}

/** @param {string} folder
 * @param {string} licence */
function commonText(folder, licence) {
  const known = COMMON_TEXTS[licence];
  if (known !== undefined) return licenceText(known);
  const readme = ['README.md', 'readme.md']
    .map((file) => path.join(folder, file))
    .find((file) => existsSync(file));
  const section = readme && /^#+ *licen[sc]e\b[^]*/im.exec(readFileSync(readme, 'utf8'))?.[0];
  if (!section) throw new Error(`${folder} comes without a licence text`);
  return section;
}
