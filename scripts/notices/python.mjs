// @ts-check
import { STACKS } from '../runtime/stacks.mjs';
import { readStack } from '../runtime/stack-archives.mjs';
import { isLicenceFile, licenceText } from './notice.mjs';

/** @typedef {import('./notice.mjs').Notice} Notice */
/** @typedef {import('../runtime/wheel.mjs').Distribution} Distribution */

const LGPL_PARTS = ['LGPL-3.0', 'GPL-3.0'];

/** Texts for wheels that come without them, or refer to others.
 * @type {Record<string, string[]>} */
const ADDED_TEXTS = {
  'flask-cors': ['flask-cors'],
  'psycopg2-binary': LGPL_PARTS,
  'python-editor': ['Apache-2.0'],
};

/** @type {Record<string, string>} */
const REMARKS = {
  'psycopg2-binary':
    'Its Python files are shipped unmodified, each a file of its own in the archive of its stack, and can be ' +
    'replaced there. Its C module is not shipped: what stands in for it was written for Stillroom from the ' +
    'documented interface.',
  sqlalchemy: 'Its C extensions are not shipped.',
  markupsafe: 'Its C extension is not shipped.',
  greenlet: 'Only its metadata is shipped: it cannot run in a browser.',
  botocore: "Only S3's service description is shipped.",
};

/** The packages of all stacks, one version once.
 * @returns {Notice[]} */
export function pythonNotices() {
  const all = STACKS.flatMap(readStack).map((distribution) => noticeOf(distribution));
  return [...new Map(all.map((notice) => [`${notice.name} ${notice.version}`, notice])).values()];
}

/** @param {Distribution} distribution
 * @returns {Notice} */
function noticeOf({ name, version, metadata }) {
  const shipped = metadata
    .filter(({ path }) => isLicenceFile(path.split('/').at(-1) ?? ''))
    .map(({ bytes }) => decode(bytes));
  const added = shipped.length === 0 || name === 'psycopg2-binary' ? (ADDED_TEXTS[name] ?? []) : [];
  const texts = [...shipped, ...added.map(licenceText)];
  if (texts.length === 0) throw new Error(`${name} ${version} comes without a licence text`);
  const headers = decode(metadata.find(({ path }) => path.endsWith('/METADATA'))?.bytes ?? new Uint8Array());
  const remark = REMARKS[name];
  return {
    name,
    version,
    licence: licenceName(headers),
    text: texts.join('\n\n'),
    ...(remark === undefined ? {} : { remark }),
  };
}

/** @param {string} headers a METADATA file */
function licenceName(headers) {
  const expression = header(headers, 'License-Expression');
  const classifier = /^Classifier: License :: (?:OSI Approved :: )?(.+)$/m.exec(headers)?.[1]?.trim();
  const free = header(headers, 'License');
  return expression ?? (isName(free) ? free : classifier) ?? 'see the text';
}

/** @param {string} headers
 * @param {string} name */
function header(headers, name) {
  return new RegExp(`^${name}: (.+)$`, 'm').exec(headers)?.[1]?.trim();
}

/** Old packages put their copyright line, or nothing of use, where the licence's name belongs.
 * @param {string | undefined} text
 * @returns {text is string} */
function isName(text) {
  return text !== undefined && !/unknown|copyright|dual/i.test(text);
}

/** @param {Uint8Array} bytes */
function decode(bytes) {
  return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
}
