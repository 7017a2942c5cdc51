import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readFolder } from '../../src/engine/cli/folder';
import type { WorkspaceSnapshot } from '../../src/engine/types';
import { type Headless, startHeadless } from './headless';

const REACH_THE_STACKS_END = `class A:
    def __repr__(self):
        return repr(self)

print(repr(A()))
`;

let machine: Headless;
let app: WorkspaceSnapshot;

beforeAll(async () => {
  machine = await startHeadless();
  app = { ...(await readFolder('src/lessons/00-course-app/start')), database: null };
});

beforeEach(async () => {
  await machine.engine.open(app);
});

describe('the engine', () => {
  test('goes back to a checkpoint, and to nothing', async () => {
    for (const line of ['flask db init', 'flask db migrate', 'flask db upgrade', 'flask seed all']) {
      expect((await machine.run(line)).exitCode, line).toBe(0);
    }
    const { state: full } = await machine.run('flask db current');
    const database = await machine.engine.checkpoint();
    const { state: emptied } = await machine.run('flask seed undo && flask db downgrade');
    expect(emptied.database).not.toEqual(full.database);
    const { database: restored } = await machine.engine.open({ ...app, database });
    expect(restored).toEqual(full.database);
    expect((await machine.engine.open(app)).database.schemas).toMatchObject([{ name: 'public', tables: [] }]);
  });

  test('takes up the shell where it was left, as far as it is still there', async () => {
    const { state } = await machine.run('cd app && export COLOUR=red');
    const { cwd, exported } = state;
    await machine.engine.open({ ...app, shell: { cwd, exported } });
    expect((await machine.run('pwd; echo $COLOUR $PWD')).output).toBe(`${cwd}\nred ${cwd}\n`);
    await machine.engine.open({ ...app, shell: { cwd: '/home/student/project/gone', exported } });
    expect((await machine.run('pwd; echo $PWD')).output).toBe(
      '/home/student/project\n/home/student/project\n',
    );
    await machine.engine.open(app);
    expect((await machine.run('echo "[$COLOUR]"')).output).toBe('[]\n');
  });

  test('changes the stack with an install, and keeps the database', async () => {
    await machine.run(
      `python -c "import psycopg2 as p; c = p.connect(''); c.cursor().execute('create table t ()'); c.commit()"`,
    );
    await machine.run('echo flask > requirements.txt');
    const { state, output } = await machine.run('pip install -r requirements.txt');
    expect(state.stack.stack).toBe('current');
    expect(output).toContain('Stack: current');
    expect(state.database.schemas[0]?.tables.map((table) => table.name)).toEqual(['t']);
    expect((await machine.run('flask --version')).output).toContain('Flask 3.');
  });

  test('gives a new Python to who has killed the old one', async () => {
    await machine.engine.write([{ kind: 'written', path: 'deep.py', content: REACH_THE_STACKS_END }]);
    const { exitCode, output } = await machine.run('python deep.py; python -c "print(1)"');
    expect(exitCode).toBe(1);
    expect(output).toContain('RecursionError');
    expect(output).toContain('run the rest again');
    expect((await machine.run('python -c "print(2)"')).output).toBe('2\n');
  });

  test('offers what may come next', async () => {
    const offered = async (line: string): Promise<string[]> =>
      (await machine.engine.complete(line, line.length)).candidates;
    expect(await offered('flask db mi')).toEqual(['migrate']);
    expect(await offered('flask db migrate --rev')).toEqual(['--rev-id']);
    await machine.run('flask db init && flask db migrate --rev-id abc123');
    expect(await offered('flask db upgrade ab')).toEqual(['abc123']);
    expect(await offered('flask seed ')).toEqual(['all', 'undo']);
    expect(await offered('cat app/se')).toEqual(['app/seeds/']);
  });
});
