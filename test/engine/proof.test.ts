/* Round-trip proofs on the real engine: what they find, and that they leave everything as it was. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readFolder } from '../../src/engine/cli/folder';
import type { Proof } from '../../src/engine/migration/proof';
import { plain } from '../../src/engine/migration/text';
import type { StackName, WorkspaceFile, WorkspaceSnapshot } from '../../src/engine/types';
import { type Headless, startHeadless } from './headless';

const NEWEST = 'second00';
const PATH = 'migrations/versions/second00_.py';

let machine: Headless;
let app: WorkspaceSnapshot;

beforeAll(async () => {
  machine = await startHeadless();
  app = { ...(await readFolder('src/lessons/00-course-app/start')), database: null };
});

describe.each<StackName>(['course', 'current'])("the course's first revision, on the %s stack", (stack) => {
  beforeAll(async () => {
    const state = await open(stack);
    expect(state.stack.stack).toBe(stack);
    await run('flask db init');
  });

  test('passes while it is pending, and before it is applied', async () => {
    const pending = await prove(null);
    expect(pending).toMatchObject({ passed: true, pending: true });
    await run('flask db migrate --rev-id first000');
    const proof = await prove('migrations/versions/first000_.py');
    expect(proof).toMatchObject({
      revision: 'first000',
      passed: true,
      pending: false,
      rows: [],
      leftBehind: [],
    });
    expect(typed(proof)).toEqual([
      'flask db upgrade first000',
      'flask db downgrade base',
      'flask db upgrade first000',
    ]);
    expect(proof.stops.map(({ difference }) => difference)).toEqual([null, [], []]);
    expect(said(proof)).toEqual([
      'Upgrade, downgrade and upgrade again bring the same schema each time, and there are no rows that could be lost.',
    ]);
  });

  test('passes when it is applied: the rows that go lie in its own tables', async () => {
    await run('flask db upgrade');
    await run('flask seed all');
    const proof = await prove(null);
    expect(proof).toMatchObject({ revision: 'first000', passed: true, pending: false, leftBehind: [] });
    expect(proof.stops.map(({ command, difference }) => [command, difference])).toEqual([
      ['downgrade', []],
      ['upgrade', []],
      ['downgrade', []],
    ]);
    expect(proof.rows).toMatchObject([
      { table: 'tweet_images', before: 9, after: 0, lost: 9, inherent: true },
      { table: 'tweets', before: 10, after: 0, lost: 10, inherent: true },
      { table: 'users', before: 4, after: 0, lost: 4, inherent: true },
    ]);
    expect(said(proof)[1]).toBe(
      '23 rows of `tweet_images`, `tweets` and `users` go with the tables: this revision creates them, so its downgrade drops them.',
    );
  });
});

describe('a second revision, on a database with rows,', () => {
  let database: string | null;
  let files: WorkspaceFile[];

  beforeAll(async () => {
    await open('course');
    for (const line of [
      'flask db init',
      'flask db migrate --rev-id first000',
      'flask db upgrade',
      'flask seed all',
    ])
      await run(line);
    database = await machine.engine.checkpoint();
    const { changed } = machine.files();
    files = [...app.files, ...Object.entries(changed).map(([path, content]) => ({ path, content }))];
  });

  /** Opens the workspace with a second revision that is not applied. */
  async function withRevision(upgrade: string, downgrade: string, extra = ''): Promise<void> {
    const revision = { path: PATH, content: source(upgrade, downgrade, extra) };
    await machine.engine.open({ files: [...files, revision], emptyDirectories: [], database });
  }

  test('passes where both ways are right', async () => {
    await withRevision(
      "op.add_column('users', sa.Column('bio', sa.String(40)))",
      "op.drop_column('users', 'bio')",
    );
    const proof = await prove(PATH);
    expect(said(proof)).toEqual([
      'Upgrade, downgrade and upgrade again bring the same schema each time, and no row is lost.',
    ]);
    expect(proof).toMatchObject({ passed: true, rows: [] });
  });

  test('leaves an enum type behind, with its table dropped', async () => {
    await withRevision(
      "op.create_table('roles', sa.Column('name', sa.Enum('admin', 'guest', name='role')))",
      "op.drop_table('roles')",
    );
    const proof = await prove(PATH);
    expect(proof.passed).toBe(false);
    expect(proof.leftBehind).toEqual([{ kind: 'enum', name: 'role' }]);
    expect(proof.stops[1]?.difference).toEqual([{ sign: '+', text: 'enum role: admin, guest' }]);
    expect(proof.stops[2]?.failure).toMatchObject({
      sqlstate: '42710',
      message: 'type "role" already exists',
      path: PATH,
      line: 9,
    });
    expect(said(proof)).toEqual([
      'The downgrade leaves the enum type `role` behind, so the next upgrade fails: type "role" already exists (42710).',
    ]);
  });

  test('leaves an enum type behind that a careful upgrade finds again', async () => {
    const upgrade = `postgresql.ENUM('admin', 'guest', name='role').create(op.get_bind(), checkfirst=True)`;
    await withRevision(upgrade, 'pass', 'from sqlalchemy.dialects import postgresql');
    const before = await prove(PATH);
    await run('flask db upgrade');
    const applied = await prove(PATH);
    for (const proof of [before, applied]) {
      expect(proof).toMatchObject({ passed: false, leftBehind: [{ kind: 'enum', name: 'role' }] });
      expect(proof.stops.map(({ failure }) => failure)).toEqual([null, null, null]);
      expect(said(proof)).toEqual([
        'The downgrade does nothing: what the upgrade changes is still there afterwards.',
      ]);
    }
  });

  test('renames a column by drop and add: what stood in it is lost', async () => {
    await withRevision(
      "op.add_column('users', sa.Column('handle', sa.String(30))); op.drop_column('users', 'name')",
      "op.add_column('users', sa.Column('name', sa.String(30))); op.drop_column('users', 'handle')",
    );
    const proof = await prove(PATH);
    expect(proof).toMatchObject({
      passed: false,
      rows: [{ table: 'users', before: 4, after: 4, lost: 4, columns: ['name'], inherent: false }],
    });
    expect(said(proof)).toContain(
      '4 rows of `users` lose what stood in `name`: the upgrade drops the column, and the downgrade can only make it anew.',
    );
    expect(said(proof)).toContain(
      "If `handle` is meant to be `name` under a new name, `op.alter_column('users', 'name', new_column_name='handle')` in its place keeps what stands in it.",
    );
    expect(proof.stops[1]?.difference).toEqual([
      { sign: ' ', text: 'table users' },
      { sign: '-', text: '  name character varying(30) not null' },
      { sign: '+', text: '  name character varying(30)' },
    ]);
  });

  test('renames a column that way and is applied already', async () => {
    await withRevision(
      "op.add_column('users', sa.Column('handle', sa.String(30))); op.drop_column('users', 'name')",
      "op.add_column('users', sa.Column('name', sa.String(30))); op.drop_column('users', 'handle')",
    );
    await run('flask db upgrade');
    await sql("update users set handle = 'h' || id");
    const proof = await prove(PATH);
    expect(proof).toMatchObject({
      passed: false,
      rows: [{ table: 'users', lost: 4, columns: ['handle'], inherent: false }],
    });
    expect(said(proof)).toContain(
      '4 rows of `users` lose what stood in `handle`: the downgrade drops the column, and the upgrade can only make it anew.',
    );
  });

  test('renames a column as it should: every row keeps it', async () => {
    await withRevision(
      "op.alter_column('users', 'name', new_column_name='handle')",
      "op.alter_column('users', 'handle', new_column_name='name')",
    );
    expect(await prove(PATH)).toMatchObject({ passed: true, rows: [] });
  });

  test('has a downgrade that does nothing, before it is applied and afterwards', async () => {
    await withRevision("op.alter_column('users', 'name', type_=sa.String(60))", 'pass');
    const before = await prove(PATH);
    await run('flask db upgrade');
    const applied = await prove(PATH);
    for (const proof of [before, applied]) {
      expect(proof.passed).toBe(false);
      expect(said(proof)).toEqual([
        'The downgrade does nothing: what the upgrade changes is still there afterwards.',
      ]);
    }
    expect(applied.stops[0]?.difference).toEqual([
      { sign: ' ', text: 'table users' },
      { sign: '-', text: '  name character varying(30) not null' },
      { sign: '+', text: '  name character varying(60) not null' },
    ]);
  });

  test('has a downgrade that does nothing, so that a table is there twice', async () => {
    await withRevision("op.create_table('roles', sa.Column('name', sa.String(40)))", 'pass');
    const proof = await prove(PATH);
    expect(said(proof)).toEqual([
      'The downgrade does nothing, so the next upgrade fails: relation "roles" already exists (42P07).',
    ]);
  });

  test('has a downgrade in the wrong order', async () => {
    await withRevision(
      "op.create_table('a', sa.Column('id', sa.Integer, primary_key=True)); op.create_table('b', sa.Column('a_id', sa.Integer, sa.ForeignKey('a.id')))",
      "op.drop_table('a'); op.drop_table('b')",
    );
    const proof = await prove(PATH);
    expect(proof.stops.map(({ failure }) => failure?.sqlstate ?? null)).toEqual([null, '2BP01']);
    expect(said(proof)).toEqual([
      `The downgrade fails in line 13 of \`${PATH}\`: cannot drop table a because other objects depend on it (2BP01).`,
    ]);
  });

  test('fails in the models, as data', async () => {
    await withRevision('pass', 'pass');
    await machine.engine.write([
      { kind: 'written', path: 'app/models/user.py', content: 'from .db import db\nx = y\n' },
    ]);
    const proof = await prove(PATH);
    expect(proof.stops[0]?.failure).toMatchObject({
      message: "name 'y' is not defined",
      sqlstate: null,
      path: 'app/models/user.py',
      line: 2,
    });
  });

  test('inserts rows that its downgrade does not take back', async () => {
    await withRevision(
      'op.execute("insert into users (name) values (\'Root\')")',
      "op.execute('update tweets set tweet_content = upper(tweet_content) where id = 1')",
    );
    const proof = await prove(PATH);
    expect(proof).toMatchObject({
      passed: false,
      rows: [
        { table: 'tweets', before: 10, after: 10, lost: 1, added: 0, columns: ['tweet_content'] },
        { table: 'users', before: 4, after: 5, lost: 0, added: 1 },
      ],
    });
    expect(said(proof)).toEqual([
      '1 row of `tweets` holds something else in `tweet_content` after the downgrade.',
      '1 row appears in `users` that was not there before: the downgrade does not take back what the upgrade inserts.',
    ]);
  });

  test('adds a column that has been filled since: its own to take away', async () => {
    await withRevision(
      "op.add_column('users', sa.Column('bio', sa.String(40)))",
      "op.drop_column('users', 'bio')",
    );
    await run('flask db upgrade');
    await sql("update users set bio = 'b' where id < 4");
    const proof = await prove(PATH);
    expect(proof).toMatchObject({
      passed: true,
      rows: [{ table: 'users', lost: 3, columns: ['bio'], inherent: true }],
    });
    expect(said(proof)[1]).toBe(
      '3 rows of `users` lose what stood in `bio`: this revision adds the column, so its downgrade drops it.',
    );
  });

  test('is proved where others lie between', async () => {
    await withRevision(
      "op.add_column('users', sa.Column('bio', sa.String(40)))",
      "op.drop_column('users', 'bio')",
    );
    await run('flask db upgrade');
    const first = await prove('migrations/versions/first000_.py');
    expect(first.preparations.map(plain)).toEqual([
      'The copy was first downgraded to `first000`, since `second00` is applied on top of it.',
    ]);
    expect(first.passed).toBe(true);
    await run('flask db downgrade base');
    const second = await prove(PATH);
    expect(second.preparations.map(plain)).toEqual([
      'The copy was first upgraded to `first000`, which this revision builds on and which is not applied yet.',
    ]);
    expect(typed(second)).toEqual([
      'flask db upgrade second00',
      'flask db downgrade first000',
      'flask db upgrade second00',
    ]);
  });

  test('kills Postgres, but only that of the copy', async () => {
    const recursion = `
    op.execute("set max_stack_depth to '7500kB'")
    op.execute("create function f(n int) returns int language plpgsql as $$ begin return f(n + 1); end $$")
    op.execute("select f(1)")`;
    await withRevision(recursion.trim(), 'pass');
    const before = await everything();
    const proof = await prove(PATH);
    expect(proof.passed).toBe(false);
    expect(said(proof)).toEqual([
      `The upgrade stops PostgreSQL itself in line 11 of \`${PATH}\`. It was the copy's: your database has not been touched.`,
    ]);
    expect(await everything()).toEqual(before);
    await run('flask db current');
    expect((await prove('migrations/versions/first000_.py')).passed).toBe(true);
  });

  test('kills Python, but not the one of the terminal', async () => {
    const deep = 'class A:\n    def __repr__(self):\n        return repr(self)\n';
    await withRevision('repr(A())', 'pass', deep);
    const before = await everything();
    const proof = await prove(PATH);
    expect(proof).toMatchObject({ passed: false, stops: [{ failure: {} }] });
    expect(await everything()).toEqual(before);
    await run('flask db current');
    expect((await prove('migrations/versions/first000_.py')).passed).toBe(true);
  });

  test('writes files, and none of them are seen', async () => {
    await withRevision(
      "open('trace.txt', 'w').write('x'); open('app/config.py', 'a').write('#'); op.execute('create table t ()')",
      "import os; os.remove('requirements.txt'); op.execute('drop table t')",
    );
    const before = await everything();
    const proof = await prove(PATH);
    // The second upgrade runs on the same copy of the files, from which the first took something.
    expect(proof.passed).toBe(true);
    expect(await everything()).toEqual(before);
    expect(machine.engine.changesSinceOpen()).toEqual([]);
  });

  test('is stopped by Ctrl-C, and nothing has happened', async () => {
    await withRevision("op.create_table('t')", "op.drop_table('t')");
    const before = await everything();
    machine.onEvent = (event) => {
      if (event.type === 'proof' && event.step.startsWith('Downgrading')) machine.engine.interrupt();
    };
    await expect(prove(PATH)).rejects.toMatchObject({ name: 'Interrupted' });
    expect((await machine.run('stillroom prove')).exitCode).toBe(130);
    machine.onEvent = () => {};
    expect(await everything()).toEqual(before);
    expect((await prove(PATH)).passed).toBe(true);
  });

  test('is proved by a command', async () => {
    await withRevision(
      "op.add_column('users', sa.Column('bio', sa.String(40)))",
      "op.drop_column('users', 'bio')",
    );
    const before = await everything();
    const { exitCode, output } = await machine.run('stillroom prove');
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^Proof of second00, a second one, on a copy of the database\n/);
    expect(output).toContain('  flask db downgrade first000  done, the schema is as it should be, ');
    expect((await machine.run('stillroom prove first')).exitCode).toBe(0);
    expect(await everything()).toEqual(before);

    await machine.engine.write([
      { kind: 'written', path: PATH, content: source("op.create_table('r')", 'pass') },
    ]);
    const failed = await machine.run('stillroom prove');
    expect(failed.exitCode).toBe(1);
    expect(failed.output).toContain('The downgrade does nothing, so the next upgrade fails');
    expect((await machine.run('stillroom prove nowhere')).output).toBe(
      'stillroom: There is not exactly one revision whose id begins with `nowhere`.\n',
    );
    expect(await machine.run('stillroom prov')).toMatchObject({
      exitCode: 2,
      output:
        'stillroom: there is no command "prov"\nUsage: stillroom prove [REVISION]\nTry \'stillroom --help\' for more information.\n',
    });
    expect((await machine.run('stillroom prove --help')).exitCode).toBe(0);
    const offered = async (line: string) => (await machine.engine.complete(line, line.length)).candidates;
    expect(await offered('stillroom pr')).toEqual(['prove']);
    expect(await offered('stillroom prove sec')).toEqual([NEWEST]);
  });
});

test('a project without Flask is proved by alembic itself', async () => {
  await machine.engine.open({ files: [], emptyDirectories: [], database: null });
  await run('alembic init scripts');
  await run("sed -i 's#^sqlalchemy.url.*#sqlalchemy.url = postgresql+psycopg2://localhost/x#' alembic.ini");
  const path = 'scripts/versions/second00_.py';
  const content = source("op.create_table('t', sa.Column('a', sa.Integer))", "op.drop_table('t')");
  await machine.engine.write([{ kind: 'written', path, content: content.replace("'first000'", 'None') }]);
  const proof = await prove(path);
  expect(typed(proof)).toEqual([
    'alembic upgrade second00',
    'alembic downgrade base',
    'alembic upgrade second00',
  ]);
  expect(proof.passed).toBe(true);
});

test('there is nothing to prove in an empty project', async () => {
  await machine.engine.open({ files: [], emptyDirectories: [], database: null });
  await expect(machine.engine.prove(null)).rejects.toMatchObject({ name: 'CannotProve' });
  expect((await machine.run('stillroom prove')).exitCode).toBe(1);
});

async function open(stack: StackName) {
  const url = {
    path: '.env',
    content: 'DATABASE_URL=postgresql+psycopg2://student:secret@localhost/tweets\n',
  };
  const unpinned = app.files.filter(({ path }) => !['requirements.txt', '.env'].includes(path));
  const files = stack === 'course' ? app.files : [...unpinned, url];
  return machine.engine.open({ ...app, files });
}

async function run(line: string): Promise<void> {
  const { exitCode, output } = await machine.run(line);
  expect([line, exitCode, exitCode === 0 ? '' : output]).toEqual([line, 0, '']);
}

async function sql(statement: string): Promise<void> {
  await run(
    `python -c "import psycopg2 as p; c = p.connect(''); c.cursor().execute(\\"${statement}\\"); c.commit()"`,
  );
}

function prove(path: string | null): Promise<Proof> {
  return machine.engine.prove(path);
}

const typed = (proof: Proof): string[] => proof.stops.map((stop) => stop.typed);
const said = (proof: Proof): string[] => proof.conclusions.map(plain);

/** The whole of what a proof must not change. */
async function everything(): Promise<unknown> {
  const { output } = await machine.run('find . -type f | sort | xargs cat; find /tmp');
  return [output, await machine.engine.checkpoint(), machine.engine.changesSinceOpen()];
}

function source(upgrade: string, downgrade: string, extra = ''): string {
  return `"""a second one"""
from alembic import op
import sqlalchemy as sa
revision, down_revision = '${NEWEST}', 'first000'
${extra}


def upgrade():
    ${upgrade}


def downgrade():
    ${downgrade}
`;
}
