import { FileError } from '../files/file-error';
import { resolvePath } from '../files/paths';
import { builtins } from './builtins/index';
import type { Host, ShellContext } from './host';
import type { Interpreter } from './interpreter';
import { notYet } from './not-yet';
import type { Process } from './program';
import type { ShellState } from './state';
import type { Streams } from './streams';
import { nearest } from './suggest';

/** Runs one command: a function, a builtin, a program, or a script by its path. */
export async function dispatch(argv: string[], streams: Streams, shell: Interpreter): Promise<number> {
  const [name = '', ...args] = argv;
  const body = shell.state.functions.get(name);
  if (body) return shell.call(body, args, streams);
  const later = notYet(argv, streams.stdin.isTerminal);
  if (later) return complain(streams, later, 1);
  const known = commandOf(name);
  const process = processOf([known, ...args], streams, shell.state, shell.host);
  const builtin = builtins.get(known);
  if (builtin) {
    if (!builtin.partOfShell && args.includes('--help')) {
      streams.stdout.write(`Usage: ${builtin.usage}\n${builtin.summary}\n`);
      return 0;
    }
    return guarded(known, streams, () => builtin.run(process, shell));
  }
  const program = shell.host.programs.get(known);
  if (program) return program(process);
  if (name.includes('/')) return runPath(argv, streams, shell);
  return notFound(name, streams, shell);
}

/** What a program gets from this shell. */
export function processOf(argv: string[], streams: Streams, state: ShellState, host: Host): Process {
  const { stdin, stdout, stderr } = streams;
  const env = state.environment();
  return { argv, cwd: state.cwd, env, stdin, stdout, stderr, files: host.files, size: host.size };
}

/** `/usr/bin/python3` and the like are the commands of that name. */
function commandOf(name: string): string {
  return /^\/(?:usr\/)?(?:local\/)?bin\/([^/]+)$/.exec(name)?.[1] ?? name;
}

async function guarded(name: string, streams: Streams, run: () => number | Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return complain(streams, `${name}: ${error.message}`, 1);
  }
}

/** `./script.sh` and `./app.py`: by the first line of the file, as the kernel does it. */
async function runPath(argv: string[], streams: Streams, shell: ShellContext): Promise<number> {
  const [name = '', ...args] = argv;
  const path = resolvePath(shell.state.cwd, name);
  const stat = shell.host.files.stat(path);
  if (!stat) return complain(streams, `bash: ${name}: No such file or directory`, 127);
  if (stat.kind === 'directory') return complain(streams, `bash: ${name}: Is a directory`, 126);
  if ((stat.mode & 0o111) === 0) return complain(streams, `bash: ${name}: Permission denied`, 126);
  const shebang = /^#!\s*(?:\S*\/env\s+)?(\S+)/.exec(shell.host.files.readText(path))?.[1];
  return shell.execute([shebang?.split('/').at(-1) ?? 'bash', name, ...args], streams);
}

function notFound(name: string, streams: Streams, shell: ShellContext): number {
  const known = [...builtins.keys(), ...shell.host.programs.keys(), ...shell.state.functions.keys()];
  const near = nearest(name, known);
  const hint = near ? `\nDid you mean ${near}?` : '';
  return complain(streams, `bash: ${name}: command not found${hint}`, 127);
}

function complain(streams: Streams, message: string, code: number): number {
  streams.stderr.write(`${message}\n`);
  return code;
}
