import { resolvePath } from '../../files/paths';
import type { Process } from '../program';
import { complain, tool } from './builtin';
import { eachInput, linesOf } from './input';
import { lastValue } from '../options';

const cat = tool({
  name: 'cat',
  group: 'Text',
  summary: 'print files (-n numbers the lines)',
  usage: 'cat [-nbEs] [FILE]...',
  options: {
    flags: 'nbEsTAev',
    long: { number: 'n', 'number-nonblank': 'b', 'show-ends': 'E', 'squeeze-blank': 's' },
  },
  async run(process, { flags, operands }) {
    const plain = flags.size === 0;
    const ends = flags.has('E') || flags.has('A') || flags.has('e');
    const tabs = flags.has('T') || flags.has('A');
    let number = 0;
    let blanks = 0;
    const write = (text: string) => {
      if (plain) {
        process.stdout.write(text);
        return;
      }
      for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
        const blank = line === '\n';
        blanks = blank ? blanks + 1 : 0;
        if (flags.has('s') && blanks > 1) continue;
        const counts = flags.has('b') ? !blank : flags.has('n');
        const prefix = counts ? `${String((number += 1)).padStart(6)}\t` : '';
        const shown = tabs ? line.replaceAll('\t', '^I') : line;
        process.stdout.write(prefix + (ends ? shown.replace(/\n$/, '$$\n') : shown));
      }
    };
    if (operands.length === 0 && process.stdin.isTerminal) {
      for (let line = await process.stdin.readLine(); line !== null;) {
        write(line);
        line = await process.stdin.readLine();
      }
      return 0;
    }
    return eachInput(process, operands, ({ text }) => write(text));
  },
});

/** `head` and `tail`: the same options, other ends of the text. */
function end(name: 'head' | 'tail') {
  return tool({
    name,
    group: 'Text',
    summary: `print the ${name === 'head' ? 'first' : 'last'} lines of files (-n COUNT)`,
    usage: `${name} [-n LINES] [-c BYTES] [-q] [FILE]...`,
    options: {
      flags: 'qvf',
      values: 'nc',
      number: 'n',
      long: { lines: 'n', bytes: 'c', quiet: 'q', silent: 'q', verbose: 'v', follow: 'f' },
    },
    run(process, options) {
      const { flags, operands } = options;
      if (flags.has('f')) return complain(process, 'following a file (-f) cannot be done in this terminal');
      const unit = options.values.has('c') ? 'bytes' : 'lines';
      const count = lastValue(options, unit === 'bytes' ? 'c' : 'n') ?? '10';
      if (!/^[-+]?\d+$/.test(count)) return complain(process, `invalid number of ${unit}: ‘${count}’`);
      const headings = flags.has('v') || (operands.length > 1 && !flags.has('q'));
      let first = true;
      return eachInput(
        process,
        operands,
        ({ name: file, text }) => {
          const heading = `${first ? '' : '\n'}==> ${file === '-' ? 'standard input' : file} <==\n`;
          if (headings) process.stdout.write(heading);
          first = false;
          process.stdout.write(cut(name, text, count, unit));
        },
        (file, { code, reason }) =>
          code === 'EISDIR'
            ? `error reading '${file}': ${reason}`
            : `cannot open '${file}' for reading: ${reason}`,
      );
    },
  });
}

function cut(name: 'head' | 'tail', text: string, count: string, unit: 'bytes' | 'lines'): string {
  const pieces = unit === 'lines' ? (text.match(/[^\n]*\n|[^\n]+$/g) ?? []) : Array.from(text);
  const number = Math.abs(Number(count));
  if (name === 'head')
    return pieces.slice(0, count.startsWith('-') ? Math.max(pieces.length - number, 0) : number).join('');
  if (count.startsWith('+')) return pieces.slice(Math.max(number - 1, 0)).join('');
  return pieces.slice(Math.max(pieces.length - number, 0)).join('');
}

const wc = tool({
  name: 'wc',
  group: 'Text',
  summary: 'count lines, words and characters (-l, -w, -c)',
  usage: 'wc [-lwcm] [FILE]...',
  options: { flags: 'lwcm', long: { lines: 'l', words: 'w', bytes: 'c', chars: 'm' } },
  async run(process, { flags, operands }) {
    const wanted = flags.size > 0 ? 'lwmc'.split('').filter((flag) => flags.has(flag)) : ['l', 'w', 'c'];
    const names = operands.length > 0 ? operands : ['-'];
    const width = wanted.length === 1 && names.length === 1 ? 1 : columnWidth(process, names);
    const total = wanted.map(() => 0);
    const show = (counts: number[], name: string) => {
      const numbers = counts.map((count) => String(count).padStart(width)).join(' ');
      process.stdout.write(`${numbers}${name ? ` ${name}` : ''}\n`);
    };
    const code = await eachInput(process, names, ({ name, text }) => {
      const all: Record<string, number> = {
        l: text.split('\n').length - 1,
        w: text.match(/\S+/g)?.length ?? 0,
        m: Array.from(text).length,
        c: new TextEncoder().encode(text).length,
      };
      const counts = wanted.map((flag) => all[flag] ?? 0);
      counts.forEach((count, index) => (total[index] = (total[index] ?? 0) + count));
      show(counts, operands.length > 0 ? name : '');
    });
    if (operands.length > 1) show(total, 'total');
    return code;
  },
});

/** GNU wc makes its columns as wide as the files' sizes together; what has no size takes seven. */
function columnWidth(process: Process, names: readonly string[]): number {
  const sizes = names.map((name) => process.files.stat(resolvePath(process.cwd, name)));
  if (names.includes('-') || sizes.some((stat) => stat?.kind === 'directory')) return 7;
  return String(sizes.reduce((sum, stat) => sum + (stat?.size ?? 0), 0)).length;
}

const sort = tool({
  name: 'sort',
  group: 'Text',
  summary: 'sort lines (-r reverse, -n by number, -u once each)',
  usage: 'sort [-rnufb] [-k FIELD] [-t SEPARATOR] [FILE]...',
  options: {
    flags: 'rnufb',
    values: 'kt',
    long: {
      reverse: 'r',
      'numeric-sort': 'n',
      unique: 'u',
      'ignore-case': 'f',
      key: 'k',
      'field-separator': 't',
    },
  },
  usageError: 2,
  async run(process, options) {
    const { flags } = options;
    const field = Number.parseInt(lastValue(options, 'k') ?? '0', 10);
    const separator = lastValue(options, 't') ?? /\s+/;
    const keyOf = (line: string) => {
      const key =
        field > 0
          ? line
              .trimStart()
              .split(separator)
              .slice(field - 1)
              .join(' ')
          : line;
      return flags.has('f') ? key.toUpperCase() : key;
    };
    const numberOf = (line: string) => Number(/^\s*(-?\d*\.?\d+)/.exec(keyOf(line))?.[1] ?? 0);
    const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    const byKey = (a: string, b: string) =>
      flags.has('n') ? numberOf(a) - numberOf(b) : byText(keyOf(a), keyOf(b));
    const lines: string[] = [];
    const code = await eachInput(
      process,
      options.operands,
      ({ text }) => void lines.push(...linesOf(text)),
      (file, { code, reason }) => `${code === 'EISDIR' ? 'read failed' : 'cannot read'}: ${file}: ${reason}`,
    );
    const sorted = lines.sort(
      (a, b) => (byKey(a, b) || (flags.has('u') ? 0 : byText(a, b))) * (flags.has('r') ? -1 : 1),
    );
    const kept = flags.has('u')
      ? sorted.filter((line, i) => i === 0 || byKey(line, sorted[i - 1] ?? '') !== 0)
      : sorted;
    for (const line of kept) process.stdout.write(`${line}\n`);
    return code === 0 ? 0 : 2;
  },
});

const uniq = tool({
  name: 'uniq',
  group: 'Text',
  summary: 'drop lines that repeat the one before (-c counts them)',
  usage: 'uniq [-cdui] [FILE]',
  options: { flags: 'cdui', long: { count: 'c', repeated: 'd', unique: 'u', 'ignore-case': 'i' } },
  run(process, { flags, operands }) {
    const fold = (line: string) => (flags.has('i') ? line.toLowerCase() : line);
    return eachInput(process, operands.slice(0, 1), ({ text }) => {
      const runs: { line: string; count: number }[] = [];
      for (const line of linesOf(text)) {
        const last = runs.at(-1);
        if (last && fold(last.line) === fold(line)) last.count += 1;
        else runs.push({ line, count: 1 });
      }
      for (const { line, count } of runs) {
        if ((flags.has('d') && count === 1) || (flags.has('u') && count > 1)) continue;
        process.stdout.write(`${flags.has('c') ? `${String(count).padStart(7)} ` : ''}${line}\n`);
      }
    });
  },
});

export const textTools = [cat, end('head'), end('tail'), wc, sort, uniq];
