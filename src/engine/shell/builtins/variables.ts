import type { ShellContext } from '../host';
import { ReturnFromFunction } from '../control';
import type { Process } from '../program';
import { complainAsShell, shellCommand } from './builtin';

const NAME = /^[a-zA-Z_]\w*$/;

/** A value between double quotes, as bash writes it so that it can be read again. */
function inDoubleQuotes(value: string): string {
  return `"${value.replace(/["\\$`]/g, '\\$&')}"`;
}

function refuseOption(process: Process, option: string, usage: string): number {
  complainAsShell(process, `${option}: invalid option`);
  process.stderr.write(`${process.argv[0] ?? ''}: usage: ${usage}\n`);
  return 2;
}

function listExported(process: Process, { state }: ShellContext): number {
  for (const [name, { value, exported }] of [...state.variables].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (exported) process.stdout.write(`declare -x ${name}=${inDoubleQuotes(value)}\n`);
  }
  return 0;
}

/** Handles `NAME`, `NAME=value` and `NAME+=value`; `settle` does what is particular to the command. */
function declareEach(
  process: Process,
  { state }: ShellContext,
  words: readonly string[],
  settle: (name: string, value: string | undefined) => void,
): number {
  let code = 0;
  for (const word of words) {
    const [, name = '', append, value] = /^([^=+]*)(?:(\+)?=([^]*))?$/.exec(word) ?? [];
    if (!NAME.test(name)) code = complainAsShell(process, `\`${word}': not a valid identifier`);
    else settle(name, append ? (state.get(name) ?? '') + (value ?? '') : value);
  }
  return code;
}

const exportCommand = shellCommand(
  'export',
  'export [-n] [NAME[=VALUE]]...',
  'set variables that programs see too',
  (process, shell) => {
    const [, ...words] = process.argv;
    const [option] = words;
    if (option === undefined || option === '-p') return listExported(process, shell);
    const remove = option === '-n';
    if (option.startsWith('-') && !remove) {
      return refuseOption(process, option, 'export [-fn] [name[=value] ...] or export -p');
    }
    return declareEach(process, shell, remove ? words.slice(1) : words, (name, value) => {
      const known = shell.state.variables.get(name);
      // Exporting a name that has no value yet shows it to programs as soon as it gets one; here, as empty.
      if (remove) shell.state.variables.set(name, { value: value ?? known?.value ?? '', exported: false });
      else shell.state.export(name, value ?? known?.value ?? '');
    });
  },
);

const unset = shellCommand('unset', 'unset [-fv] NAME...', 'forget variables', (process, { state }) => {
  const [, ...words] = process.argv;
  const option = words.find((word) => word.startsWith('-'));
  if (option && !/^-[fv]+$/.test(option))
    return refuseOption(process, option, 'unset [-f] [-v] [-n] [name ...]');
  for (const name of words) {
    if (option !== '-f' && state.variables.delete(name)) continue;
    if (option !== '-v') state.functions.delete(name);
  }
  return 0;
});

const local = shellCommand(
  'local',
  'local NAME[=VALUE]...',
  'set variables in a function',
  (process, shell) => {
    if (shell.state.calls === 0) return complainAsShell(process, 'can only be used in a function');
    return declareEach(process, shell, process.argv.slice(1), (name, value) => {
      shell.state.setLocal(name, value ?? '');
    });
  },
);

const declare = (name: 'declare' | 'readonly') =>
  shellCommand(name, `${name} [-xrp] [NAME[=VALUE]]...`, 'set variables', (process, shell) => {
    const [, ...words] = process.argv;
    const options = words.filter((word) => word.startsWith('-')).join('');
    if (/[^-xrpgi]/.test(options)) return refuseOption(process, options, `${name} [-xrp] [name[=value] ...]`);
    const names = words.filter((word) => !word.startsWith('-'));
    if (names.length === 0) return listExported(process, shell);
    return declareEach(process, shell, names, (variable, value) => {
      const known = shell.state.variables.get(variable);
      if (options.includes('p')) {
        const flags = known?.exported ? '-x' : '--';
        process.stdout.write(`declare ${flags} ${variable}=${inDoubleQuotes(known?.value ?? '')}\n`);
      } else if (options.includes('x')) shell.state.export(variable, value ?? known?.value ?? '');
      else if (value !== undefined) shell.state.set(variable, value);
    });
  });

const read = shellCommand(
  'read',
  'read [-r] [-s] [-p PROMPT] [NAME]...',
  'read a line into variables',
  async (process, { state }) => {
    const names: string[] = [];
    let [raw, secret, prompt] = [false, false, ''];
    const words = process.argv.slice(1);
    for (let word = words.shift(); word !== undefined; word = words.shift()) {
      if (!/^-./.test(word)) {
        names.push(word);
        continue;
      }
      if (/[^rsep-]/.test(word)) return refuseOption(process, word, 'read [-rs] [-p prompt] [name ...]');
      raw ||= word.includes('r');
      secret ||= word.includes('s');
      if (word.includes('p')) prompt = words.shift() ?? '';
    }
    const wrong = names.find((name) => !NAME.test(name));
    if (wrong !== undefined) return complainAsShell(process, `\`${wrong}': not a valid identifier`);
    if (prompt && process.stdin.isTerminal) process.stderr.write(prompt);
    let line = (await process.stdin.readLine({ secret })) ?? '';
    while (!raw && line.endsWith('\\\n')) {
      line = line.slice(0, -2) + ((await process.stdin.readLine({ secret })) ?? '');
    }
    const text = raw ? line.replace(/\n$/, '') : line.replace(/\n$/, '').replace(/\\([^])/g, '$1');
    const values = names.length > 0 ? splitInto(text, names.length, state.get('IFS') ?? ' \t\n') : [text];
    (names.length > 0 ? names : ['REPLY']).forEach((name, index) => state.set(name, values[index] ?? ''));
    return line.endsWith('\n') ? 0 : 1;
  },
  ['-r', '-s', '-p'],
);

/** Cuts a line into `count` fields; the last one takes the rest. */
function splitInto(text: string, count: number, separators: string): string[] {
  const blanks = Array.from(separators)
    .filter((char) => /\s/.test(char))
    .join('');
  const trimmed = blanks === '' ? text : text.replace(new RegExp(`^[${blanks}]+|[${blanks}]+$`, 'g'), '');
  if (separators === '') return [trimmed];
  const set = separators.replace(/[\]\\^-]/g, '\\$&');
  const space = blanks === '' ? '' : `[${blanks}]*`;
  const separator = new RegExp(`${blanks === '' ? '' : `[${blanks}]*[${set}]${space}|`}[${set}]`);
  const fields: string[] = [];
  let rest = trimmed;
  while (fields.length < count - 1) {
    const match = separator.exec(rest);
    if (!match) break;
    fields.push(rest.slice(0, match.index));
    rest = rest.slice(match.index + match[0].length);
  }
  return [...fields, rest];
}

const set = shellCommand(
  'set',
  'set [-a|+a] [--] [ARGUMENT]...',
  'list variables, or export all that are set (-a)',
  (process, { state }) => {
    const [, ...words] = process.argv;
    if (words.length === 0) {
      for (const [name, { value }] of [...state.variables].sort(([a], [b]) => (a < b ? -1 : 1))) {
        process.stdout.write(
          `${name}=${/^[\w/.:@%+=,-]*$/.test(value) ? value : `$'${escapeAnsi(value)}'`}\n`,
        );
      }
      return 0;
    }
    const [option = '', ...rest] = words;
    if (option === '-a' || option === '+a') state.exportAll = option === '-a';
    else if (option === '--' || !/^[-+]/.test(option)) state.positional = option === '--' ? rest : words;
    else return complainAsShell(process, `${option}: only -a, +a and -- can be used in this terminal`, 2);
    return 0;
  },
);

function escapeAnsi(value: string): string {
  return value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

const shift = shellCommand(
  'shift',
  'shift [COUNT]',
  'drop the first arguments of a function',
  (process, { state }) => {
    const count = Number(process.argv[1] ?? 1);
    if (!(count <= state.positional.length)) return 1;
    state.positional = state.positional.slice(count);
    return 0;
  },
);

const returnCommand = shellCommand('return', 'return [CODE]', 'leave a function', (process, { state }) => {
  if (state.calls === 0)
    return complainAsShell(process, "can only `return' from a function or sourced script", 2);
  throw new ReturnFromFunction(Number(process.argv[1] ?? state.lastExit) & 255);
});

export const variableCommands = [
  exportCommand,
  unset,
  local,
  declare('declare'),
  declare('readonly'),
  read,
  set,
  shift,
  returnCommand,
];
