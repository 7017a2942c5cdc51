import { expect, it } from 'vitest';
import { tar } from '../../../../scripts/runtime/tar.mjs';
import { entriesOfTar } from '../../../../src/engine/postgres/tar';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('reads what the set-up wrote, equal files as links', () => {
  const packed = tar([
    { path: 'base', data: null },
    { path: 'base/1', data: bytes('x'.repeat(600)) },
    { path: 'base/2', data: bytes('x'.repeat(600)) },
    { path: 'empty', data: bytes('') },
  ]);
  const entries = [...entriesOfTar(packed)].map((entry) =>
    entry.kind === 'file' ? { ...entry, data: new TextDecoder().decode(entry.data) } : entry,
  );
  expect(entries).toEqual([
    { kind: 'directory', path: 'base' },
    { kind: 'file', path: 'base/1', data: 'x'.repeat(600) },
    { kind: 'link', path: 'base/2', target: 'base/1' },
    { kind: 'file', path: 'empty', data: '' },
  ]);
});
