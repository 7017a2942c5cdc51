/** Brace expansion on the source text of one word, before anything else, as bash does it: `a{b,c}` gives `ab` and `ac`. */
export function expandBraces(text: string): string[] {
  for (let start = 0; start < text.length; start = skipAtom(text, start)) {
    if (text[start] !== '{' || text[start - 1] === '$') continue;
    const group = readGroup(text, start);
    if (!group) continue;
    const before = text.slice(0, start);
    const tails = expandBraces(text.slice(group.end));
    return group.items.flatMap((item) => tails.map((tail) => before + item + tail));
  }
  return [text];
}

function readGroup(text: string, start: number): { items: string[]; end: number } | null {
  const pieces: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < text.length; at = skipAtom(text, at)) {
    const char = text[at];
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === ',' && depth === 1) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
    if (depth === 0) {
      pieces.push(text.slice(from, at));
      const items = pieces.length > 1 ? pieces.flatMap(expandBraces) : sequence(pieces[0] ?? '');
      return items && { items, end: at + 1 };
    }
  }
  return null;
}

/** `1..5`, `01..10..2`, `a..e`. */
function sequence(text: string): string[] | null {
  const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(text);
  const letters = /^([a-zA-Z])\.\.([a-zA-Z])(?:\.\.(-?\d+))?$/.exec(text);
  const [, first = '', last = '', by = '1'] = numbers ?? letters ?? [];
  if (first === '') return null;
  const code = (item: string) => (numbers ? Number(item) : item.charCodeAt(0));
  const width =
    numbers && /^-?0\d/.test(`${first} ${last}`.replace(/^.* (?=-?0\d)/, ''))
      ? Math.max(first.length, last.length)
      : 0;
  const show = (value: number) => (numbers ? pad(value, width) : String.fromCharCode(value));
  const [from, to] = [code(first), code(last)];
  const step = Math.max(Math.abs(Number(by)), 1);
  const count = Math.floor(Math.abs(to - from) / step) + 1;
  return Array.from({ length: count }, (_, index) => show(from + Math.sign(to - from) * step * index));
}

function pad(value: number, width: number): string {
  const sign = value < 0 ? '-' : '';
  return sign + String(Math.abs(value)).padStart(width - sign.length, '0');
}

/** The end of the character, escape, quotation or expansion that starts at `at`. */
function skipAtom(text: string, at: number): number {
  const char = text[at];
  if (char === '\\') return at + 2;
  if (char === "'") return closing(text, at + 1, "'");
  if (char === '"' || char === '`') return closing(text, at + 1, char);
  if (char === '$' && text[at + 1] === '{') return balanced(text, at + 1, '{', '}');
  if (char === '$' && text[at + 1] === '(') return balanced(text, at + 1, '(', ')');
  return at + 1;
}

function closing(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\' && quote !== "'") at += 1;
    else if (text[at] === quote) return at + 1;
  }
  return text.length;
}

function balanced(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === open) depth += 1;
    if (text[at] === close) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
