import { resolvePath } from '../../files/paths';
import { ExitShell, LeaveLoop, ReturnFromFunction } from '../control';
import { FileError } from '../../files/file-error';
import { Interrupted, type Process } from '../program';
import type { ShellContext } from '../host';
import { complainAsShell, shellCommand } from './builtin';

const cd = shellCommand(
  'cd',
  'cd [FOLDER]',
  'go to a folder (cd .. up, cd - back)',
  (process, { state, host }) => {
    const operands = process.argv.slice(1).filter((word) => word !== '--' && word !== '-L' && word !== '-P');
    const [target = state.get('HOME')] = operands;
    if (operands.length > 1) return complainAsShell(process, 'too many arguments');
    if (target === undefined) return complainAsShell(process, 'HOME not set');
    if (/^-./.test(target)) {
      complainAsShell(process, `${target}: invalid option`);
      process.stderr.write('cd: usage: cd [-L|[-P [-e]] [-@]] [dir]\n');
      return 2;
    }
    const back = state.get('OLDPWD');
    if (target === '-' && back === undefined) return complainAsShell(process, 'OLDPWD not set');
    const path = resolvePath(state.cwd, target === '-' ? (back ?? '') : target);
    const kind = host.files.stat(path)?.kind;
    if (kind === undefined) return complainAsShell(process, `${target}: No such file or directory`);
    if (kind === 'file') return complainAsShell(process, `${target}: Not a directory`);
    state.set('OLDPWD', state.cwd);
    state.cwd = path;
    state.set('PWD', path);
    if (target === '-') process.stdout.write(`${path}\n`);
    return 0;
  },
);

const pwd = shellCommand('pwd', 'pwd', 'print where you are', (process, { state }) => {
  const option = process.argv.find((word) => /^-[^LP]/.test(word));
  if (option) {
    complainAsShell(process, `${option}: invalid option`);
    process.stderr.write('pwd: usage: pwd [-LP]\n');
    return 2;
  }
  process.stdout.write(`${state.cwd}\n`);
  return 0;
});

const history = shellCommand(
  'history',
  'history [-c] [COUNT]',
  'list the commands so far (-c forgets them)',
  (process, { state }) => {
    const [, argument] = process.argv;
    if (argument === '-c') {
      state.history.length = 0;
      return 0;
    }
    if (argument !== undefined && !/^\d+$/.test(argument)) {
      if (!argument.startsWith('-'))
        return complainAsShell(process, `${argument}: numeric argument required`);
      complainAsShell(process, `${argument}: invalid option`);
      process.stderr.write('history: usage: history [-c] [n]\n');
      return 2;
    }
    const first = argument === undefined ? 0 : Math.max(state.history.length - Number(argument), 0);
    state.history.slice(first).forEach((line, index) => {
      process.stdout.write(`${String(first + index + 1).padStart(5)}  ${line}\n`);
    });
    return 0;
  },
);

const clear = shellCommand('clear', 'clear', 'empty the screen', (_, { host }) => {
  host.hooks.clear();
  return 0;
});

const exit = shellCommand('exit', 'exit [CODE]', 'end the shell', (process, { state }) => {
  const [, code] = process.argv;
  if (code !== undefined && !/^-?\d+$/.test(code)) {
    complainAsShell(process, `${code}: numeric argument required`);
    throw new ExitShell(2);
  }
  throw new ExitShell(Number(code ?? state.lastExit) & 255);
});

const outcome = (name: string, code: number, summary: string) =>
  shellCommand(name, name, summary, () => code);

const leave = (kind: 'break' | 'continue') =>
  shellCommand(
    kind,
    `${kind} [LEVELS]`,
    kind === 'break' ? 'leave a loop' : 'go on with the next turn',
    (process, { state }) => {
      if (state.loops > 0) throw new LeaveLoop(kind, Number(process.argv[1] ?? 1));
      complainAsShell(process, "only meaningful in a `for', `while', or `until' loop");
      return 0;
    },
  );

const sleep = {
  ...shellCommand('sleep', 'sleep SECONDS', 'wait', async (process, { host }) => {
    const units: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400 };
    let seconds = 0;
    const [, ...words] = process.argv;
    const wrong = words.find((word) => !/^\d*\.?\d+[smhd]?$/.test(word));
    const problem = words.length === 0 ? 'missing operand' : wrong && `invalid time interval ‘${wrong}’`;
    if (problem !== undefined) {
      process.stderr.write(`sleep: ${problem}\nTry 'sleep --help' for more information.\n`);
      return 1;
    }
    for (const word of words) seconds += Number.parseFloat(word) * (units[word.slice(-1)] ?? 1);
    await wait(seconds * 1000, host.signal);
    return 0;
  }),
  partOfShell: false,
};

function wait(milliseconds: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      signal?.removeEventListener('abort', interrupt);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const interrupt = () => {
      clearTimeout(timer);
      reject(new Interrupted());
    };
    if (signal?.aborted) interrupt();
    else signal?.addEventListener('abort', interrupt, { once: true });
  });
}

/** `source FILE` runs in this shell, `bash FILE` in one of its own. */
const source = (name: 'source' | '.') =>
  shellCommand(name, `${name} FILE`, 'run the commands in a file, in this shell', async (process, shell) => {
    const [, file] = process.argv;
    if (file === undefined) {
      complainAsShell(process, 'filename argument required');
      process.stderr.write(`${name}: usage: ${name} filename [arguments]\n`);
      return 2;
    }
    const text = scriptText(process, file);
    if (text === null) return 1;
    shell.state.calls += 1;
    try {
      return await shell.source(text, process);
    } catch (error) {
      if (error instanceof ReturnFromFunction) return error.code;
      throw error;
    } finally {
      shell.state.calls -= 1;
    }
  });

const bash = (name: 'bash' | 'sh') => ({
  ...shellCommand(
    name,
    `${name} [-c COMMANDS | FILE] [ARGUMENT]...`,
    'run a script',
    async (process, shell) => {
      const [first, ...rest] = process.argv.slice(1);
      const text =
        first === '-c'
          ? (rest.shift() ?? '')
          : first === undefined
            ? await script(process)
            : scriptText(process, first);
      if (text === null) return 127;
      return child(shell, text, process, first === '-c' ? (rest.shift() ?? name) : (first ?? name), rest);
    },
  ),
  partOfShell: false,
});

/** `echo ls | bash` reads its commands; at the terminal there is a shell already. */
async function script(process: Process): Promise<string | null> {
  if (!process.stdin.isTerminal) return process.stdin.readAll();
  process.stderr.write('bash: this terminal is a shell already.\n');
  return '';
}

async function child(
  shell: ShellContext,
  text: string,
  process: Process,
  name: string,
  args: string[],
): Promise<number> {
  const subshell = shell.subshell();
  for (const [variable, { exported }] of subshell.state.variables) {
    if (!exported && !/^(IFS|UID|HOSTNAME)$/.test(variable)) subshell.state.variables.delete(variable);
  }
  subshell.state.functions.clear();
  subshell.state.positional = args;
  subshell.state.name = name;
  try {
    return await subshell.source(text, process);
  } catch (error) {
    if (error instanceof ExitShell) return error.code;
    throw error;
  }
}

function scriptText(process: Process, file: string): string | null {
  try {
    return process.files.readText(resolvePath(process.cwd, file));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    process.stderr.write(`bash: ${file}: ${error.reason}\n`);
    return null;
  }
}

/** What bash brings along and this shell does not; `help` leaves them out. */
export const UNSUPPORTED =
  'alias bg dirs exec fg getopts hash jobs kill let mapfile popd pushd trap ulimit umask wait'.split(' ');

const evaluate = shellCommand('eval', 'eval TEXT...', 'run text as a command', (process, shell) =>
  shell.source(process.argv.slice(1).join(' '), process),
);

/** Bash has them; here they would have nothing to work on. */
const missing = (name: string) =>
  shellCommand(name, name, 'not in this terminal', (process) =>
    complainAsShell(process, 'cannot be used in this terminal', 2),
  );

export const shellCommands = [
  ...UNSUPPORTED.map(missing),
  cd,
  pwd,
  history,
  clear,
  exit,
  outcome('true', 0, 'do nothing, successfully'),
  outcome(':', 0, 'do nothing, successfully'),
  outcome('false', 1, 'do nothing, unsuccessfully'),
  leave('break'),
  leave('continue'),
  sleep,
  source('source'),
  source('.'),
  bash('bash'),
  bash('sh'),
  evaluate,
];
