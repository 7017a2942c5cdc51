const BLOCK = 512;

export type TarEntry =
  | { kind: 'file'; path: string; data: Uint8Array }
  /** The same content as the file `target`, which came before. */
  | { kind: 'link'; path: string; target: string }
  | { kind: 'directory'; path: string };

/** What a tar in the ustar format holds; the data are views. */
export function* entriesOfTar(tar: Uint8Array): Generator<TarEntry> {
  for (let at = 0; at + BLOCK <= tar.length;) {
    const header = tar.subarray(at, at + BLOCK);
    const name = field(header, 0, 100);
    if (name === '') return;
    const size = Number.parseInt(field(header, 124, 12), 8);
    const prefix = field(header, 257, 5) === 'ustar' ? field(header, 345, 155) : '';
    const path = prefix === '' ? name : `${prefix}/${name}`;
    const type = field(header, 156, 1);
    at += BLOCK;
    if (type === '' || type === '0') yield { kind: 'file', path, data: tar.subarray(at, at + size) };
    if (type === '1') yield { kind: 'link', path, target: field(header, 157, 100) };
    if (type === '5') yield { kind: 'directory', path: path.replace(/\/$/, '') };
    at += Math.ceil(size / BLOCK) * BLOCK;
  }
}

function field(header: Uint8Array, at: number, length: number): string {
  const bytes = header.subarray(at, at + length);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end)).trim();
}
