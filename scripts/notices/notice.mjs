// @ts-check
import { readFileSync } from 'node:fs';
import { inProject } from '../setup/paths.mjs';

/** What is said of one package.
 * @typedef {{ name: string, version: string, licence: string, text: string, remark?: string }} Notice */

/** A licence's text that does not come with a package, from texts/.
 * @param {string} name */
export function licenceText(name) {
  return readFileSync(inProject('scripts', 'notices', 'texts', `${name}.txt`), 'utf8');
}

/** Whether a file of a package is one that its licence is to be read in.
 * @param {string} name without its folder */
export function isLicenceFile(name) {
  return /^(licen[sc]e|copying|notice|thirdpartynotices)/i.test(name);
}
