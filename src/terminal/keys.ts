/** What xterm.js sends for keys and pastes, as names. */

export type Key =
  { type: 'text'; text: string } | { type: 'paste'; text: string } | { type: 'key'; name: KeyName };

export type KeyName =
  | 'enter'
  | 'tab'
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'home'
  | 'end'
  | 'word-left'
  | 'word-right'
  | 'delete-word-left'
  | 'delete-word-right'
  | 'kill-to-end'
  | 'kill-to-start'
  | 'kill-word'
  | 'yank'
  | 'transpose'
  | 'search'
  | 'cancel'
  | 'interrupt'
  | 'end-of-input'
  | 'clear'
  | 'escape';

const names: Record<string, KeyName> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x7f': 'backspace',
  '\b': 'backspace',
  '\x01': 'home',
  '\x02': 'left',
  '\x03': 'interrupt',
  '\x04': 'end-of-input',
  '\x05': 'end',
  '\x06': 'right',
  '\x07': 'cancel',
  '\x0b': 'kill-to-end',
  '\x0c': 'clear',
  '\x0e': 'down',
  '\x10': 'up',
  '\x12': 'search',
  '\x14': 'transpose',
  '\x15': 'kill-to-start',
  '\x17': 'kill-word',
  '\x19': 'yank',
  '\x1b': 'escape',
  '\x1b[A': 'up',
  '\x1b[B': 'down',
  '\x1b[C': 'right',
  '\x1b[D': 'left',
  '\x1bOA': 'up',
  '\x1bOB': 'down',
  '\x1bOC': 'right',
  '\x1bOD': 'left',
  '\x1b[H': 'home',
  '\x1b[F': 'end',
  '\x1bOH': 'home',
  '\x1bOF': 'end',
  '\x1b[1~': 'home',
  '\x1b[4~': 'end',
  '\x1b[3~': 'delete',
  '\x1b[1;5C': 'word-right',
  '\x1b[1;5D': 'word-left',
  '\x1b[1;3C': 'word-right',
  '\x1b[1;3D': 'word-left',
  '\x1bf': 'word-right',
  '\x1bb': 'word-left',
  '\x1bd': 'delete-word-right',
  '\x1b\x7f': 'delete-word-left',
};

const pasteStart = '\x1b[200~';
const pasteEnd = '\x1b[201~';
// An escape sequence, a control character, or a run of text.
// eslint-disable-next-line no-control-regex -- control characters are what keys are made of
const token = /\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O[A-Za-z]|[\x20-\x7f])?|[\x00-\x1f\x7f]|[^\x00-\x1f\x7f]+/gu;

/** Takes apart one piece of input; sequences that mean nothing here are left out. */
export function decodeKeys(data: string): Key[] {
  const keys: Key[] = [];
  let rest = data;
  for (;;) {
    const start = rest.indexOf(pasteStart);
    if (start < 0) return [...keys, ...decodeTyped(rest)];
    keys.push(...decodeTyped(rest.slice(0, start)));
    const end = rest.indexOf(pasteEnd, start);
    const text = rest.slice(start + pasteStart.length, end < 0 ? undefined : end);
    keys.push({ type: 'paste', text: text.replace(/\r\n?/g, '\n') });
    if (end < 0) return keys;
    rest = rest.slice(end + pasteEnd.length);
  }
}

/** A paste as the keys it stands for: each line's end is an Enter, and a tab is blanks, never completion. */
export function typePaste(text: string): Key[] {
  return text.split('\n').flatMap((line, index): Key[] => [
    ...(index > 0 ? [{ type: 'key', name: 'enter' } as const] : []),
    // eslint-disable-next-line no-control-regex -- control characters would be taken for keys
    { type: 'text', text: line.replaceAll('\t', '    ').replace(/[\x00-\x1f\x7f]/g, '') },
  ]);
}

function decodeTyped(data: string): Key[] {
  return (data.match(token) ?? []).flatMap((part): Key[] => {
    const name = names[part];
    if (name !== undefined) return [{ type: 'key', name }];
    // eslint-disable-next-line no-control-regex -- see above
    return /^[\x00-\x1f]/.test(part) ? [] : [{ type: 'text', text: part }];
  });
}
