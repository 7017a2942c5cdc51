import { isWithin, nameOf, parentOf, resolvePath } from '../../files/paths';
import type { Options } from '../options';
import type { Process } from '../program';
import { complain, tool } from './builtin';
import { at, forEach, isDirectory, relative, usageError } from './operands';

/** What `cp` and `mv` share: several sources need a directory, and a directory takes things under their own names. */
function toTarget(
  process: Process,
  { operands }: Options,
  describe: (from: string, to: string) => string,
  action: (from: string, to: string, shown: string) => string | null,
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
        if (flags.has('n') && process.files.stat(to)) return null;
        process.files.copy(from, to, { recursive });
        if (flags.has('v')) process.stdout.write(`'${given}' -> '${shown}'\n`);
        return null;
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
        if (flags.has('n') && process.files.stat(to)) return null;
        process.files.rename(from, to);
        if (flags.has('v')) process.stdout.write(`renamed '${given}' -> '${shown}'\n`);
        return null;
      },
    );
  },
});

export const copyMoveTools = [cp, mv];
