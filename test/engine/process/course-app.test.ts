import { beforeAll, describe, expect, test } from 'vitest';
import { containing, type Machine, matching, PROJECT, startMachine } from './machine';

const URL = 'DATABASE_URL=postgresql+psycopg2://student:secret@localhost/tweets\n';

describe.each(['course', 'current'] as const)('the app of the course on the stack "%s"', (stack) => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await startMachine(stack);
    if (stack === 'current') machine.files.write(`${PROJECT}/.env`, `SECRET_KEY=x\n${URL}`);
  });
  const flask = (...args: string[]) => machine.run(['flask', ...args]);
  const revision = (): string => {
    const folder = `${PROJECT}/migrations/versions`;
    const name = machine.files.list(folder).find((entry) => entry.endsWith('.py')) ?? '';
    return machine.files.readText(`${folder}/${name}`);
  };

  test('from init to upgrade', async () => {
    expect(await flask('db', 'init')).toMatchObject({ code: 0 });
    expect(await flask('db', 'migrate', '-m', 'first')).toMatchObject({ code: 0 });
    expect(await flask('db', 'migrate')).toMatchObject({
      code: 1,
      output: containing('Target database is not up to date.'),
    });
    expect(await flask('db', 'upgrade')).toMatchObject({
      code: 0,
      stderr: matching(/Running upgrade {2}-> [\da-f]{12}, first\n$/),
    });
    expect(await flask('db', 'current')).toMatchObject({
      code: 0,
      stdout: matching(/^[\da-f]{12} \(head\)\n$/),
    });
    expect(revision()).toContain(
      "    op.drop_table('tweet_images')\n    op.drop_table('tweets')\n    op.drop_table('users')\n",
    );
  });

  test('seeds, and what undo leaves of the sequences', async () => {
    expect(await flask('seed', 'all')).toMatchObject({ code: 0, output: '' });
    const undo = await flask('seed', 'undo');
    if (stack === 'current') {
      expect(undo.code).toBe(1);
      expect(undo.stderr).toMatch(
        /sqlalchemy\.exc\.ArgumentError: Textual SQL expression 'DELETE FROM tweet_images' should be explicitly declared as text\('DELETE FROM tweet_images'\)\n$/,
      );
      return;
    }
    expect(undo).toMatchObject({ code: 0, output: '' });
    const again = await flask('seed', 'all');
    expect(again.code).toBe(1);
    expect(again.stderr).toContain(
      `psycopg2.errors.ForeignKeyViolation: insert or update on table "tweets" violates foreign key constraint "tweets_user_id_fkey"\nDETAIL:  Key (user_id)=(`,
    );
    expect(again.stderr).toContain(
      'Traceback (most recent call last):\n  File "/usr/local/bin/flask", line 8, in <module>\n    sys.exit(main())\n             ~~~~^^\n',
    );
    expect(again.stderr).not.toContain('stillroom');
  });

  test('down and up again', async () => {
    expect(await flask('db', 'downgrade')).toMatchObject({ code: 0 });
    expect((await flask('db', 'current')).stdout).toBe('');
    expect(await flask('db', 'upgrade')).toMatchObject({ code: 0 });
  });

  test('`python -m flask` and a script that uses the app', async () => {
    expect((await machine.run(['python', '-m', 'flask', 'db', 'current'])).stdout).toMatch(/\(head\)/);
    machine.files.write(
      `${PROJECT}/count.py`,
      'from app import app\nfrom app.models import User\nwith app.app_context():\n    print(User.query.count())\n',
    );
    // FLASK_APP and DATABASE_URL come from .flaskenv and .env, which only `flask` reads.
    expect(
      await machine.run(['python', 'count.py'], { env: { DATABASE_URL: URL.trim().split('=')[1] ?? '' } }),
    ).toMatchObject({
      code: 0,
      stdout: '0\n',
    });
  });

  test('`flask db edit` opens the newest revision', async () => {
    expect(await flask('db', 'edit')).toMatchObject({ code: 0 });
    expect(machine.edited).toEqual([
      matching(/^\/home\/student\/project\/migrations\/versions\/\w+_first\.py$/),
    ]);
  });

  test('completion knows the commands of the app', async () => {
    const [flaskTree, alembicTree] = await machine.commandTree();
    const names = (tree: typeof flaskTree) => tree?.commands.map(({ name }) => name);
    expect(names(flaskTree)).toEqual(expect.arrayContaining(['db', 'routes', 'run', 'seed', 'shell']));
    expect(names(flaskTree?.commands.find(({ name }) => name === 'seed'))).toEqual(['all', 'undo']);
    const db = flaskTree?.commands.find(({ name }) => name === 'db');
    expect(db?.commands.find(({ name }) => name === 'upgrade')).toMatchObject({
      takesRevision: true,
      options: expect.arrayContaining(['--sql', '--tag']) as string[],
    });
    expect(names(alembicTree)).toEqual(expect.arrayContaining(['upgrade', 'revision']));
  });

  test('a development server is refused in words', async () => {
    expect(await machine.run(['python', '-m', 'flask', 'run'])).toMatchObject({
      code: 1,
      stderr: containing('stillroom: the development server is not here yet'),
    });
  });

  test('an app that does not import: the error, then what Flask says', async () => {
    const config = machine.files.readText(`${PROJECT}/app/config.py`);
    machine.files.write(`${PROJECT}/app/config.py`, 'import nothing_of_the_kind\n');
    const { code, output } = await flask('db', 'current');
    machine.files.write(`${PROJECT}/app/config.py`, config);
    expect(code).toBe(2);
    expect(output).toContain(
      '/home/student/project/app/config.py", line 1, in <module>\n    import nothing_of_the_kind\nModuleNotFoundError: ',
    );
  });
});

test('on the current stack a plain URL gets a word about psycopg 3', async () => {
  const machine = await startMachine('current');
  const { code, output } = await machine.run(['flask', 'db', 'init']);
  expect(code).toBe(2);
  expect(output).toContain("ModuleNotFoundError: No module named 'psycopg'\n");
  expect(output).toMatch(/\nError: No such command 'db'\.\nstillroom: .*postgresql\+psycopg2:\/\/.*\n$/);
});
