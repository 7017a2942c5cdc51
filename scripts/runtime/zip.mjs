// @ts-check
import { gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';

/** A file in an archive, or with a `/` at its end a folder.
 * @typedef {{ path: string, bytes: Uint8Array }} Entry */

// The oldest date that a zip file can hold, in the machine's own time zone as zip files mean it.
const FIXED_TIME = new Date(1980, 0, 1);

/** The same bytes for the same entries, in whatever order they come.
 * @param {readonly Entry[]} entries
 * @param {0 | 9} level how hard each file is compressed */
export function zip(entries, level = 9) {
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(({ path, bytes }) => [path, bytes])), {
    level,
    mtime: FIXED_TIME,
  });
}

/** A zip that is compressed as a whole: the browser unpacks it beside everything else while the engine starts, where
 * files that are compressed one by one would each be unpacked by JavaScript at the moment they are imported.
 * @param {readonly Entry[]} entries
 * @returns {Uint8Array} */
export function zippedWhole(entries) {
  return new Uint8Array(gzipSync(zip(entries, 0), { level: 9 }));
}

/** @param {Uint8Array} archive
 * @param {(path: string) => boolean} [wanted]
 * @returns {Entry[]} */
export function unzip(archive, wanted = () => true) {
  const files = unzipSync(archive, { filter: (file) => wanted(file.name) });
  return Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
}
