import { resolvePath } from '../../files/paths';
import { OptionError, parseOptions } from '../options';
import type { Process } from '../program';
import type { ShellContext } from '../host';
import { complain, shellCommand, type Builtin } from './builtin';

/** `env`: lists what programs see, or runs one with more or less of it. */
const env: Builtin = {
  ...shellCommand(
    'env',
    'env [-i] [-u NAME] [NAME=VALUE]... [COMMAND [ARGUMENT]...]',
    'list exported variables',
    runEnv,
  ),
  options: ['-i', '-u'],
  partOfShell: false,
};

async function runEnv(process: Process, shell: ShellContext): Promise<number> {
  const child = shell.subshell();
  try {
    const options = parseOptions(process.argv, {
      flags: 'i0',
      values: 'u',
      long: { 'ignore-environment': 'i', unset: 'u' },
      stopAtOperand: true,
    });
    const { variables } = child.state;
    if (options.flags.has('i'))
      for (const [name, { exported }] of variables) if (exported) variables.delete(name);
    for (const name of options.values.get('u') ?? []) variables.delete(name);
    const words = [...options.operands];
    for (; /^[^=]+=/.test(words[0] ?? ''); words.shift()) {
      const [, name = '', value = ''] = /^([^=]+)=([^]*)$/.exec(words[0] ?? '') ?? [];
      child.state.export(name, value);
    }
    if (words.length > 0) return await child.execute(words, process);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    complain(process, error.message);
    process.stderr.write("Try 'env --help' for more information.\n");
    return 125;
  }
  for (const [name, value] of child.state.environment()) process.stdout.write(`${name}=${value}\n`);
  return 0;
}

/** `pipenv run` and `pipenv shell` are the shell's business; the rest of pipenv is a program. */
const pipenv: Builtin = {
  ...shellCommand(
    'pipenv',
    'pipenv run COMMAND [ARGUMENT]... | shell | install [PACKAGE]...',
    '',
    async (process, shell) => {
      const [, subcommand, ...rest] = process.argv;
      if (subcommand === 'run' && rest[0] !== '--help') return runInside(process, shell, rest);
      if (subcommand === 'shell' && rest.length === 0) {
        shell.state.export('PIPENV_ACTIVE', '1');
        process.stdout.write(
          'This terminal is already inside the environment: type flask, python or alembic as they are.\n',
        );
        return 0;
      }
      const program = shell.host.programs.get('pipenv');
      return program ? program(process) : complain(process, 'not available in this terminal');
    },
  ),
  group: 'Course helpers',
  summary: 'pipenv run COMMAND, pipenv shell, pipenv install [PACKAGE]',
};

async function runInside(process: Process, shell: ShellContext, words: string[]): Promise<number> {
  const argv = words[0] === '--' ? words.slice(1) : words;
  if (argv.length === 0) {
    process.stderr.write(
      "Usage: pipenv run [OPTIONS] COMMAND [ARGS]...\nTry 'pipenv run -h' for help.\n\nError: Missing argument 'COMMAND'.\n",
    );
    return 2;
  }
  const child = shell.subshell();
  child.state.export('PIPENV_ACTIVE', '1');
  return child.execute(argv, process);
}

/** What `$EDITOR` names: opens a file in the page's editor. `flask db edit` comes here. */
const editor: Builtin = {
  ...shellCommand(
    'stillroom-editor',
    'stillroom-editor FILE...',
    'open a file in the editor',
    async (process, { host }) => {
      const names = process.argv.slice(1);
      if (names.length === 0) return complain(process, 'which file?');
      for (const name of names) {
        const path = resolvePath(process.cwd, name);
        if (host.files.stat(path)?.kind === 'directory') return complain(process, `${name}: Is a directory`);
        await host.hooks.edit(path);
      }
      return 0;
    },
  ),
  group: 'Course helpers',
  partOfShell: false,
};

export const environmentCommands = [env, pipenv, editor];
