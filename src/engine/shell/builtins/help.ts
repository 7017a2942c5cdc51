import { UNSUPPORTED } from './shell';
import { shellCommand, type Builtin, type Group } from './builtin';

/** What the programs are, for `help`; those that are not here are listed by their names alone. */
const PROGRAMS: Record<string, string> = {
  flask:
    'flask db init, migrate, upgrade, downgrade ...; flask routes; commands of your app, like flask seed all',
  alembic: 'the tool behind flask db',
  python: 'python FILE, python -c CODE, python -m MODULE',
  python3: 'the same as python',
  stillroom: 'stillroom prove: takes a revision there and back on a copy of the database',
  pip: 'pip install, pip list, pip freeze ...',
  pip3: 'the same as pip',
};

/** Too small or too particular to list; they work all the same. */
const UNLISTED = new Set([
  ...UNSUPPORTED,
  ...': . [ sh declare readonly shift return break continue eval'.split(' '),
  ...'npm node sequelize sequelize-cli'.split(' '),
]);

function keys(leaveKey: string | null): string {
  const rows = [
    ['Ctrl-C', 'stops a command'],
    ['Ctrl-D', 'ends the input of a command that reads'],
    ['Tab', 'completes commands, options, revisions and files'],
    ['Up, Down', 'go through earlier commands'],
    ...(leaveKey ? [[leaveKey, 'leaves the terminal for the rest of the page']] : []),
  ];
  return `Keys:\n${table(rows)}`;
}

function table(rows: (string | undefined)[][]): string {
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return rows
    .map(([name = '', summary = '']) => `${`  ${name.padEnd(width)}  ${summary}`.trimEnd()}\n`)
    .join('');
}

/** Lists everything there is, in groups; `help NAME` tells about one command. */
export function helpCommand(builtins: ReadonlyMap<string, Builtin>): Builtin {
  return shellCommand('help', 'help [COMMAND]', 'list the commands', (process, { host }) => {
    const [, name] = process.argv;
    if (name !== undefined) {
      const builtin = builtins.get(name);
      const summary = builtin?.summary ?? PROGRAMS[name];
      if (summary === undefined) {
        process.stderr.write(`bash: help: no help topics match \`${name}'.  Try \`help'.\n`);
        return 1;
      }
      process.stdout.write(builtin ? `${builtin.usage}\n    ${summary}\n` : `${name}: ${summary}\n`);
      return 0;
    }
    const programs = [...host.programs.keys()].filter((program) => !builtins.has(program));
    const list = [...builtins.values()].filter((builtin) => !UNLISTED.has(builtin.name));
    const inGroup = (group: Group) =>
      list.filter((builtin) => builtin.group === group).map(({ name, summary }) => [name, summary]);
    section(
      'Python and the database',
      programs.flatMap((program) => (PROGRAMS[program] ? [[program, PROGRAMS[program]]] : [])),
    );
    const others = programs.filter((program) => !PROGRAMS[program]).sort();
    if (others.length > 0)
      process.stdout.write(`Brought by the packages:
  ${others.join(' ')}

`);
    for (const group of ['Course helpers', 'Files and folders', 'Text', 'The shell'] as const) {
      section(group, inGroup(group));
    }
    process.stdout.write(keys(host.leaveKey));
    return 0;

    function section(title: string, rows: (string | undefined)[][]): void {
      if (rows.length > 0) process.stdout.write(`${title}:\n${table(rows)}\n`);
    }
  });
}
