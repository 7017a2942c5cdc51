/**
 * The line that is being typed, as bash's readline edits it, and nothing of how it is shown: a pure reducer. What a key
 * asks of others (run this, complete this) comes back as an effect.
 */
import type { KeyName } from './keys';
import { searchBack, type Search } from './history-search';

export interface Line {
  readonly text: string;
  /** In UTF-16 units, always between characters. */
  readonly cursor: number;
  /** What Ctrl-Y brings back. */
  readonly killed: string;
  /** How many lines back in the history this is; 0 is the line being typed. */
  readonly back: number;
  /** The line being typed, while an older one is shown. */
  readonly draft: string;
  readonly search: Search | null;
}

export type Effect =
  | { type: 'submit'; text: string }
  | { type: 'interrupt' }
  /** Ctrl-D on an empty line. */
  | { type: 'end' }
  | { type: 'complete' }
  | { type: 'clear' }
  | { type: 'bell' };

export interface Step {
  line: Line;
  effect?: Effect;
}

export const emptyLine: Line = { text: '', cursor: 0, killed: '', back: 0, draft: '', search: null };

/** Puts text in at the cursor. */
export function insert(line: Line, text: string, history: readonly string[] = []): Line {
  if (line.search) return searchBack(line, { ...line.search, query: line.search.query + text }, history);
  return edit(line, line.cursor, line.cursor, text);
}

/** Replaces a stretch of the line and puts the cursor behind it. */
export function edit(line: Line, from: number, to: number, text: string): Line {
  return { ...line, text: line.text.slice(0, from) + text + line.text.slice(to), cursor: from + text.length };
}

/** What a key does. */
export function press(line: Line, key: KeyName, history: readonly string[]): Step {
  return line.search ? pressInSearch(line, line.search, key, history) : pressInLine(line, key, history);
}

function pressInSearch(line: Line, search: Search, key: KeyName, history: readonly string[]): Step {
  switch (key) {
    case 'search':
      return { line: searchBack(line, { ...search, skip: search.skip + 1 }, history) };
    case 'backspace':
      return { line: searchBack(line, { ...search, query: search.query.slice(0, -1), skip: 0 }, history) };
    case 'cancel':
    case 'interrupt':
      return { line: { ...line, text: line.draft, cursor: line.draft.length, search: null } };
    case 'escape':
      return { line: { ...line, search: null } };
    default:
      // Any other key takes the found line and then does what it always does.
      return pressInLine({ ...line, search: null }, key, history);
  }
}

function pressInLine(line: Line, key: KeyName, history: readonly string[]): Step {
  const { text, cursor } = line;
  switch (key) {
    case 'enter':
      return { line: { ...emptyLine, killed: line.killed }, effect: { type: 'submit', text } };
    case 'interrupt':
      return { line: { ...emptyLine, killed: line.killed }, effect: { type: 'interrupt' } };
    case 'end-of-input':
      return text === ''
        ? { line, effect: { type: 'end' } }
        : remove(line, cursor, nextCharacter(text, cursor));
    case 'tab':
      return { line, effect: { type: 'complete' } };
    case 'clear':
      return { line, effect: { type: 'clear' } };
    case 'backspace':
      return remove(line, previousCharacter(text, cursor), cursor);
    case 'delete':
      return remove(line, cursor, nextCharacter(text, cursor));
    case 'left':
      return { line: { ...line, cursor: previousCharacter(text, cursor) } };
    case 'right':
      return { line: { ...line, cursor: nextCharacter(text, cursor) } };
    case 'home':
      return { line: { ...line, cursor: 0 } };
    case 'end':
      return { line: { ...line, cursor: text.length } };
    case 'word-left':
      return { line: { ...line, cursor: wordStart(text, cursor) } };
    case 'word-right':
      return { line: { ...line, cursor: wordEnd(text, cursor) } };
    case 'up':
      return recall(line, line.back + 1, history);
    case 'down':
      return recall(line, line.back - 1, history);
    case 'kill-to-end':
      return kill(line, cursor, text.length);
    case 'kill-to-start':
      return kill(line, 0, cursor);
    case 'kill-word':
      return kill(line, blankWordStart(text, cursor), cursor);
    case 'delete-word-left':
      return kill(line, wordStart(text, cursor), cursor);
    case 'delete-word-right':
      return kill(line, cursor, wordEnd(text, cursor));
    case 'yank':
      return { line: insert(line, line.killed) };
    case 'transpose':
      return transpose(line);
    case 'search':
      return { line: { ...line, draft: text, search: { query: '', skip: 0, failed: false } } };
    case 'cancel':
    case 'escape':
      return { line };
  }
}

function remove(line: Line, from: number, to: number): Step {
  return from === to ? { line, effect: { type: 'bell' } } : { line: edit(line, from, to, '') };
}

function kill(line: Line, from: number, to: number): Step {
  if (from === to) return { line };
  return { line: { ...edit(line, from, to, ''), killed: line.text.slice(from, to) } };
}

function recall(line: Line, back: number, history: readonly string[]): Step {
  if (back < 0 || back > history.length) return { line, effect: { type: 'bell' } };
  const draft = line.back === 0 ? line.text : line.draft;
  const text = back === 0 ? draft : (history.at(-back) ?? '');
  return { line: { ...line, text, cursor: text.length, back, draft } };
}

function transpose(line: Line): Step {
  const { text, cursor } = line;
  const middle = previousCharacter(text, cursor === text.length ? cursor : nextCharacter(text, cursor));
  const start = previousCharacter(text, middle);
  const end = nextCharacter(text, middle);
  if (start === middle) return { line, effect: { type: 'bell' } };
  return { line: edit(line, start, end, text.slice(middle, end) + text.slice(start, middle)) };
}

function previousCharacter(text: string, at: number): number {
  const low = text.charCodeAt(at - 1);
  return Math.max(0, at - (low >= 0xdc00 && low <= 0xdfff ? 2 : 1));
}

function nextCharacter(text: string, at: number): number {
  const point = text.codePointAt(at);
  return point === undefined ? at : at + (point > 0xffff ? 2 : 1);
}

function wordStart(text: string, cursor: number): number {
  return /[\p{L}\p{N}]*[^\p{L}\p{N}]*$/u.exec(text.slice(0, cursor))?.index ?? 0;
}

function wordEnd(text: string, cursor: number): number {
  return cursor + (/^[^\p{L}\p{N}]*[\p{L}\p{N}]*/u.exec(text.slice(cursor))?.[0].length ?? 0);
}

function blankWordStart(text: string, cursor: number): number {
  return /\S*\s*$/.exec(text.slice(0, cursor))?.index ?? 0;
}
