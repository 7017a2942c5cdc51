import { inflateSync } from 'fflate';
import { type DirectoryNode, type LazyBytes, directoryNode, fileNode } from './file-tree';

/*
 * Reads a zip as a directory whose files are unpacked when they are first read: of a stack's 3,000 files a student's
 * session touches a few hundred. Layout: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.3.12, 4.3.16).
 */

const END_OF_CENTRAL_DIRECTORY = 0x06054b50;
const STORED = 0;

interface Entry {
  path: string;
  content: LazyBytes;
}

/** The bytes of a zip that is compressed as a whole (gzip), unpacked by the host beside what else it does. */
export async function unpackWhole(gzip: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([gzip as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The files of a zip, as a tree. Only stored and deflated entries, no zip64: the set-up writes nothing else. */
export function openArchive(zip: Uint8Array): DirectoryNode {
  const root = directoryNode(0);
  for (const entry of entriesOf(zip)) addFile(root, entry.path, entry.content);
  return root;
}

/** Adds a file, with the directories above it. */
export function addFile(root: DirectoryNode, path: string, content: LazyBytes): void {
  const parts = path.split('/');
  const name = parts.pop();
  if (!name) return;
  let directory = root;
  for (const part of parts) {
    const next = directory.entries.get(part) ?? directoryNode(0);
    if (next.kind !== 'directory') throw new Error(`archive: ${path} lies below a file`);
    directory.entries.set(part, next);
    directory = next;
  }
  directory.entries.set(name, fileNode(content, 0));
}

function* entriesOf(zip: Uint8Array): Generator<Entry> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(view);
  const decoder = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const header = view.getUint32(at + 42, true);
    const path = decoder.decode(zip.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (path.endsWith('/')) continue;
    yield {
      path,
      content: {
        size,
        fetch() {
          const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
          const data = zip.subarray(start, start + packed);
          return method === STORED ? data : inflateSync(data, { out: new Uint8Array(size) });
        },
      },
    };
  }
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === END_OF_CENTRAL_DIRECTORY) return at;
  }
  throw new Error('archive: this is not a zip file');
}
