import { forEachChild, parse, type Command, type SyntaxNode, type Word } from 'unbash';
import { candidatesFor, type CompletionSources } from './candidates';

/** The candidates replace the line from `from` up to the cursor. A folder ends in `/`. */
export interface Completion {
  from: number;
  candidates: string[];
}

/** What Tab offers at the cursor. */
export function complete(line: string, cursor: number, sources: CompletionSources): Completion {
  const before = line.slice(0, cursor);
  const variable = /\$(\{?)(\w*)$/.exec(before);
  if (variable && !/'[^']*$/.test(withoutQuoted(before))) {
    const [text, brace = '', start = ''] = variable;
    const names = sources.variables.filter((name) => name.startsWith(start)).sort();
    const candidates = names.map((name) => (brace ? `\${${name}}` : `$${name}`));
    return { from: cursor - text.length, candidates };
  }
  const { words, current } = position(before);
  const { skip, candidates } = candidatesFor(words, current.value, sources);
  const inQuotes = /^["']/.exec(current.text)?.[0] ?? '';
  if (skip > 0 && current.text === current.value) {
    return {
      from: current.start + skip,
      candidates: candidates.map((candidate) => shellWord(candidate, '')),
    };
  }
  const whole = candidates.map((candidate) => shellWord(current.value.slice(0, skip) + candidate, inQuotes));
  return { from: current.start, candidates: whole };
}

interface Position {
  /** The words of the command before the one at the cursor; null where a file is redirected to. */
  words: string[] | null;
  /** The word at the cursor: as typed, and without its quotes. */
  current: { text: string; value: string; start: number };
}

/** Which command the end of `before` stands in, and at which of its words. */
function position(before: string): Position {
  const command = commandAtEnd(before);
  const nothing = { text: '', value: '', start: before.length };
  if (!command) return { words: [], current: nothing };
  const redirection = command.redirects.at(-1);
  if (redirection && redirection.type !== 'HereDoc') {
    const { target } = redirection;
    if (!target) return { words: null, current: nothing };
    if (target.end === before.length) return { words: null, current: currentWord(target, before) };
  }
  const parts = [...(command.name ? [command.name] : []), ...command.args];
  const last = parts.at(-1) ?? command.prefix.at(-1);
  if (last?.end !== before.length) return { words: parts.map(valueOf), current: nothing };
  if (last.type === 'Word')
    return { words: parts.slice(0, -1).map(valueOf), current: currentWord(last, before) };
  if (last.type === 'Assignment' && last.value.type === 'Word') {
    return { words: null, current: currentWord(last.value, before) };
  }
  return { words: [], current: nothing };
}

/** The innermost command that nothing but blanks separates from the end. */
function commandAtEnd(before: string): Command | null {
  let found: Command | null = null;
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Command' && /^[ \t]*$/.test(before.slice(node.end))) {
      if (!found || node.pos > found.pos) found = node;
    }
    forEachChild(node, visit);
  };
  visit(parse(before));
  return found;
}

function currentWord(word: Word, before: string): Position['current'] {
  return { text: before.slice(word.pos), value: word.value, start: word.pos };
}

function valueOf(part: Command['args'][number]): string {
  return part.type === 'Word' ? part.value : part.text;
}

/** The line with closed quotations taken out, so that a quote that is left is open. */
function withoutQuoted(text: string): string {
  return text.replace(/\\.|"(?:\\.|[^"\\])*"?|'[^']*'/g, '');
}

/** A candidate as it must be typed: blanks and the like escaped, or inside the quotes that are open. */
function shellWord(candidate: string, quote: string): string {
  if (quote === '') return candidate.replace(/[^\w@%+=:,./~^-]/g, '\\$&');
  return quote + candidate + (candidate.endsWith('/') ? '' : quote);
}
