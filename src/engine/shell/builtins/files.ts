import { FileError } from '../../files/file-error';
import { isWithin, nameOf, parentOf, resolvePath } from '../../files/paths';
import type { Options } from '../options';
import type { Process } from '../program';
import { complain, tool } from './builtin';

/** Does `action` for each operand; what cannot be done is complained about, and the rest is done all the same. */
function forEach(
  process: Process,
  operands: readonly string[],
  describe: (operand: string) => string,
  action: (operand: string) => void | string,
): number {
  let code = 0;
  for (const operand of operands) {
    try {
      const refusal = action(operand);
      if (refusal) code = complain(process, refusal);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      code = complain(process, `${describe(operand)}: ${error.reason}`);
    }
  }
  return code;
}

function usageError(process: Process, message: string): number {
  complain(process, message);
  process.stderr.write(`Try '${process.argv[0] ?? ''} --help' for more information.\n`);
  return 1;
}

const at = (process: Process, path: string) => resolvePath(process.cwd, path);
/** A path as the student would write it. */
const relative = (process: Process, path: string) =>
  path.startsWith(`${process.cwd}/`) ? path.slice(process.cwd.length + 1) : path;
const isDirectory = (process: Process, path: string) => process.files.stat(path)?.kind === 'directory';

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
        return undefined;
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
        if (!stat && flags.has('f')) return undefined;
        if (stat?.kind === 'directory' && !recursive && !flags.has('d')) throw new FileError('EISDIR', path);
        process.files.remove(path, { recursive });
        const what = stat?.kind === 'directory' ? 'removed directory' : 'removed';
        if (flags.has('v')) process.stdout.write(`${what} '${name}'\n`);
        return undefined;
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
      },
    );
  },
});

/** What `cp` and `mv` share: several sources need a directory, and a directory takes things under their own names. */
function toTarget(
  process: Process,
  { operands }: Options,
  describe: (from: string, to: string) => string,
  action: (from: string, to: string, shown: string) => void | string,
): number {
  const [first] = operands;
  if (first === undefined) return usageError(process, 'missing file operand');
  if (operands.length === 1) return usageError(process, `missing destination file operand after '${first}'`);
  const target = operands.at(-1) ?? '';
  const path = at(process, target);
  const intoDirectory = isDirectory(process, path);
  if (!intoDirectory && operands.length > 2) {
    const reason = process.files.stat(path) ? 'Not a directory' : 'No such file or directory';
    return complain(process, `target '${target}': ${reason}`);
  }
  const place = (from: string) => (intoDirectory ? resolvePath(path, nameOf(at(process, from))) : path);
  const shown = (from: string) =>
    intoDirectory ? `${target.replace(/\/$/, '')}/${nameOf(at(process, from))}` : target;
  return forEach(
    process,
    operands.slice(0, -1),
    (from) => describe(from, shown(from)),
    (from) => {
      if (!process.files.stat(at(process, from))) return `cannot stat '${from}': No such file or directory`;
      if (at(process, from) === place(from)) return `'${from}' and '${shown(from)}' are the same file`;
      return action(at(process, from), place(from), shown(from));
    },
  );
}

const cp = tool({
  name: 'cp',
  group: 'Files and folders',
  summary: 'copy files (-r folders too)',
  usage: 'cp [-rafvn] SOURCE... TARGET',
  options: {
    flags: 'rRafpvnui',
    long: { recursive: 'r', archive: 'a', force: 'f', verbose: 'v', 'no-clobber': 'n' },
  },
  run(process, options) {
    const { flags } = options;
    const recursive = ['r', 'R', 'a'].some((flag) => flags.has(flag));
    return toTarget(
      process,
      options,
      (_, to) => `cannot create regular file '${to}'`,
      (from, to, shown) => {
        const given = relative(process, from);
        if (isDirectory(process, from)) {
          if (!recursive) return `-r not specified; omitting directory '${given}'`;
          if (isWithin(from, to)) return `cannot copy a directory, '${given}', into itself, '${shown}'`;
          if (process.files.stat(to)?.kind === 'file') {
            return `cannot overwrite non-directory '${shown}' with directory '${given}'`;
          }
          if (!isDirectory(process, parentOf(to))) {
            return `cannot create directory '${shown}': No such file or directory`;
          }
        } else if (isDirectory(process, to)) {
          return `cannot overwrite directory '${shown}' with non-directory`;
        }
        if (flags.has('n') && process.files.stat(to)) return undefined;
        process.files.copy(from, to, { recursive });
        if (flags.has('v')) process.stdout.write(`'${given}' -> '${shown}'\n`);
        return undefined;
      },
    );
  },
});

const mv = tool({
  name: 'mv',
  group: 'Files and folders',
  summary: 'move or rename files and folders',
  usage: 'mv [-fvn] SOURCE... TARGET',
  options: { flags: 'fvnui', long: { force: 'f', verbose: 'v', 'no-clobber': 'n' } },
  run(process, options) {
    const { flags } = options;
    return toTarget(
      process,
      options,
      (from, to) => `cannot move '${from}' to '${to}'`,
      (from, to, shown) => {
        const given = relative(process, from);
        if (isWithin(from, to)) return `cannot move '${given}' to a subdirectory of itself, '${shown}'`;
        if (isDirectory(process, from) && process.files.stat(to)?.kind === 'file') {
          return `cannot overwrite non-directory '${shown}' with directory '${given}'`;
        }
        if (flags.has('n') && process.files.stat(to)) return undefined;
        process.files.rename(from, to);
        if (flags.has('v')) process.stdout.write(`renamed '${given}' -> '${shown}'\n`);
        return undefined;
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
    [...letters].reduce((sum, letter) => sum | (bits[letter] ?? 0), 0);
  const places = who === '' || who.includes('a') ? 0o111 : of(who, { u: 0o100, g: 0o010, o: 0o001 });
  const bits = places * of(rights, { r: 4, w: 2, x: 1 });
  if (operator === '-') return (mode) => mode & ~bits;
  return (mode) => (operator === '+' ? mode : mode & ~(places * 7)) | bits;
}

export const fileTools = [mkdir, rmdir, touch, cp, mv, rm, chmod];
