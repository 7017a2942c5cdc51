import { builtins } from './builtins/index';

/** A command with what can follow it, for completion. */
export interface CommandTree {
  name: string;
  options: string[];
  commands: CommandTree[];
  /** Its operands are revisions. */
  takesRevision?: boolean;
}

const leaf = (name: string, ...options: string[]): CommandTree => ({ name, options, commands: [] });
const revisions = (name: string, ...options: string[]): CommandTree => ({
  ...leaf(name, ...options),
  takesRevision: true,
});

const PIP: CommandTree = {
  name: 'pip',
  options: ['--version', '--help'],
  commands: [
    leaf('install', '-r', '--requirement', '-U', '--upgrade', '-e'),
    leaf('uninstall', '-y', '--yes', '-r'),
    leaf('list', '--outdated'),
    leaf('freeze'),
    leaf('show'),
    leaf('check'),
  ],
};

/** Alembic's own commands (`alembic --help`), for when Python has not told them. */
const ALEMBIC: CommandTree = {
  name: 'alembic',
  options: ['-c', '--config', '-n', '--name', '-x', '--raiseerr', '-q', '--quiet', '--version', '--help'],
  commands: [
    leaf('branches', '-v', '--verbose'),
    leaf('check'),
    leaf('current', '-v', '--verbose', '--check-heads'),
    revisions('downgrade', '--sql', '--tag'),
    revisions('edit'),
    leaf('ensure_version', '--sql'),
    leaf('heads', '-v', '--verbose', '--resolve-dependencies'),
    leaf('history', '-r', '--rev-range', '-v', '--verbose', '-i', '--indicate-current'),
    leaf('init', '-t', '--template', '--package'),
    leaf('list_templates'),
    revisions('merge', '-m', '--message', '--branch-label', '--rev-id'),
    leaf(
      'revision',
      '-m',
      '--message',
      '--autogenerate',
      '--sql',
      '--head',
      '--splice',
      '--branch-label',
      '--rev-id',
    ),
    revisions('show'),
    revisions('stamp', '--sql', '--tag', '--purge'),
    revisions('upgrade', '--sql', '--tag'),
  ],
};

const PIPENV: CommandTree = {
  name: 'pipenv',
  options: ['--version', '--where', '--help'],
  commands: [
    leaf('run'),
    leaf('shell'),
    leaf('install', '-d', '--dev', '-r', '--requirements'),
    leaf('uninstall'),
    leaf('lock'),
    leaf('sync'),
    leaf('graph'),
    leaf('requirements'),
  ],
};

const STILLROOM: CommandTree = { ...leaf('stillroom', '--help'), commands: [revisions('prove', '--help')] };

const PYTHON = (name: string): CommandTree => leaf(name, '-c', '-m', '-V', '--version', '--help');

/** What is known without asking Python: the shell's own commands, pip, pipenv, python, alembic. */
export function staticTrees(): CommandTree[] {
  const own = [...builtins.values()].map(({ name, options }) => leaf(name, ...options));
  const ours = own.filter((tree) => tree.name !== PIPENV.name);
  return [
    PIP,
    { ...PIP, name: 'pip3' },
    PIPENV,
    ALEMBIC,
    STILLROOM,
    PYTHON('python'),
    PYTHON('python3'),
    ...ours,
  ];
}
