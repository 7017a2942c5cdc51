import { beforeAll, describe, expect, test } from 'vitest';
import type { StackName } from '../../../src/engine/types';
import { startProject, type Project } from './project';

const APP = 'app/__init__.py';

/** Everything of the database that a program can see, sequences and their positions included. */
async function everything(project: Project): Promise<unknown> {
  const { state } = await project.run('true');
  const dump = await project.engine.checkpoint();
  const session = await project.sql(
    "select (select count(*) from pg_locks where locktype = 'advisory'), current_setting('search_path'), nullif(current_setting('app.name', true), ''), (select count(*) from pg_prepared_statements), (select count(*) from pg_class where relpersistence = 't')",
  );
  return { database: state.database, dump: dump?.replace(/\\(un)?restrict \S+/g, ''), session };
}

describe.each<StackName>(['course', 'current'])('a look ahead on the %s stack leaves no trace', (stack) => {
  let project: Project;

  beforeAll(async () => {
    project = await startProject(stack);
  });

  async function ready(): Promise<void> {
    await project.reset();
    for (const line of ['flask db init', 'flask db migrate', 'flask db upgrade', 'flask seed all'])
      await project.must(line);
  }

  async function expectUntouched(write: () => Promise<void>): Promise<Awaited<ReturnType<Project['look']>>> {
    await write();
    const files = project.engine.changesSinceOpen();
    const before = await everything(project);
    const preview = await project.look();
    expect(await everything(project)).toEqual(before);
    expect(project.engine.changesSinceOpen()).toEqual(files);
    return preview;
  }

  const appended = (text: string) => async (): Promise<void> => {
    await project.write('tail.py', text);
    await project.must(`cat tail.py >> ${APP}`);
    await project.must('rm tail.py');
  };

  test('of an app that makes its tables and seeds them while it is imported', async () => {
    await project.reset();
    const preview = await expectUntouched(
      appended(`
from .seeds.seeds import seed_users, seed_tweets
with app.app_context():
    db.create_all()
    seed_users()
    seed_tweets()
`),
    );
    // What flask db migrate would say then, too: the tables are there.
    expect(preview.outcome.kind).toBe('no-changes');
    expect(Object.fromEntries(preview.importTrace?.tags.map(({ tag, count }) => [tag, count]) ?? [])).toEqual(
      {
        'CREATE TABLE': 3,
        INSERT: 14,
      },
    );
  });

  test('of rows, deletions, DDL and sequences of a database that is full', async () => {
    await ready();
    const preview = await expectUntouched(
      appended(`
from sqlalchemy import text
with app.app_context():
    with db.engine.begin() as connection:
        connection.execute(text("insert into users (name) values ('Eve')"))
        connection.execute(text("delete from tweet_images"))
        connection.execute(text("alter table tweets add column likes integer"))
        connection.execute(text("create table more (id serial primary key)"))
        connection.execute(text("select nextval('users_id_seq')"))
    connection = db.engine.raw_connection()
    cursor = connection.cursor()
    cursor.execute("select nextval('users_id_seq')")
    cursor.execute("drop table tweet_images")
    connection.commit()
    connection.set_session(autocommit=True)
    cursor.execute("truncate tweets restart identity cascade")
    cursor.execute("insert into users (name) values ('a'); insert into users (name) values ('b')")
    connection.close()
`),
    );
    const tags = Object.fromEntries(preview.importTrace?.tags.map(({ tag, count }) => [tag, count]) ?? []);
    expect(tags).toMatchObject({
      INSERT: 3,
      DELETE: 9,
      'ALTER TABLE': 1,
      'CREATE TABLE': 1,
      'DROP TABLE': 1,
    });
    if (preview.outcome.kind !== 'pending') throw new Error(JSON.stringify(preview.outcome));
    // As flask db migrate would find it, after the same import.
    expect(preview.outcome.view.upgrade.map(({ operation }) => operation.kind).sort()).toEqual([
      'create_table',
      'drop_column',
      'drop_table',
    ]);
  });

  test('of settings, locks, statements and temporary tables of the session', async () => {
    await ready();
    await expectUntouched(
      appended(`
import psycopg2
connection = psycopg2.connect("dbname=tweets_dev")
connection.set_session(autocommit=True)
cursor = connection.cursor()
cursor.execute("set search_path to pg_catalog")
cursor.execute("set app.name to 'leaked'")
cursor.execute("select pg_advisory_lock(42)")
cursor.execute("prepare leaked as select 1")
cursor.execute("create temporary table leaked (id integer)")
cursor.execute("begin")
cursor.execute("create table half_done (id integer)")
`),
    );
  });

  test('of an app that fails half way, and of one that is stopped', async () => {
    await ready();
    await expectUntouched(
      appended(`
from sqlalchemy import text
with app.app_context():
    with db.engine.begin() as connection:
        connection.execute(text("delete from tweet_images"))
    connection = db.engine.connect()
    connection.execute(text("create table half (id integer)"))
    raise ValueError("half way")
`),
    );
    await ready();
    const preview = await expectUntouched(
      appended(`
with app.app_context():
    db.drop_all()
    while True:
        pass
`),
    );
    expect(preview.outcome.kind).toBe('stopped');
  });

  test('of files that the app, env.py or a hook writes, and of what they print', async () => {
    await ready();
    const events: unknown[] = [];
    await expectUntouched(async () => {
      await appended(`
import os, sys, pathlib
pathlib.Path("written.txt").write_text("by the app")
pathlib.Path("/tmp/written.txt").write_text("by the app")
pathlib.Path("requirements.txt").unlink()
os.makedirs("new/folder")
print("printed")
print("printed", file=sys.stderr)
`)();
      await project.must(`sed -i '$ a open("env.txt", "w").write("by env.py")' migrations/env.py`);
    });
    expect(events).toEqual([]);
    expect((await project.run('ls /tmp')).output).toBe('');
    expect((await project.run('echo quiet')).output).toBe('quiet\n');
  });

  test('of what Python keeps: an environment variable, a working directory, a patched module', async () => {
    const leaking = `
import os, logging, warnings
os.environ["LEAKED"] = os.environ.get("LEAKED", "") + "x"
os.chdir("/tmp")
assert os.environ["LEAKED"] == "x", "an earlier look has left something"
logging.getLogger("leaked").addHandler(logging.NullHandler())
assert len(logging.getLogger("leaked").handlers) == 1
`;
    await project.reset();
    await appended(leaking)();
    for (let round = 0; round < 3; round++) {
      // Flask finds its folder by the working directory, which the app has left: as the command would.
      const { outcome } = await project.look();
      expect(outcome.kind).not.toBe('import-failed');
    }
    expect(
      (await project.run('python -c "import os; print(os.environ.get(\'LEAKED\'), os.getcwd())"')).output,
    ).toBe('None /home/student/project\n');
  });
});
