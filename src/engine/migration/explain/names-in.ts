/**
 * Finds the names in Python's text, so that whoever points at one is told what it stands for. It knows just as much of
 * Python as that takes: strings and comments, dotted names, and which name is an argument's.
 */

/** A name, and which part of the line is meant by it: of `op.create_table` the part after the point. */
export interface NameAt {
  /** Dotted, up to here; with `=` at its end for an argument; with a point before it for the attribute of a result. */
  name: string;
  /** Columns from 0, in UTF-16 units; `to` is not part of it. */
  from: number;
  to: number;
}

/** What a line begins inside of. */
interface Inside {
  /** The quotes that end the string that has begun. */
  string: string | null;
  /** How many brackets are open. */
  depth: number;
}

// In this order: a string's beginning (with its prefix), a comment, a number, a name, a bracket, a point.
const token =
  /(?<prefix>[rbfutRBFUT]{0,2})(?<quote>'''|"""|'|")|(?<comment>#)|(?<number>\d[\w.]*)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<open>[([{])|(?<close>[)\]}])|(?<point>\.)|(?<other>\S)/gu;

/** The names of a line, from left to right. Inside strings and comments there are none. */
export function namesIn(line: string): NameAt[] {
  return read(line, { string: null, depth: 0 }).names;
}

/** The names of each line of a text; unlike line by line, strings and brackets over several lines are known as such. */
export function namesOfLines(lines: readonly string[]): NameAt[][] {
  let inside: Inside = { string: null, depth: 0 };
  return lines.map((line) => {
    const { names, after } = read(line, inside);
    inside = after;
    return names;
  });
}

/** The name at a column, or null. */
export function nameAt(line: string, column: number): NameAt | null {
  return at(namesIn(line), column);
}

/** The name at a place of a text; lines count from 1. */
export function nameInText(lines: readonly string[], line: number, column: number): NameAt | null {
  return at(namesOfLines(lines.slice(0, line)).at(-1) ?? [], column);
}

function at(names: readonly NameAt[], column: number): NameAt | null {
  return names.find(({ from, to }) => from <= column && column <= to) ?? null;
}

function read(line: string, inside: Inside): { names: NameAt[]; after: Inside } {
  const names: NameAt[] = [];
  let { string, depth } = inside;
  let from = 0;
  if (string !== null) {
    from = endOfString(line, 0, string);
    if (from === -1) return { names, after: inside };
    string = null;
  }
  /** The name that a point may carry on. */
  let dotted: string | null = null;
  let afterPoint = false;
  token.lastIndex = from;
  for (let match = token.exec(line); match !== null; match = token.exec(line)) {
    const { quote, comment, name, open, close, point } = match.groups ?? {};
    const to = token.lastIndex;
    if (comment !== undefined) break;
    if (quote !== undefined) {
      const end = endOfString(line, to, quote);
      if (end === -1) {
        // A string of one line that is not closed ends with it.
        string = quote.length === 3 ? quote : null;
        break;
      }
      token.lastIndex = end;
    }
    if (open !== undefined) depth += 1;
    if (close !== undefined) depth = Math.max(0, depth - 1);
    if (name === undefined) {
      if (point === undefined) dotted = null;
      afterPoint = point !== undefined;
      continue;
    }
    dotted = afterPoint ? `${dotted ?? ''}.${name}` : name;
    afterPoint = false;
    const isArgument = !dotted.includes('.') && isArgumentAt(line, match.index, to, depth);
    names.push({ name: isArgument ? `${name}=` : dotted, from: match.index, to });
  }
  return { names, after: { string, depth } };
}

/** An argument is followed by `=`. Where the bracket is on an earlier line, it is known by having no blank before that. */
function isArgumentAt(line: string, from: number, to: number, depth: number): boolean {
  if (!/^\s*=(?!=)/.test(line.slice(to))) return false;
  return depth > 0 || (from > 0 && line[to] === '=');
}

/** Where the string ends that has begun before `from`, after its quotes; -1 where it goes on. */
function endOfString(line: string, from: number, quote: string): number {
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line.startsWith(quote, at)) return at + quote.length;
  }
  return -1;
}
