import type { Command } from '../host';
import { OptionError, optionNames, parseOptions, type Options, type OptionSpec } from '../options';
import type { Process } from '../program';
import type { ShellContext } from '../host';

/** The headings of `help`. */
export type Group = 'Files and folders' | 'Text' | 'The shell' | 'Course helpers';

/** A command that the shell brings along. */
export interface Builtin {
  name: string;
  group: Group;
  /** One line for `help`. */
  summary: string;
  usage: string;
  /** Works on the shell itself, as bash's builtins do; the others are programs to the student. */
  partOfShell: boolean;
  /** For completion. */
  options: string[];
  run: Command;
}

/** A GNU-like program: its options are taken apart and refused as GNU's are. */
export interface ToolDefinition {
  name: string;
  group: Group;
  summary: string;
  usage: string;
  options: OptionSpec;
  /** The exit code for a wrong option; 1 with most, 2 with ls, grep and sort. */
  usageError?: number;
  run(process: Process, options: Options): number | Promise<number>;
}

/** Makes a program out of its definition. */
export function tool(definition: ToolDefinition): Builtin {
  const { name, group, summary, usage, options: spec, usageError = 1 } = definition;
  const run = (process: Process): number | Promise<number> => {
    let options: Options;
    try {
      options = parseOptions(process.argv, spec);
    } catch (error) {
      if (!(error instanceof OptionError)) throw error;
      complain(process, error.message);
      process.stderr.write(`Try '${name} --help' for more information.\n`);
      return usageError;
    }
    return definition.run(process, options);
  };
  return { name, group, summary, usage, partOfShell: false, options: [...optionNames(spec), '--help'], run };
}

/** A command that is part of the shell. */
export function shellCommand(
  name: string,
  usage: string,
  summary: string,
  run: (process: Process, shell: ShellContext) => number | Promise<number>,
  options: string[] = [],
): Builtin {
  return { name, group: 'The shell', summary, usage, partOfShell: true, options, run };
}

/** Writes `NAME: MESSAGE` to stderr and gives the exit code 1, as programs do. */
export function complain(process: Process, message: string): number {
  process.stderr.write(`${process.argv[0] ?? ''}: ${message}\n`);
  return 1;
}

/** The same for what is part of the shell: `bash: cd: MESSAGE`. */
export function complainAsShell(process: Process, message: string, code = 1): number {
  process.stderr.write(`bash: ${process.argv[0] ?? ''}: ${message}\n`);
  return code;
}
