// @ts-check
import { createHash } from 'node:crypto';

const BLOCK = 512;

/** @typedef {{ path: string, data: Uint8Array | null }} TarInput a directory has no data */

/** A tar in the ustar format. A file that equals an earlier one becomes a link to it.
 * @param {readonly TarInput[]} entries
 * @returns {Buffer} */
export function tar(entries) {
  /** @type {Map<string, string>} */
  const seen = new Map();
  /** @type {Uint8Array[]} */
  const chunks = [];
  for (const { path, data } of entries) {
    if (data === null) {
      chunks.push(header(`${path}/`, '5', 0));
      continue;
    }
    const digest = createHash('sha256').update(data).digest('hex');
    const same = seen.get(digest);
    if (same !== undefined) {
      chunks.push(header(path, '1', 0, same));
      continue;
    }
    seen.set(digest, path);
    chunks.push(header(path, '0', data.length), data, new Uint8Array(-data.length & (BLOCK - 1)));
  }
  return Buffer.concat([...chunks, new Uint8Array(2 * BLOCK)]);
}

/** @param {string} path @param {string} type @param {number} size @param {string} [link] */
function header(path, type, size, link = '') {
  if (path.length > 100) throw new Error(`tar: the name ${path} is too long`);
  const block = Buffer.alloc(BLOCK);
  block.write(path, 0);
  block.write('0000600\0' + '0000000\0' + '0000000\0', 100);
  block.write(`${size.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`, 124);
  block.write(`        ${type}${link}`, 148);
  block.write('ustar\u000000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
