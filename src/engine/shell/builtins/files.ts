import { FileError } from '../../files/file-error';
import { parentOf } from '../../files/paths';
import type { Process } from '../program';
import { tool } from './builtin';
import { at, forEach, relative, usageError } from './operands';

const mkdir = tool({
  name: 'mkdir',
  group: 'Files and folders',
  summary: 'make folders (-p with those above them)',
  usage: 'mkdir [-pv] DIRECTORY...',
  options: { flags: 'pv', values: 'm', long: { parents: 'p', verbose: 'v', mode: 'm' } },
  run(process, { flags, operands }) {
    if (operands.length === 0) return usageError(process, 'missing operand');
    return forEach(
      process,
      operands,
      (name) => `cannot create directory ‘${name}’`,
      (name) => {
        const path = at(process, name);
        const file = flags.has('p') && fileOnTheWay(process, path);
        if (file) return `cannot create directory ‘${relative(process, file)}’: Not a directory`;
        process.files.mkdir(path, { parents: flags.has('p') });
        if (flags.has('v')) process.stdout.write(`mkdir: created directory '${name}'\n`);
        return null;
      },
    );
  },
});

/** A file that stands where `path` needs a directory above it. */
function fileOnTheWay(process: Process, path: string): string | null {
  for (let above = parentOf(path); above !== '/'; above = parentOf(above)) {
    if (process.files.stat(above)?.kind === 'file') return above;
  }
  return null;
}

const rmdir = tool({
  name: 'rmdir',
  group: 'Files and folders',
  summary: 'remove empty folders',
  usage: 'rmdir DIRECTORY...',
  options: { flags: 'v', long: { verbose: 'v' } },
  run(process, { operands }) {
    if (operands.length === 0) return usageError(process, 'missing operand');
    return forEach(
      process,
      operands,
      (name) => `failed to remove '${name}'`,
      (name) => {
        const path = at(process, name);
        if (process.files.stat(path)?.kind === 'file') throw new FileError('ENOTDIR', path);
        process.files.remove(path);
        return null;
      },
    );
  },
});

const rm = tool({
  name: 'rm',
  group: 'Files and folders',
  summary: 'remove files (-r folders too, -f without asking)',
  usage: 'rm [-rfvi] FILE...',
  options: { flags: 'rRfvid', long: { recursive: 'r', force: 'f', verbose: 'v', dir: 'd' } },
  run(process, { flags, operands }) {
    const recursive = flags.has('r') || flags.has('R');
    if (operands.length === 0) return flags.has('f') ? 0 : usageError(process, 'missing operand');
    return forEach(
      process,
      operands,
      (name) => `cannot remove '${name}'`,
      (name) => {
        const path = at(process, name);
        if (/(^|\/)\.\.?\/?$/.test(name))
          return `refusing to remove '.' or '..' directory: skipping '${name}'`;
        if (path === '/') return "it is dangerous to operate recursively on '/'";
        const stat = process.files.stat(path);
        if (!stat && flags.has('f')) return null;
        if (stat?.kind === 'directory' && !recursive && !flags.has('d')) throw new FileError('EISDIR', path);
        process.files.remove(path, { recursive });
        const what = stat?.kind === 'directory' ? 'removed directory' : 'removed';
        if (flags.has('v')) process.stdout.write(`${what} '${name}'\n`);
        return null;
      },
    );
  },
});

const touch = tool({
  name: 'touch',
  group: 'Files and folders',
  summary: 'make empty files, or set their time to now',
  usage: 'touch [-c] FILE...',
  options: { flags: 'cam', long: { 'no-create': 'c' } },
  run(process, { flags, operands }) {
    if (operands.length === 0) return usageError(process, 'missing file operand');
    return forEach(
      process,
      operands,
      (name) => `cannot touch '${name}'`,
      (name) => {
        const path = at(process, name);
        if (process.files.stat(path)) process.files.utime(path, process.files.now());
        else if (!flags.has('c')) process.files.write(path, '');
        return null;
      },
    );
  },
});

const chmod = tool({
  name: 'chmod',
  group: 'Files and folders',
  summary: 'let a file be run as a command (+x)',
  usage: 'chmod MODE FILE...',
  options: { flags: 'R' },
  run(process, { operands: [mode, ...names] }) {
    if (mode === undefined) return usageError(process, 'missing operand');
    if (names.length === 0) return usageError(process, `missing operand after ‘${mode}’`);
    const change = modeChange(mode);
    if (!change) return usageError(process, `invalid mode: ‘${mode}’`);
    return forEach(
      process,
      names,
      (name) => `cannot access '${name}'`,
      (name) => {
        const node = process.files.find(at(process, name));
        if (!node) throw new FileError('ENOENT', name);
        node.mode = change(node.mode);
        return null;
      },
    );
  },
});

function modeChange(text: string): ((mode: number) => number) | null {
  if (/^[0-7]{3,4}$/.test(text)) return () => Number.parseInt(text, 8);
  const match = /^([ugoa]*)([-+=])([rwx]+)$/.exec(text);
  if (!match) return null;
  const [, who = '', operator, rights = ''] = match;
  const of = (letters: string, bits: Record<string, number>) =>
    Array.from(letters).reduce((sum, letter) => sum | (bits[letter] ?? 0), 0);
  const places = who === '' || who.includes('a') ? 0o111 : of(who, { u: 0o100, g: 0o010, o: 0o001 });
  const bits = places * of(rights, { r: 4, w: 2, x: 1 });
  if (operator === '-') return (mode) => mode & ~bits;
  return (mode) => (operator === '+' ? mode : mode & ~(places * 7)) | bits;
}

export const fileTools = [mkdir, rmdir, touch, rm, chmod];
