import type { ShellContext } from '../host';
import type { Process } from '../program';
import { complainAsShell, shellCommand, tool, type Builtin } from './builtin';

const KEYWORDS =
  /^(if|then|else|elif|fi|for|while|until|do|done|case|esac|in|function|time|\{|\}|!|\[\[|\]\])$/;

/** Where a command lives, as `which` tells; null for what is part of the shell or unknown. */
function pathOf(name: string, builtins: ReadonlyMap<string, Builtin>, { host }: ShellContext): string | null {
  const builtin = builtins.get(name);
  if (builtin) return builtin.partOfShell ? null : `/usr/bin/${name}`;
  return host.programs.has(name) ? `/usr/local/bin/${name}` : null;
}

/** The commands that find other commands. They need the whole list, so they are made last. */
export function lookupCommands(builtins: ReadonlyMap<string, Builtin>): Builtin[] {
  const type = shellCommand('type', 'type [-t] NAME...', 'tell what a command is', (process, shell) => {
    const words = process.argv.slice(1);
    const short = words[0] === '-t';
    let code = 0;
    for (const name of short ? words.slice(1) : words) {
      const path = pathOf(name, builtins, shell);
      const say = (kind: string, text: string) =>
        process.stdout.write(`${short ? kind : `${name} is ${text}`}\n`);
      if (KEYWORDS.test(name)) say('keyword', 'a shell keyword');
      else if (shell.state.functions.has(name)) say('function', 'a function');
      else if (builtins.get(name)?.partOfShell) say('builtin', 'a shell builtin');
      else if (path) say('file', path);
      else code = short ? 1 : complainAsShell(process, `${name}: not found`);
    }
    return code;
  });

  const which: Builtin = {
    ...shellCommand('which', 'which NAME...', 'tell where a command lives', (process, shell) => {
      const paths = process.argv.slice(1).map((name) => pathOf(name, builtins, shell));
      for (const path of paths) if (path) process.stdout.write(`${path}\n`);
      return paths.every((path) => path !== null) && paths.length > 0 ? 0 : 1;
    }),
    partOfShell: false,
  };

  const command = shellCommand(
    'command',
    'command [-v] NAME [ARGUMENT]...',
    'run or find a command',
    (process, shell) => {
      const [, option, ...rest] = process.argv;
      if (option === undefined) return 0;
      if (option !== '-v') return withoutFunctions(shell, process, process.argv.slice(1));
      let code = 0;
      for (const name of rest) {
        const known = builtins.has(name) || shell.state.functions.has(name) || KEYWORDS.test(name);
        const text = pathOf(name, builtins, shell) ?? (known ? name : null);
        if (text) process.stdout.write(`${text}\n`);
        else code = 1;
      }
      return code;
    },
  );

  const whoami = tool({
    name: 'whoami',
    group: 'The shell',
    summary: 'print your user name',
    usage: 'whoami',
    options: { flags: '' },
    run: (process) => {
      process.stdout.write(`${process.env.get('USER') ?? ''}\n`);
      return 0;
    },
  });

  return [type, which, command, whoami];
}

/** Runs a command although a function has its name. */
async function withoutFunctions(shell: ShellContext, process: Process, argv: string[]): Promise<number> {
  const { functions } = shell.state;
  const name = argv[0] ?? '';
  const body = functions.get(name);
  functions.delete(name);
  try {
    return await shell.execute(argv, process);
  } finally {
    if (body) functions.set(name, body);
  }
}
