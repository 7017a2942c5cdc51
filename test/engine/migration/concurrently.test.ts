import { beforeAll, expect, test } from 'vitest';
import { startProject, type Project } from '../preview/project';

const PATH = 'migrations/versions/concurrent_.py';

const REVISION = `from alembic import op

revision = "concurrent"
down_revision = DOWN

def upgrade():
    with op.get_context().autocommit_block():
        op.create_index("ix_tweets_user", "tweets", ["user_id"], postgresql_concurrently=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_tweets_user", postgresql_concurrently=True)
`;

let project: Project;

beforeAll(async () => {
  project = await startProject('current');
  await project.reset();
  for (const line of ['flask db init', 'flask db migrate', 'flask db upgrade', 'flask seed all'])
    await project.must(line);
  const first = await project.engine.revision(null);
  await project.write(PATH, REVISION.replace('DOWN', JSON.stringify(first?.revision)));
});

test('an index is built CONCURRENTLY as on a server: it is valid, used, and goes again', async () => {
  expect(
    (await project.engine.revision(PATH))?.findings.filter(({ severity }) => severity === 'fails'),
  ).toEqual([]);
  await project.must('flask db upgrade');
  const state = await project.sql(
    "select indisvalid, indisready from pg_index where indexrelid = 'ix_tweets_user'::regclass",
  );
  expect(state).toBe('[(True, True)]\n');
  const plan = await project.sql('set enable_seqscan = off; explain select * from tweets where user_id = 1');
  expect(plan).toContain('Index Scan using ix_tweets_user');
  await project.must('flask db downgrade');
  expect(await project.sql("select count(*) from pg_class where relname = 'ix_tweets_user'")).toBe(
    '[(0,)]\n',
  );
});

test('outside of an autocommit block it fails as foretold', async () => {
  const text = (await project.engine.revision(PATH))?.source ?? '';
  await project.write(PATH, text.replaceAll('with op.get_context().autocommit_block():', 'if True:'));
  const view = await project.engine.revision(PATH);
  expect(view?.findings.filter(({ severity }) => severity === 'fails')).toMatchObject([
    { rule: 20, where: 'upgrade', sqlstate: '25001' },
    { rule: 20, where: 'downgrade', sqlstate: '25001' },
  ]);
  const { exitCode, output } = await project.run('flask db upgrade');
  expect(exitCode).toBe(1);
  expect(output).toContain('CREATE INDEX CONCURRENTLY cannot run inside a transaction block');
});
