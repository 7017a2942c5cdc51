import { resolvePath } from '../../files/paths';
import type { Stat } from '../../files/file-tree';
import type { Process } from '../program';
import { complain, tool } from './builtin';
import { inColumns } from './columns';

interface Entry {
  name: string;
  path: string;
  stat: Stat;
}

interface Style {
  flags: Set<string>;
  colour: boolean;
  terminal: boolean;
}

export const ls = tool({
  name: 'ls',
  group: 'Files and folders',
  summary: 'list a folder (-a hidden files too, -l in detail, -R with what is below)',
  usage: 'ls [-aAlhd1RtrSFp] [FILE]...',
  options: {
    flags: 'aAlhd1RtrSFpCogn',
    long: {
      all: 'a',
      'almost-all': 'A',
      directory: 'd',
      'human-readable': 'h',
      recursive: 'R',
      reverse: 'r',
      classify: 'F',
      color: 'c',
    },
    values: 'c',
  },
  usageError: 2,
  run(process, { flags, values, operands }) {
    const terminal = process.stdout.isTerminal;
    const colourWish = values.get('c')?.at(-1);
    const style: Style = { flags, terminal, colour: colourWish ? colourWish === 'always' : terminal };
    let code = 0;
    const files: Entry[] = [];
    const directories: Entry[] = [];
    for (const name of operands.length > 0 ? operands : ['.']) {
      const path = resolvePath(process.cwd, name);
      const stat = name === '' ? null : process.files.stat(path);
      if (!stat || (stat.kind === 'file' && name.endsWith('/'))) {
        const reason = stat ? 'Not a directory' : 'No such file or directory';
        complain(process, `cannot access '${name}': ${reason}`);
        code = 2;
      } else if (stat.kind === 'file' || flags.has('d')) files.push({ name, path, stat });
      else directories.push({ name, path, stat });
    }
    const blocks: string[] = [];
    if (files.length > 0) blocks.push(render(sorted(files, flags), process, style));
    const headings = operands.length > 1 || flags.has('R');
    const show = ({ name, path }: Entry) => {
      const entries = sorted(entriesOf(process, path, flags), flags);
      const heading = headings ? `${name}:\n` : '';
      const total = flags.has('l')
        ? `total ${entries.reduce((sum, { stat }) => sum + blocksOf(stat), 0)}\n`
        : '';
      blocks.push(heading + total + render(entries, process, style));
      if (!flags.has('R')) return;
      for (const entry of entries) {
        if (entry.stat.kind !== 'directory' || entry.name === '.' || entry.name === '..') continue;
        show({ ...entry, name: `${name.replace(/\/$/, '')}/${entry.name}` });
      }
    };
    sorted(directories, flags).forEach(show);
    process.stdout.write(blocks.join('\n'));
    return code;
  },
});

function entriesOf(process: Process, directory: string, flags: Set<string>): Entry[] {
  const hidden = flags.has('a') || flags.has('A');
  const names = process.files.list(directory).filter((name) => hidden || !name.startsWith('.'));
  if (flags.has('a')) names.unshift('.', '..');
  return names.flatMap((name) => {
    const path = resolvePath(directory, name);
    const stat = process.files.stat(path);
    return stat ? [{ name, path, stat }] : [];
  });
}

function sorted(entries: Entry[], flags: Set<string>): Entry[] {
  const order = [...entries];
  if (flags.has('t')) order.sort((a, b) => b.stat.mtime - a.stat.mtime);
  else if (flags.has('S')) order.sort((a, b) => b.stat.size - a.stat.size);
  return flags.has('r') ? order.reverse() : order;
}

function render(entries: Entry[], process: Process, style: Style): string {
  const { flags, terminal } = style;
  if (flags.has('l')) return details(entries, process, style);
  const aligned = !flags.has('1') && quotesAny(entries, style);
  const cells = entries.map((entry) => cell(entry, style, aligned));
  if (flags.has('1') || !(terminal || flags.has('C'))) return cells.map(({ text }) => `${text}\n`).join('');
  return inColumns(cells, process.size.columns);
}

/** A name as shown, and how wide it is without colour. */
function cell(
  { name, stat }: Entry,
  { flags, colour, terminal }: Style,
  aligned: boolean,
): { text: string; width: number } {
  const quoted = terminal && NEEDS_QUOTES.test(name);
  const shown = quoted ? quote(name) : name;
  // Where some names are quoted, the others start below their letters, not below the quotes.
  const indent = aligned && !quoted ? ' ' : '';
  const runs = stat.kind === 'file' && (stat.mode & 0o111) !== 0;
  const mark =
    stat.kind === 'directory' && (flags.has('F') || flags.has('p')) ? '/' : runs && flags.has('F') ? '*' : '';
  const code = stat.kind === 'directory' ? '01;34' : runs ? '01;32' : '';
  const text = colour && code ? `\x1b[${code}m${shown}\x1b[0m` : shown;
  return { text: indent + text + mark, width: Array.from(indent + shown + mark).length };
}

const NEEDS_QUOTES = /[^\w@%+=:,./~^-]/;

function quotesAny(entries: Entry[], { terminal }: Style): boolean {
  return terminal && entries.some(({ name }) => NEEDS_QUOTES.test(name));
}

function quote(name: string): string {
  return name.includes("'") ? `"${name}"` : `'${name}'`;
}

function details(entries: Entry[], process: Process, style: Style): string {
  const aligned = quotesAny(entries, style);
  const rows = entries.map((entry) => ({
    links: String(linksOf(process, entry)),
    size: sizeOf(entry.stat, style.flags),
    mode: modeOf(entry.stat),
    time: timeOf(entry.stat.mtime, process.files.now()),
    name: cell(entry, style, aligned).text,
  }));
  const width = (pick: (row: (typeof rows)[number]) => string) =>
    Math.max(...rows.map((row) => pick(row).length), 0);
  const [links, size] = [width((row) => row.links), width((row) => row.size)];
  return rows
    .map((row) => {
      const counts = `${row.links.padStart(links)} student student ${row.size.padStart(size)}`;
      return `${row.mode} ${counts} ${row.time} ${row.name}\n`;
    })
    .join('');
}

function linksOf(process: Process, { path, stat }: Entry): number {
  if (stat.kind === 'file') return 1;
  const below = process.files.list(path).map((name) => process.files.stat(resolvePath(path, name)));
  return 2 + below.filter((child) => child?.kind === 'directory').length;
}

/** A directory takes one block of 4096 bytes, a file as many as it needs; counted in KiB. */
function blocksOf(stat: Stat): number {
  return stat.kind === 'directory' ? 4 : Math.ceil(stat.size / 4096) * 4;
}

function sizeOf(stat: Stat, flags: Set<string>): string {
  const bytes = stat.kind === 'directory' ? 4096 : stat.size;
  if (!flags.has('h') || bytes < 1024) return String(bytes);
  const power = bytes < 1024 ** 2 ? 1 : 2;
  const value = bytes / 1024 ** power;
  const rounded = value < 10 ? (Math.ceil(value * 10) / 10).toFixed(1) : String(Math.ceil(value));
  return rounded + ' KM'.charAt(power);
}

function modeOf({ kind, mode }: Stat): string {
  const rights = [6, 3, 0].map((shift) => {
    const bits = mode >> shift;
    return (bits & 4 ? 'r' : '-') + (bits & 2 ? 'w' : '-') + (bits & 1 ? 'x' : '-');
  });
  return (kind === 'directory' ? 'd' : '-') + rights.join('');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Jan  5 14:03`, or the year in place of the time for what is older than half a year. */
function timeOf(mtime: number, now: number): string {
  const date = new Date(mtime);
  const day = `${MONTHS[date.getMonth()] ?? ''} ${String(date.getDate()).padStart(2)}`;
  const recent = now - mtime < 182 * 24 * 3600 * 1000 && mtime <= now + 3600_000;
  if (!recent) return `${day}  ${date.getFullYear()}`;
  return `${day} ${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}
