import { beforeAll, describe, expect, test } from 'vitest';
import { asNotWrittenYet, WHEN_WRITTEN } from '../../../src/engine/preview/placeholders';
import type { StackName } from '../../../src/engine/types';
import { startProject, type Project } from './project';

const USER = 'app/models/user.py';

const WITH_AGE = `from .db import db


class User(db.Model):
    __tablename__ = "users"

    id = db.Column(db.Integer, primary_key=True)
    age = db.Column(db.Integer)
    name = db.Column(db.String(30), nullable=False)

    tweets = db.relationship("Tweet", back_populates="user")
`;

describe.each<StackName>(['course', 'current'])('a look ahead on the %s stack', (stack) => {
  let project: Project;

  beforeAll(async () => {
    project = await startProject(stack);
    await project.reset();
  });

  test('works before flask db init, with the template of Flask-Migrate', async () => {
    await project.reset();
    const preview = await project.look();
    expect(preview).toMatchObject({ outcome: { kind: 'pending' }, beforeInit: true, importTrace: null });
    const { view } = await project.expectLook('pending');
    expect(view.upgrade.map(({ table }) => table)).toEqual(['users', 'tweets', 'tweet_images']);
    expect(view).toMatchObject({ revision: null, createDate: null, standing: 'next' });
    expect(view.source).toContain(`Revision ID: ${WHEN_WRITTEN}\n`);
    expect(view.source).toContain(`Create Date: ${WHEN_WRITTEN}\n`);
  });

  test('shows what flask db migrate then writes, and follows it from state to state', async () => {
    await project.reset();
    await project.must('flask db init');
    const { view } = await project.expectLook('pending');
    await project.must('flask db migrate');
    const written = await project.engine.revision(null);
    expect(written && asNotWrittenYet(written).source).toBe(view.source);

    const waiting = await project.expectLook('not-applied');
    expect(waiting.revisions).toEqual([
      { revision: written?.revision, message: 'empty message', path: written?.path },
    ]);
    await project.must('flask db upgrade');
    await project.expectLook('no-changes');

    await project.write(USER, WITH_AGE);
    const { view: change } = await project.expectLook('pending');
    expect(change.upgrade).toMatchObject([
      { operation: { kind: 'add_column' }, table: 'users', columns: ['age'] },
    ]);
    expect(change.downRevision).toEqual([written?.revision]);
  });

  test('says where each model is written', async () => {
    await project.reset({ [USER]: WITH_AGE });
    const { models } = await project.look();
    expect(models.find(({ table }) => table === 'users')).toEqual({
      schema: null,
      table: 'users',
      path: USER,
      line: 4,
      columns: [
        { name: 'id', path: USER, line: 7 },
        { name: 'age', path: USER, line: 8 },
        { name: 'name', path: USER, line: 9 },
      ],
    });
  });

  test('several heads, and a revision that no file has', async () => {
    await project.reset();
    for (const line of ['flask db init', 'flask db migrate -m one', 'flask db upgrade'])
      await project.must(line);
    const one = await project.engine.revision(null);
    await project.must('flask db revision -m two');
    const two = await project.engine.revision(null);
    const copy = (two?.source ?? '').replaceAll(two?.revision ?? '', 'feedfacefeed').replace('two', 'three');
    await project.write('migrations/versions/feedfacefeed_three.py', copy);
    const { heads } = await project.expectLook('several-heads');
    expect(heads.map(({ message }) => message).sort()).toEqual(['three', 'two']);

    await project.write('migrations/versions/README', 'keeps the folder');
    await project.write('migrations/versions/feedfacefeed_three.py', null);
    await project.write(two?.path ?? '', null);
    await project.write(one?.path ?? '', null);
    expect(await project.expectLook('unknown-revision')).toMatchObject({ revisions: [one?.revision] });
  });

  test('several revisions that are not applied come in the order of the upgrade', async () => {
    await project.reset();
    await project.must('flask db init');
    for (const name of ['one', 'two', 'three']) await project.must(`flask db revision -m ${name}`);
    const { revisions } = await project.expectLook('not-applied');
    expect(revisions.map(({ message }) => message)).toEqual(['one', 'two', 'three']);
    await project.must('flask db upgrade +1');
    const { revisions: left } = await project.expectLook('not-applied');
    expect(left.map(({ message }) => message)).toEqual(['two', 'three']);
  });

  test.each([
    ['a syntax error', `${WITH_AGE}\nfoo(\n`, 'SyntaxError', 13],
    ['a name that is not there', `${WITH_AGE}\nfoo.bar\n`, 'NameError', 13],
    ['a missing import', `import nothing_of_that_name\n${WITH_AGE}`, 'ModuleNotFoundError', 1],
    [
      'an error in a library, from a line of the student',
      WITH_AGE.replace('db.Integer)', 'db.Integer, nonsense=1)'),
      'TypeError',
      8,
    ],
    ['a program that ends', `${WITH_AGE}\nraise SystemExit("enough")\n`, 'SystemExit', 13],
    ['one that asks', `${WITH_AGE}\ninput("your name? ")\n`, 'EOFError', 13],
  ])('models that do not import: %s', async (_, text, type, line) => {
    await project.reset({ [USER]: text });
    const { error } = await project.expectLook('import-failed');
    expect(error).toMatchObject({ type, path: USER, line });
  });

  test('an error of the database while the models are imported keeps its SQLSTATE', async () => {
    const app = `from sqlalchemy import create_engine, text
with create_engine("postgresql+psycopg2:///x").connect() as connection:
    connection.execute(text("select nothing"))
`;
    await project.reset({
      'app/models/db.py': `${app}from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()\n`,
    });
    const { error } = await project.expectLook('import-failed');
    expect(error).toMatchObject({ sqlstate: '42703', path: 'app/models/db.py', line: 3 });
  });

  test('no app, an app without Migrate', async () => {
    await project.reset({ '.flaskenv': 'FLASK_APP=elsewhere\n' });
    expect(await project.expectLook('no-app')).toMatchObject({
      error: { type: 'NoAppException', path: null },
    });
    await project.reset({ 'app/__init__.py': 'from flask import Flask\napp = Flask(__name__)\n' });
    await project.expectLook('no-migrate');
  });

  test('env.py that fails, revisions that do not fit together', async () => {
    await project.reset();
    await project.must('flask db init');
    await project.must('cp migrations/env.py env.bak');
    await project.must('echo "undefined_name" >> migrations/env.py');
    const { error } = await project.expectLook('env-failed');
    expect(error).toMatchObject({ type: 'NameError', path: 'migrations/env.py' });
    await project.must('cp env.bak migrations/env.py');
    await project.expectLook('pending');
    await project.write('migrations/versions/x_.py', 'revision = "x"\ndown_revision = "deadbeef0000"\n');
    expect(await project.expectLook('revisions-broken')).toMatchObject({ error: { type: 'KeyError' } });
    await project.write('migrations/versions/x_.py', 'revision = \n');
    expect(await project.expectLook('revisions-broken')).toMatchObject({
      error: { type: 'SyntaxError', path: 'migrations/versions/x_.py', line: 1 },
    });
  });

  test("the workspace's env.py decides", async () => {
    await project.reset();
    await project.must('flask db init');
    await project.must('flask db migrate');
    await project.must('flask db upgrade');
    await project.write(USER, WITH_AGE);
    await project.expectLook('pending');
    await project.write(
      'quiet.py',
      'def keep(item, name, kind, reflected, other):\n    return name != "age"\n',
    );
    const hook =
      "from quiet import keep; current_app.extensions['migrate'].configure_args['include_object'] = keep";
    await project.must(`sed -i "s/^config = context.config/&; ${hook}/" migrations/env.py`);
    await project.expectLook('no-changes');
  });

  test('a project of Alembic alone', async () => {
    const model = `from sqlalchemy import Column, Integer, MetaData, Table
metadata = MetaData()
things = Table("things", metadata, Column("id", Integer, primary_key=True))
`;
    await project.reset({ 'app/__init__.py': null, '.flaskenv': null, 'model.py': model });
    await project.must('alembic init scripts');
    await project.must("sed -i 's#^sqlalchemy.url.*#sqlalchemy.url = postgresql+psycopg2:///x#' alembic.ini");
    await project.must(
      'sed -i \'s/^target_metadata = None/import sys; sys.path.insert(0, "."); from model import metadata as target_metadata/\' scripts/env.py',
    );
    const { view } = await project.expectLook('pending');
    expect(view.upgrade.map(({ table }) => table)).toEqual(['things']);
  });

  test('code that does not come back is stopped, and the next look works', async () => {
    await project.reset({ [USER]: `${WITH_AGE}\nwhile True:\n    pass\n` });
    expect(await project.expectLook('stopped')).toEqual({ kind: 'stopped', seconds: 3 });
    await project.write(USER, `${WITH_AGE}\nimport time\ntime.sleep(600)\n`);
    await project.expectLook('stopped');
    await project.write(USER, WITH_AGE);
    await project.expectLook('pending');
  });

  test('a recursion through C ends the interpreter, and the next look has a new one', async () => {
    const deep = `${WITH_AGE}
class Deep:
    def __repr__(self):
        return repr(self)
repr(Deep())
`;
    await project.reset({ [USER]: deep });
    expect((await project.expectLook('import-failed')).error.type).toBe('RecursionError');
    await project.write(USER, WITH_AGE);
    await project.expectLook('pending');
  });
});
