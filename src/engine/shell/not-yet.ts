/** Options of `flask` itself that take a value. */
const FLASK_VALUES = new Set(['-A', '--app', '-e', '--env-file']);

/** One sentence about a command that a later version brings, or null when the command can run. */
export function notYet(argv: readonly string[], stdinIsTerminal: boolean): string | null {
  const command = pythonModule(argv) ?? argv;
  const [name = '', ...args] = command;
  if (args.includes('--help')) return null;
  if (name === 'flask') return flask(args);
  if (/^python3?$/.test(name)) return python(name, args, stdinIsTerminal);
  if (name === 'psql')
    return 'psql: the database prompt comes in a later version; the Database tab shows the tables.';
  return null;
}

function flask(args: string[]): string | null {
  const subcommand = args.find(
    (arg, index) => !arg.startsWith('-') && !FLASK_VALUES.has(args[index - 1] ?? ''),
  );
  if (subcommand === 'run') {
    return 'flask run: serving the app comes in a later version; `flask routes` lists its routes.';
  }
  if (subcommand === 'shell') {
    return "flask shell: the interactive shell comes in a later version; `python -c '...'` and `python FILE` run code.";
  }
  return null;
}

function python(name: string, args: string[], stdinIsTerminal: boolean): string | null {
  const bare = stdinIsTerminal && args.every((arg) => /^-[bBdEiIOPqsSuvx]+$/.test(arg));
  const interactive = args[0] === '-i';
  if (!bare && !interactive) return null;
  return `${name}: the interactive prompt comes in a later version; \`${name} FILE\` and \`${name} -c '...'\` run code.`;
}

/** `python -m flask ...` is `flask ...`. */
function pythonModule(argv: readonly string[]): string[] | null {
  const [name = '', flag, module, ...rest] = argv;
  return /^python3?$/.test(name) && flag === '-m' && module === 'flask' ? ['flask', ...rest] : null;
}
