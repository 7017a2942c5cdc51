import { expect, test } from 'vitest';
import { withoutAnsi } from '../../../../src/engine/cli/ansi';
import { lineReader } from '../../../../src/engine/cli/line-reader';

test('colours and hyperlinks are taken out, text stays', () => {
  expect(withoutAnsi('\u001b[1;31mred\u001b[0m \u001b]8;;http://x\u0007link\u001b]8;;\u0007 [0m')).toBe(
    'red link [0m',
  );
});

test('reads line by line from whatever pieces arrive', () => {
  const pieces = ['Ann', 'a\nB', 'ö\n\nlast'].map((text) => new TextEncoder().encode(text));
  const read = lineReader((buffer) => {
    const piece = pieces.shift() ?? new Uint8Array();
    buffer.set(piece);
    return piece.length;
  });
  const lines = Array.from({ length: 5 }, () => read({ secret: false }));
  expect(lines).toEqual(['Anna\n', 'Bö\n', '\n', 'last', null]);
});
