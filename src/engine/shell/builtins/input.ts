import { FileError } from '../../files/file-error';
import { resolvePath } from '../../files/paths';
import type { Process } from '../program';
import { complain } from './builtin';

/** A file named on the command line, or standard input. */
export interface Input {
  /** As the student wrote it; `-` or nothing is standard input. */
  name: string;
  text: string;
}

/**
 * Reads the named files one after the other, or standard input when none is named, and hands each to `take`.
 * Files that cannot be read are complained about, in the words of `mention`. Gives 1 if there was one, else 0.
 */
export async function eachInput(
  process: Process,
  names: readonly string[],
  take: (input: Input) => void | Promise<void>,
  mention: (name: string, error: FileError) => string = (name, error) => `${name}: ${error.reason}`,
): Promise<number> {
  let code = 0;
  for (const name of names.length > 0 ? names : ['-']) {
    const input = await readInput(process, name);
    if (typeof input === 'string') await take({ name, text: input });
    else code = complain(process, mention(name, input));
  }
  return code;
}

/** The text of a file, or why it cannot be read. */
export async function readInput(process: Process, name: string): Promise<string | FileError> {
  if (name === '-' || name === '/dev/stdin') return process.stdin.readAll();
  if (name === '/dev/null') return '';
  try {
    return process.files.readText(resolvePath(process.cwd, name));
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
}

/** Lines without their newlines; a text that ends in a newline has no empty last line. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
