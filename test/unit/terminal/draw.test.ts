import { describe, expect, it } from 'vitest';
import { cellsOf, positionAfter } from '../../../src/terminal/cells';
import { redraw, rubOut } from '../../../src/terminal/draw';

describe('cells', () => {
  it('counts wide characters twice and combining ones not at all', () => {
    expect(cellsOf('abc')).toBe(3);
    expect(cellsOf('日本')).toBe(4);
    expect(cellsOf('e\u0301')).toBe(1);
  });

  it('wraps where the row is full, and a wide character before it', () => {
    expect(positionAfter('abcd', 2, 10)).toEqual({ row: 0, column: 6 });
    expect(positionAfter('abcd', 6, 10)).toEqual({ row: 1, column: 0 });
    expect(positionAfter('日', 9, 10)).toEqual({ row: 1, column: 2 });
    expect(positionAfter('a\nb', 5, 10)).toEqual({ row: 1, column: 1 });
  });
});

describe('drawing the line', () => {
  it('draws prompt and text and puts the cursor in its place', () => {
    const { output, drawn } = redraw({ start: 0, cursorRow: 0 }, { text: 'flask', cursor: 2 }, 40, {
      text: '$ ',
      cells: 2,
    });
    expect(output).toBe('\x1b[1G\x1b[J$ flask\x1b[5G');
    expect(drawn).toEqual({ start: 2, cursorRow: 0 });
  });

  it('goes up over rows that the line had wrapped to', () => {
    const { output, drawn } = redraw({ start: 2, cursorRow: 1 }, { text: 'abcdefghij', cursor: 10 }, 6);
    expect(output).toBe('\x1b[1A\x1b[3G\x1b[Jabcdefghij \r\x1b[1G');
    expect(drawn).toEqual({ start: 2, cursorRow: 2 });
    expect(rubOut(drawn)).toBe('\x1b[2A\r\x1b[J');
  });
});
