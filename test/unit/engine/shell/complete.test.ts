import { beforeAll, expect, test } from 'vitest';
import type { CommandTree } from '../../../../src/engine/shell/command-tree';
import { Machine } from './machine';

const leaf = (name: string, ...options: string[]): CommandTree => ({ name, options, commands: [] });

const flask: CommandTree = {
  name: 'flask',
  options: ['--app', '-A', '--help'],
  commands: [
    {
      name: 'db',
      options: ['-d', '--directory'],
      commands: [
        leaf('migrate', '-m', '--message'),
        { ...leaf('upgrade', '--sql', '--tag'), takesRevision: true },
      ],
    },
    { name: 'seed', options: [], commands: [leaf('all'), leaf('undo')] },
  ],
};

const machine = new Machine();

beforeAll(async () => {
  await machine.run(
    'mkdir -p app/models migrations; touch app/models/tweet.py "sp ace.txt" README.md .flaskenv',
  );
});

/** The line as it is after Tab, with the candidates in braces where there are several; `|` is the cursor. */
function tab(line: string): string {
  const cursor = line.indexOf('|');
  const text = line.replace('|', '');
  const known = { commands: [flask], revisions: ['abc123', 'def456'] };
  const { from, candidates } = machine.shell.complete(text, cursor, known);
  const shown = candidates.length === 1 ? candidates[0] : `{${candidates.join(' ')}}`;
  return `${text.slice(0, from)}${shown}${text.slice(cursor)}`;
}

test.each([
  ['fl|', 'flask'],
  ['flask |', 'flask {db seed}'],
  ['flask db u|', 'flask db upgrade'],
  ['flask --app x db m|', 'flask --app x db migrate'],
  ['flask db migrate --|', 'flask db migrate --message'],
  ['flask db upgrade |', 'flask db upgrade {abc123 def456 head heads base +1}'],
  ['flask db upgrade a|', 'flask db upgrade abc123'],
  ['flask db upgrade abc123:d|', 'flask db upgrade abc123:def456'],
  ['flask db upgrade -|', 'flask db upgrade {-1 --sql --tag}'],
  ['pipenv run fl|', 'pipenv run flask'],
  ['pipenv run flask se|', 'pipenv run flask seed'],
  ['python -m fl|', 'python -m flask'],
  ['python -m flask d|', 'python -m flask db'],
  ['X=1 flask seed u|', 'X=1 flask seed undo'],
  ['X=ap|', 'X=app/'],
  ['ls app/mo|', 'ls app/models/'],
  ['cat sp|', 'cat sp\\ ace.txt'],
  ['cat "sp|', 'cat "sp ace.txt"'],
  ['cat .fl|', 'cat .flaskenv'],
  ['cd |', 'cd {app/ migrations/}'],
  ['ls ~/pro|', 'ls ~/project/'],
  ['cat < R|', 'cat < README.md'],
  ['echo > ap|', 'echo > app/'],
  ['echo $HOM|', 'echo $HOME'],
  ['echo "${US|', 'echo "${USER}'],
  ["echo '$HO|", 'echo {}'],
  ['echo $(pw|', 'echo $(pwd'],
  ['true && fla|', 'true && flask'],
  ['if fla|', 'if flask'],
  ['pip ins|', 'pip install'],
  ['alembic down|', 'alembic downgrade'],
  ['which fla|', 'which flask'],
  ['unset HOM|', 'unset HOME'],
  ['flask db u| --sql', 'flask db upgrade --sql'],
  ['rm -r mi|', 'rm -r migrations/'],
  ['nothing here zzz|', 'nothing here {}'],
])('%s', (line, expected) => {
  expect(tab(line)).toBe(expected);
});
