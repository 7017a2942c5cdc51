import { FileError } from '../../files/file-error';
import { resolvePath } from '../../files/paths';
import type { Process } from '../program';
import { complain } from './builtin';

/** Does `action` for each operand; what cannot be done is complained about, and the rest is done all the same. */
export function forEach(
  process: Process,
  operands: readonly string[],
  describe: (operand: string) => string,
  action: (operand: string) => string | null,
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

export function usageError(process: Process, message: string): number {
  complain(process, message);
  process.stderr.write(`Try '${process.argv[0] ?? ''} --help' for more information.\n`);
  return 1;
}

export const at = (process: Process, path: string) => resolvePath(process.cwd, path);
/** A path as the student would write it. */
export const relative = (process: Process, path: string) =>
  path.startsWith(`${process.cwd}/`) ? path.slice(process.cwd.length + 1) : path;
export const isDirectory = (process: Process, path: string) => process.files.stat(path)?.kind === 'directory';
