// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { METADATA_ONLY } from './stacks.mjs';
import { unzip } from './zip.mjs';

/** @typedef {import('./zip.mjs').Entry} Entry */
/** @typedef {{ name: string, version: string, modules: Entry[], metadata: Entry[] }} Distribution
 * `modules` and `metadata` (its dist-info folder) are rooted at site-packages. */

const COMPILED = /\.(so(\.[\d.]+)?|pyd|dll|dylib|pyx|pxd|c|h|obj|asm|cmd)$/;
const LIBRARIES = /^[^/]+\.libs\//;
const UNUSED_BOTOCORE_DATA = /^(boto3|botocore)\/data\/(?!s3\/)[^/]+\//;
const DIST_INFO = /^[^/]+\.dist-info\//;

/** What pip would put into site-packages from a wheel, compiled parts left out.
 * @param {string} file
 * @returns {Distribution} */
export function readWheel(file) {
  const { name, version } = wheelName(file);
  const entries = unzip(readFileSync(file), isWanted).flatMap(intoSitePackages);
  const modules = METADATA_ONLY.has(name) ? [] : entries.filter((entry) => !DIST_INFO.test(entry.path));
  const metadata = entries.filter((entry) => DIST_INFO.test(entry.path) && !entry.path.endsWith('/RECORD'));
  return { name, version, modules, metadata: installed(modules, metadata) };
}

/** A wheel's distribution, named as PyPI compares names, and its version.
 * @param {string} file */
export function wheelName(file) {
  const [distribution = '', version = ''] = path.basename(file).split('-');
  return { name: distribution.replace(/[-_.]+/g, '-').toLowerCase(), version };
}

/** @param {string} name */
function isWanted(name) {
  return !(
    name.endsWith('/') ||
    COMPILED.test(name) ||
    LIBRARIES.test(name) ||
    UNUSED_BOTOCORE_DATA.test(name)
  );
}

/** The `NAME.data` folder of a wheel holds what goes elsewhere: only the part for site-packages is kept.
 * @param {Entry} entry
 * @returns {Entry[]} */
function intoSitePackages(entry) {
  const data = /^[^/]+\.data\/(?<scheme>[^/]+)\/(?<rest>.+)$/.exec(entry.path)?.groups;
  if (data === undefined) return [entry];
  const { scheme, rest } = data;
  return rest !== undefined && (scheme === 'purelib' || scheme === 'platlib')
    ? [{ path: rest, bytes: entry.bytes }]
    : [];
}

/** Metadata with the two files that an installer adds: INSTALLER, and RECORD of what is really there.
 * @param {readonly Entry[]} modules
 * @param {readonly Entry[]} metadata
 * @returns {Entry[]} */
function installed(modules, metadata) {
  const folder = metadata[0]?.path.split('/')[0] ?? '';
  const files = [...metadata, { path: `${folder}/INSTALLER`, bytes: utf8('pip\n') }];
  const record = `${folder}/RECORD`;
  const lines = [...modules, ...files].map(recordLine).sort();
  return [...files, { path: record, bytes: utf8(`${lines.join('\n')}\n${record},,\n`) }];
}

/** @param {Entry} entry */
function recordLine({ path: file, bytes }) {
  const digest = createHash('sha256').update(bytes).digest('base64url');
  return `${file.includes(',') ? `"${file}"` : file},sha256=${digest},${bytes.length}`;
}

/** @param {string} text */
function utf8(text) {
  return new TextEncoder().encode(text);
}
