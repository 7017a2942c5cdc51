import { expect } from '@playwright/test';
import type { StackName } from '../../../src/engine/types';
import type { Student } from './student';

/** What a student types to move the course's app to today's releases. */
const TO_CURRENT = [
  `printf '%s\\n' flask flask-migrate flask-sqlalchemy python-dotenv psycopg2-binary > requirements.txt`,
  `echo 'DATABASE_URL=postgresql+psycopg2://tweets_user:password@localhost/tweets_dev' > .env`,
  'pip install -r requirements.txt',
];

const TABLES = ['users', 'tweets', 'tweet_images'];

/** Brings the app onto a stack; it is on the course's when the page opens. */
export async function toStack(student: Student, stack: StackName): Promise<void> {
  if (stack === 'current') for (const line of TO_CURRENT) await student.run(line);
  expect(await student.text('header')).toContain(stack);
}

/** Types the course's commands, from nothing to a filled database and back, and looks at everything they leave. */
export async function followCourse(student: Student, stack: StackName): Promise<void> {
  await toStack(student, stack);

  expect(await student.run('flask db init')).toContain('Creating directory /home/student/project/migrations');
  expect(await student.file('migrations/alembic.ini')).toContain('[loggers]');

  const migrate = await student.run('flask db migrate');
  for (const table of TABLES) expect(migrate).toContain(`Detected added table '${table}'`);
  const [, id = ''] = /versions\/([0-9a-f]{12})_\.py/.exec(migrate) ?? [];
  const path = `migrations/versions/${id}_.py`;
  expect(await student.file(path)).toContain("op.create_table('tweet_images',");
  expect(await student.run('flask db migrate')).toContain('Target database is not up to date.');
  await expectPanel(student, path);

  expect(await student.run('flask db upgrade')).toContain(`Running upgrade  -> ${id}, empty message`);
  expect(await rows(student)).toEqual({ alembic_version: 1, tweet_images: 0, tweets: 0, users: 0 });
  expect(await student.run('flask seed all')).toBe('');
  expect(await rows(student)).toEqual({ alembic_version: 1, tweet_images: 9, tweets: 10, users: 4 });
  expect(await student.run('flask db current')).toContain(`${id} (head)\n`);
  expect(await student.run('flask db history')).toContain(`<base> -> ${id} (head), empty message\n`);

  const undo = await student.run('flask seed undo');
  if (stack === 'course') {
    expect(undo).toBe('');
    expect(await rows(student)).toEqual({ alembic_version: 1, tweet_images: 0, tweets: 0, users: 0 });
  } else {
    expect(undo).toContain(
      "sqlalchemy.exc.ArgumentError: Textual SQL expression 'DELETE FROM tweet_images' should be explicitly " +
        "declared as text('DELETE FROM tweet_images')",
    );
    expect(await rows(student)).toEqual({ alembic_version: 1, tweet_images: 9, tweets: 10, users: 4 });
  }

  expect(await student.run('flask db downgrade')).toContain(`Running downgrade ${id} -> , empty message`);
  expect(await rows(student)).toEqual({ alembic_version: 0 });
  expect(await student.run('flask db upgrade')).toContain(`Running upgrade  -> ${id}, empty message`);
  expect(await rows(student)).toEqual({ alembic_version: 1, tweet_images: 0, tweets: 0, users: 0 });
}

/** The panel shows the revision that was just written and, under it, why its downgrade has that order. */
async function expectPanel(student: Student, path: string): Promise<void> {
  const panel = await student.text('[data-region="panel"]');
  expect(panel).toContain(path);
  expect(panel).toContain('Creates the table users with 2 columns: id and name; id is its primary key.');
  const places = [
    'Drops the table tweet_images',
    'nobody refers to it',
    'Drops the table tweets',
    'after tweet_images, whose tweet_id references tweets.id',
    'Drops the table users',
    'after tweets, whose user_id references users.id',
  ].map((words) => panel.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

/** Rows by table, as the panel's Database tab shows them. */
async function rows(student: Student): Promise<Record<string, number>> {
  await student.tab.click('[role="tab"][data-value="database"]');
  const summaries = await student.text('[data-region="panel"] summary');
  await student.tab.click('[role="tab"][data-value="revision"]');
  return Object.fromEntries(
    [...summaries.matchAll(/(\w+)\s+(\d+) rows?/g)].map(([, table, count]) => [table ?? '', Number(count)]),
  );
}
