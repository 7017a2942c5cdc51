import { describe, expect, it } from 'vitest';
import { decodeKeys, typePaste } from '../../../src/terminal/keys';
import { emptyLine, insert, press, type Effect, type Line } from '../../../src/terminal/line-editor';

/** Types into an empty line; `|` in the result is the cursor. */
function typed(input: string, history: readonly string[] = [], from: Line = emptyLine): string {
  return show(play(input, history, from).line);
}

function play(input: string, history: readonly string[] = [], from: Line = emptyLine) {
  let line = from;
  let effect: Effect | undefined;
  for (const key of decodeKeys(input)) {
    if (key.type === 'key') ({ line, effect } = { effect: undefined, ...press(line, key.name, history) });
    else line = insert(line, key.text, history);
  }
  return { line, effect };
}

function show({ text, cursor }: Line): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

describe('the line editor', () => {
  it('inserts at the cursor and moves by characters', () => {
    expect(typed('flak\x1b[Ds')).toBe('flas|k');
    expect(typed('ab\x1b[D\x1b[D\x1b[D')).toBe('|ab');
  });

  it('goes to both ends with Home, End, Ctrl-A and Ctrl-E', () => {
    expect(typed('ls\x01x')).toBe('x|ls');
    expect(typed('ls\x1b[Hx\x1b[Fy')).toBe('xlsy|');
  });

  it('cuts with Ctrl-K, Ctrl-U and Ctrl-W and brings back with Ctrl-Y', () => {
    expect(typed('flask db\x1b[D\x1b[D\x0b')).toBe('flask |');
    expect(typed('flask db\x15')).toBe('|');
    expect(typed('cat app/models.py\x17')).toBe('cat |');
    expect(typed('cat a b\x17\x17\x19')).toBe('cat a |');
  });

  it('moves by words', () => {
    expect(typed('flask db\x1b[1;5D')).toBe('flask |db');
    expect(typed('flask db\x01\x1b[1;5C')).toBe('flask| db');
  });

  it('deletes a character that takes two units as one', () => {
    expect(typed('a😀\x7f')).toBe('a|');
    expect(typed('😀b\x1b[D\x1b[D')).toBe('|😀b');
  });

  it('swaps two characters with Ctrl-T', () => {
    expect(typed('flaks\x14')).toBe('flask|');
  });

  it('recalls older lines and comes back to the one being typed', () => {
    const history = ['flask db init', 'flask db migrate'];
    expect(typed('fl\x1b[A', history)).toBe('flask db migrate|');
    expect(typed('fl\x1b[A\x1b[A', history)).toBe('flask db init|');
    expect(typed('fl\x1b[A\x1b[A\x1b[B\x1b[B', history)).toBe('fl|');
    expect(play('\x1b[A\x1b[A\x1b[A', history).effect).toEqual({ type: 'bell' });
  });

  it('searches the history backwards with Ctrl-R', () => {
    const history = ['flask db init', 'ls', 'flask db migrate'];
    expect(typed('\x12db', history)).toBe('flask |db migrate');
    expect(typed('\x12db\x12', history)).toBe('flask |db init');
    expect(play('\x12nothing', history).line.search?.failed).toBe(true);
    expect(typed('mine\x12db\x07', history)).toBe('mine|');
    expect(play('\x12init\r', history).effect).toEqual({ type: 'submit', text: 'flask db init' });
  });

  it('tells what Enter, Ctrl-C, Ctrl-D and Tab ask for', () => {
    expect(play('ls\r').effect).toEqual({ type: 'submit', text: 'ls' });
    expect(play('ls\x03').effect).toEqual({ type: 'interrupt' });
    expect(play('\x04').effect).toEqual({ type: 'end' });
    expect(typed('ab\x1b[D\x04')).toBe('a|');
    expect(play('fl\t').effect).toEqual({ type: 'complete' });
  });
});

describe('keys', () => {
  const names = (data: string): string[] =>
    decodeKeys(data).map((key) => (key.type === 'key' ? key.name : key.text));

  it('takes a burst of keys apart', () => {
    expect(names('ls\r\x1b[Ax')).toEqual(['ls', 'enter', 'up', 'x']);
  });

  it('leaves out sequences that mean nothing here', () => {
    expect(names('\x1b[15~a')).toEqual(['a']);
  });

  it('knows a paste, whose tabs are blanks and whose line ends are Enter', () => {
    expect(decodeKeys('\x1b[200~a\r\nb\x1b[201~c')).toEqual([
      { type: 'paste', text: 'a\nb' },
      { type: 'text', text: 'c' },
    ]);
    expect(typePaste('\ta\nb')).toEqual([
      { type: 'text', text: '    a' },
      { type: 'key', name: 'enter' },
      { type: 'text', text: 'b' },
    ]);
  });
});
