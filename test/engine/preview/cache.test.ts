import { beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../../../src/engine/migration/operations';
import type { StackName } from '../../../src/engine/types';
import { startProject, type Project } from './project';

/** Each way in which a student can change the database, and what a look must then find; null: nothing. */
const CHANGES: [how: string, lines: (project: Project) => Promise<unknown>, found: string[]][] = [
  ['SQL', (project) => project.sql('alter table users add column age integer'), ['drop_column users.age']],
  ['SQL that takes it back', (project) => project.sql('alter table users drop column age'), []],
  [
    'a transaction that is rolled back',
    (project) => project.sql('alter table users add column age integer; rollback'),
    [],
  ],
  [
    'a savepoint that is rolled back, in a transaction that is not',
    (project) =>
      project.sql(
        'create index ix_tweets_user on tweets (user_id); savepoint s; drop table tweet_images; rollback to s',
      ),
    ['drop_index tweets'],
  ],
  [
    'a function that runs DDL',
    (project) =>
      project.sql(
        `create function change() returns void language plpgsql as $$ begin execute 'drop index ix_tweets_user'; end $$; select change()`,
      ),
    [],
  ],
  [
    'a DO block',
    (project) => project.sql(`do $$ begin execute 'alter table tweets rename to chirps'; end $$`),
    [
      'create_table tweets',
      'drop_table chirps',
      'drop_constraint tweet_images',
      'create_foreign_key tweet_images',
    ],
  ],
  [
    'another DO block',
    (project) => project.sql(`do $$ begin alter table chirps rename to tweets; end $$`),
    [],
  ],
  [
    'a constraint and a default',
    (project) => project.sql(`alter table users add constraint uq_name unique (name)`),
    ['drop_constraint users'],
  ],
  ['flask db downgrade', (project) => project.must('flask db downgrade'), ['not-applied']],
  ['flask db upgrade', (project) => project.must('flask db upgrade'), []],
];

describe.each<StackName>(['course', 'current'])(
  'between looks on the %s stack the database changes',
  (stack) => {
    let project: Project;

    beforeAll(async () => {
      project = await startProject(stack);
      await project.reset();
      for (const line of ['flask db init', 'flask db migrate', 'flask db upgrade']) await project.must(line);
      expect(await seen(project)).toEqual([]);
    });

    test.each(CHANGES)('by %s', async (_, change, found) => {
      await seen(project);
      await change(project);
      expect(await seen(project)).toEqual(found);
      expect(await seen(project)).toEqual(found);
    });

    test('by a restore from a checkpoint', async () => {
      const files = [...(await snapshot(project))];
      const full = await project.engine.checkpoint();
      await project.sql('drop table tweet_images');
      expect(await seen(project)).toEqual(['create_table tweet_images']);
      await project.engine.open({ files, emptyDirectories: [], database: full });
      expect(await seen(project)).toEqual([]);
      await project.engine.open({ files, emptyDirectories: [], database: null });
      expect(await seen(project)).toEqual(['not-applied']);
      await project.engine.open({ files, emptyDirectories: [], database: full });
      expect(await seen(project)).toEqual([]);
    });

    test('while nothing has ever been migrated', async () => {
      await project.reset();
      await project.must('flask db init');
      const all = ['create_table users', 'create_table tweets', 'create_table tweet_images'];
      const table = 'users (id serial primary key, name varchar(30) not null, born date)';
      for (let round = 0; round < 2; round++) {
        for (let look = 0; look < 2; look++) expect(await seen(project)).toEqual(all);
        await project.sql(`create table ${table}`);
        for (let look = 0; look < 2; look++)
          expect(await seen(project)).toEqual([...all.slice(1), 'drop_column users.born']);
        await project.sql('drop table users');
      }
      // What the app does while it is imported is another thing each time.
      await project.must('cp app/__init__.py app.bak');
      for (const name of ['born', 'died', 'born']) {
        const make = `create table ${table.replace('born', name)}`;
        const seed = `from sqlalchemy import text\nwith app.app_context(), db.engine.begin() as connection:\n    connection.execute(text("${make}"))\n`;
        await project.write('seed.txt', seed);
        await project.must('cat app.bak seed.txt > app/__init__.py');
        expect(await seen(project)).toEqual([...all.slice(1), `drop_column users.${name}`]);
      }
      await project.must('cp app.bak app/__init__.py');
      expect(await seen(project)).toEqual(all);
    });

    test('not, and nothing piles up in what is kept', async () => {
      await project.reset();
      for (const line of ['flask db init', 'flask db migrate', 'flask db upgrade']) await project.must(line);
      await project.sql('create index ix_tweets_user on tweets (user_id)');
      for (let round = 0; round < 5; round++) expect(await seen(project)).toEqual(['drop_index tweets']);
      await project.sql('alter table tweets drop constraint tweets_user_id_fkey');
      const found = ['drop_index tweets', 'create_foreign_key tweets'];
      for (let round = 0; round < 5; round++) expect((await seen(project)).sort()).toEqual(found.sort());
    });
  },
);

async function snapshot(project: Project): Promise<{ path: string; content: string }[]> {
  await project.must('true');
  const { changed } = project.files();
  const { output } = await project.run('find . -type f');
  const paths = output
    .split('\n')
    .filter(Boolean)
    .map((path) => path.replace('./', ''));
  const files = [];
  for (const path of paths)
    files.push({ path, content: changed[path] ?? (await project.run(`cat ${path}`)).output });
  return files;
}

/** What the look finds pending, as a word for each operation; or the kind of its outcome, where that is another. */
async function seen(project: Project): Promise<string[]> {
  const { outcome } = await project.look();
  if (outcome.kind === 'no-changes') return [];
  if (outcome.kind !== 'pending') return [outcome.kind];
  return outcome.view.upgrade.map(({ operation }) => short(operation));
}

function short(operation: Operation): string {
  const table = 'table' in operation ? operation.table : '';
  return `${operation.kind} ${table}${operation.kind === 'drop_column' ? `.${operation.column}` : ''}`;
}
