import { lastValue, parseOptions, type Options } from '../options';
import { shellCommand, type Builtin } from './builtin';

/** The Flask command that does what a command of Sequelize's did, and what differs. */
function answer(command: string, options: Options): string | null {
  const name = lastValue(options, 'n') ?? lastValue(options, 't') ?? lastValue(options, 's');
  switch (command) {
    case 'db:migrate':
      return 'flask db upgrade';
    case 'db:migrate:status':
      return 'flask db current tells where the database stands, flask db history lists the revisions';
    case 'db:migrate:undo':
      return name ? 'flask db downgrade REVISION, with the revision to go back to' : 'flask db downgrade';
    case 'db:migrate:undo:all':
      return name
        ? 'flask db downgrade REVISION, with the revision to go back to'
        : 'flask db downgrade base';
    case 'db:seed':
    case 'db:seed:all':
      return 'flask seed all';
    case 'db:seed:undo':
    case 'db:seed:undo:all':
      return 'flask seed undo';
    case 'model:generate':
    case 'model:create':
      return `a class in app/models${name ? ` (class ${name}(db.Model))` : ''}, then flask db migrate, which writes the migration from it`;
    case 'migration:generate':
    case 'migration:create':
      return `flask db migrate${message(name)} writes it from your models, flask db revision${message(name)} an empty one`;
    case 'seed:generate':
    case 'seed:create':
      return 'a function in app/seeds, called by flask seed all';
    case 'init':
    case 'init:config':
    case 'init:migrations':
    case 'init:models':
    case 'init:seeders':
      return 'flask db init';
    case 'db:create':
      return 'nothing: the database is there already. flask db upgrade makes its tables';
    case 'db:drop':
      return 'flask db downgrade base, which takes every table away';
    default:
      return null;
  }
}

function message(name: string | undefined): string {
  return name ? ` -m "${name}"` : ' -m "..."';
}

const HELP = `Sequelize is for Node; here it is Flask:
  db:migrate           flask db upgrade
  db:migrate:undo      flask db downgrade
  db:migrate:undo:all  flask db downgrade base
  db:migrate:status    flask db current
  db:seed:all          flask seed all
  db:seed:undo:all     flask seed undo
  model:generate       a class in app/models, then flask db migrate
  migration:generate   flask db migrate -m "..."
`;

function translate(words: readonly string[]): string {
  const command = words.find((word) => /^(db|model|migration|seed|init)(:|$)/.test(word));
  if (!command) return HELP;
  const options = parseOptions(
    words.flatMap((word) =>
      word === command
        ? []
        : (/^--(name|to|seed)(=.*)?$/.exec(word)?.[0] ?? (word.startsWith('-') ? [] : word)),
    ),
    { flags: '', values: 'nts', long: { name: 'n', to: 't', seed: 's' } },
  );
  const flask = answer(command, options);
  return flask ? `sequelize ${command} is for Node. Here it is: ${flask}.\n` : HELP;
}

/** `npx sequelize-cli ...`, `npx dotenv sequelize ...`, and the same without npx. */
function runNode(argv: readonly string[]): string {
  const at = argv.findIndex((word) => /^sequelize(-cli)?$/.test(word));
  if (at >= 0) return translate(argv.slice(at));
  return `${argv[0] ?? ''}: Node programs cannot run in this terminal; it has Python, Flask and PostgreSQL.\n`;
}

/** The commands that students bring along from their Node projects. */
export const nodeCommands: Builtin[] = ['npx', 'npm', 'node', 'sequelize', 'sequelize-cli'].map((name) => ({
  ...shellCommand(name, `${name} ...`, 'says which Flask command does the same', (process) => {
    process.stderr.write(runNode(process.argv));
    return 1;
  }),
  group: 'Course helpers',
  partOfShell: false,
}));
