import { resolvePath } from '../../files/paths';
import { lastValue, type Options } from '../options';
import type { Process } from '../program';
import { escapeRegExp, matchesPattern } from '../pattern';
import { complain, tool } from './builtin';
import { basic, extended } from './regular-expressions';
import { linesOf, readInput } from './input';

export const grep = tool({
  name: 'grep',
  group: 'Text',
  summary: 'print the lines that match (-r below folders, -n with numbers, -i any case, -v the others)',
  usage: 'grep [-rnivclLEFowqhH] [-A N] [-B N] [-C N] PATTERN [FILE]...',
  options: {
    flags: 'rRnivclLEFGPowxqshHIa',
    values: 'eABCm.!',
    long: {
      recursive: 'r',
      'line-number': 'n',
      'ignore-case': 'i',
      'invert-match': 'v',
      count: 'c',
      'files-with-matches': 'l',
      'files-without-match': 'L',
      'extended-regexp': 'E',
      'fixed-strings': 'F',
      'only-matching': 'o',
      'word-regexp': 'w',
      'line-regexp': 'x',
      quiet: 'q',
      silent: 'q',
      'no-messages': 's',
      'no-filename': 'h',
      'with-filename': 'H',
      regexp: 'e',
      'after-context': 'A',
      'before-context': 'B',
      context: 'C',
      'max-count': 'm',
      include: '.',
      'exclude-dir': '!',
      color: ',',
    },
  },
  usageError: 2,
  async run(process, options) {
    const { flags } = options;
    const operands = [...options.operands];
    const patterns = options.values.get('e') ?? operands.splice(0, 1);
    if (patterns.length === 0) {
      process.stderr.write(
        "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n",
      );
      return 2;
    }
    const expression = compile(patterns.join('\n'), flags);
    if (typeof expression === 'string') {
      complain(process, expression);
      return 2;
    }
    const recursive = flags.has('r') || flags.has('R');
    const found = { any: false, failed: false };
    const names = operands.length > 0 ? operands : [recursive ? '' : '-'];
    const files = recursive ? names.flatMap((name) => filesBelow(process, name, options)) : names;
    const named = !flags.has('h') && (flags.has('H') || recursive || files.length > 1);
    for (const name of files) {
      const text = await readInput(process, name);
      if (typeof text === 'string') {
        const label = name === '-' ? '(standard input)' : name;
        found.any = search(process, text, expression, options, label, named) || found.any;
      } else {
        found.failed = true;
        if (!flags.has('s')) complain(process, `${name}: ${text.reason}`);
      }
      if (found.any && flags.has('q')) return 0;
    }
    return found.failed ? 2 : found.any ? 0 : 1;
  },
});

function filesBelow(process: Process, name: string, options: Options): string[] {
  const path = resolvePath(process.cwd, name);
  if (process.files.stat(path)?.kind !== 'directory') return [name];
  const matchesAny = (patterns: string[] | undefined, text: string) =>
    patterns?.some((pattern) => matchesPattern([{ text: pattern, quoted: false }], text));
  const included = options.values.get('.');
  const files: string[] = [];
  const below = name === '' ? '' : `${name.replace(/\/$/, '')}/`;
  for (const entry of process.files.list(path)) {
    const child = below + entry;
    if (process.files.stat(resolvePath(process.cwd, child))?.kind === 'directory') {
      if (!matchesAny(options.values.get('!'), entry)) files.push(...filesBelow(process, child, options));
    } else if (!included || matchesAny(included, entry)) files.push(child);
  }
  return files;
}

/** Prints what matches in one file; says whether anything did. */
function search(
  process: Process,
  text: string,
  expression: RegExp,
  options: Options,
  name: string,
  named: boolean,
): boolean {
  const { flags } = options;
  const lines = linesOf(text);
  const limit = Number(lastValue(options, 'm') ?? Infinity);
  const hits = lines
    .flatMap((line, at) => (matches(expression, line) !== flags.has('v') ? [at] : []))
    .slice(0, limit);
  const found = hits.length > 0;
  const out = (line: string) => process.stdout.write(`${line}\n`);
  const colour = process.stdout.isTerminal;
  const paint = (code: string, text: string) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);
  if (flags.has('q')) return found;
  if (flags.has('L')) return found || (out(paint('35', name)), true);
  if (flags.has('l')) {
    if (found) out(paint('35', name));
    return found;
  }
  if (flags.has('c')) {
    out(`${named ? `${paint('35', name)}${paint('36', ':')}` : ''}${hits.length}`);
    return found;
  }
  const show = (at: number, line: string, mark: ':' | '-') => {
    const file = named ? paint('35', name) + paint('36', mark) : '';
    const number = flags.has('n') ? paint('32', String(at + 1)) + paint('36', mark) : '';
    out(file + number + line);
  };
  const highlight = (line: string) =>
    colour && !flags.has('v') ? line.replace(expression, (match) => match && paint('01;31', match)) : line;
  if (flags.has('o')) {
    if (flags.has('v')) return found;
    for (const at of hits) {
      expression.lastIndex = 0;
      for (const [match] of (lines[at] ?? '').matchAll(expression))
        if (match) show(at, paint('01;31', match), ':');
    }
    return found;
  }
  let shownTo = -1;
  const around = Number(lastValue(options, 'C') ?? 0);
  const [before, after] = [
    Number(lastValue(options, 'B') ?? around),
    Number(lastValue(options, 'A') ?? around),
  ];
  hits.forEach((hit, index) => {
    const from = Math.max(hit - before, shownTo + 1, 0);
    if ((before || after) && shownTo >= 0 && from > shownTo + 1) out(paint('36', '--'));
    const to = Math.min(hit + after, (hits[index + 1] ?? lines.length) - 1, lines.length - 1);
    for (let at = from; at <= Math.max(to, hit); at += 1) {
      if (at === hit) show(at, highlight(lines[at] ?? ''), ':');
      else show(at, lines[at] ?? '', '-');
    }
    shownTo = Math.max(to, hit);
  });
  return found;
}

function matches(expression: RegExp, line: string): boolean {
  expression.lastIndex = 0;
  return expression.test(line);
}

/** The pattern as a regular expression of JavaScript's, or what is wrong with it. */
function compile(pattern: string, flags: Set<string>): RegExp | string {
  const sources = pattern.split('\n').map((line) => {
    if (flags.has('F')) return escapeRegExp(line);
    return extended(flags.has('E') || flags.has('P') ? line : basic(line));
  });
  let source = sources.map((each) => `(?:${each})`).join('|');
  if (flags.has('w')) source = `(?<![A-Za-z0-9_])(?:${source})(?![A-Za-z0-9_])`;
  if (flags.has('x')) source = `^(?:${source})$`;
  try {
    return new RegExp(source, flags.has('i') ? 'gi' : 'g');
  } catch {
    return `${pattern}: invalid regular expression`;
  }
}
