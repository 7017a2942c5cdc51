// @ts-check
import { unzipSync, zipSync } from 'fflate';

/** A file in an archive, or with a `/` at its end a folder.
 * @typedef {{ path: string, bytes: Uint8Array }} Entry */

// The oldest date that a zip file can hold, in the machine's own time zone as zip files mean it.
const FIXED_TIME = new Date(1980, 0, 1);

/** The same bytes for the same entries, in whatever order they come.
 * @param {readonly Entry[]} entries */
export function zip(entries) {
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return zipSync(Object.fromEntries(sorted.map(({ path, bytes }) => [path, bytes])), {
    level: 9,
    mtime: FIXED_TIME,
  });
}

/** @param {Uint8Array} archive
 * @param {(path: string) => boolean} [wanted]
 * @returns {Entry[]} */
export function unzip(archive, wanted = () => true) {
  const files = unzipSync(archive, { filter: (file) => wanted(file.name) });
  return Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
}
