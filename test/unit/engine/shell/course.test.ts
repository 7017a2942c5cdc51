/** What is particular to this terminal: hints, programs of Python, the editor, what comes later. */
import { expect, test } from 'vitest';
import { Interrupted, type Program } from '../../../../src/engine/shell/program';
import { Machine, report } from './machine';

async function run(line: string, terminal = false) {
  return new Machine().run(line, { terminal });
}

test('programs get their arguments, variables and folder', async () => {
  const where: Program = (process) => {
    process.stdout.write(process.cwd);
    return Promise.resolve(0);
  };
  const machine = new Machine({ flask: report, where });
  await machine.run('mkdir app');
  expect(await machine.run('X=1 flask db migrate -m "add tweets"')).toMatchObject({
    code: 0,
    output: '<flask|db|migrate|-m|add tweets>1\n',
  });
  expect((await machine.run('cd app && where')).output).toBe('/home/student/project/app');
  expect(machine.shell.cwd).toBe('/home/student/project/app');
});

test('an unknown command names the nearest known one', async () => {
  expect(await run('flsk db upgrade')).toMatchObject({
    code: 127,
    stderr: 'bash: flsk: command not found\nDid you mean flask?\n',
  });
  expect((await run('xyzzy')).stderr).toBe('bash: xyzzy: command not found\n');
});

test.each([
  ['npx sequelize-cli db:migrate', 'flask db upgrade'],
  ['npx dotenv sequelize db:seed:all', 'flask seed all'],
  ['npx dotenv sequelize-cli db:seed:undo:all', 'flask seed undo'],
  ['npx sequelize db:migrate:undo', 'flask db downgrade'],
  ['npx sequelize-cli db:migrate:undo:all', 'flask db downgrade base'],
  [
    'npx sequelize-cli db:migrate:undo --name 2021-users.js',
    'flask db downgrade REVISION, with the revision to go back to',
  ],
  [
    'npx sequelize-cli db:migrate:status',
    'flask db current tells where the database stands, flask db history lists the revisions',
  ],
  [
    'npx sequelize-cli model:generate --name Tweet --attributes message:string',
    'a class in app/models (class Tweet(db.Model)), then flask db migrate, which writes the migration from it',
  ],
  [
    'npx sequelize migration:generate --name=add-likes',
    'flask db migrate -m "add-likes" writes it from your models, flask db revision -m "add-likes" an empty one',
  ],
  ['npx sequelize-cli init', 'flask db init'],
  ['npx dotenv sequelize db:drop', 'flask db downgrade base, which takes every table away'],
])('%s', async (line, answer) => {
  const { code, stderr } = await run(line);
  expect(stderr).toMatch(/^sequelize \S+ is for Node. Here it is: /);
  expect(stderr).toContain(`: ${answer}.\n`);
  expect(code).toBe(1);
});

test.each([
  ['flask run', 'flask run'],
  ['flask --app app run --port 5001', 'flask run'],
  ['pipenv run flask run', 'flask run'],
  ['python -m flask run', 'flask run'],
  ['pipenv run python -m flask -e .env shell', 'flask shell'],
  ['FLASK_DEBUG=1 flask run', 'flask run'],
  ['psql', 'psql'],
])('%s comes later and says so', async (line, what) => {
  const { code, stderr } = await run(line);
  expect(stderr).toMatch(new RegExp(`^${what}: .* comes in a later version`));
  expect(code).toBe(1);
});

test('a bare python comes later at a terminal, and reads its program from a pipe', async () => {
  expect((await run('python', true)).stderr).toContain('comes in a later version');
  expect((await run('echo "print(1)" | python')).output).toBe('<python>\n');
  expect((await run('python app.py', true)).output).toBe('<python|app.py>\n');
  expect((await run('flask run --help')).output).toBe('<flask|run|--help>\n');
});

test('pipenv run passes a command on, in the same folder and with the same variables', async () => {
  const machine = new Machine();
  expect((await machine.run('X=1 pipenv run flask db init')).output).toBe('<flask|db|init>1\n');
  expect((await machine.run('pipenv run env | grep PIPENV')).output).toBe('PIPENV_ACTIVE=1\n');
  expect((await machine.run('env | grep PIPENV')).code).toBe(1);
  await machine.run('pipenv shell');
  expect((await machine.run('echo $PIPENV_ACTIVE')).output).toBe('1\n');
});

test('the editor of the environment opens a file in the page', async () => {
  const machine = new Machine();
  await machine.run('mkdir app; touch app/x.py; cd app; $EDITOR x.py');
  expect(machine.edited).toEqual(['/home/student/project/app/x.py']);
});

test('clear and exit', async () => {
  const machine = new Machine();
  await machine.run('clear');
  expect(machine.cleared).toBe(1);
  expect(await machine.run('exit 3; echo not reached', { terminal: true })).toMatchObject({
    code: 3,
    output: 'exit\nThis terminal stays open with the page.\n',
  });
  expect(machine.shell.ended).toBe(false);
  expect(await machine.run('exit 4')).toMatchObject({ code: 4, output: '' });
  expect(machine.shell.ended).toBe(true);
});

test('Ctrl-C ends the whole line with 130, in a loop that never waits and in sleep', async () => {
  const machine = new Machine();
  for (const line of ['while true; do :; done; echo after', 'sleep 60; echo after']) {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 20);
    expect(await machine.run(line, { signal: abort.signal })).toMatchObject({ code: 130, output: '' });
  }
  expect((await machine.run('echo $?')).output).toBe('130\n');
});

test('a program that Ctrl-C ended is 130', async () => {
  const machine = new Machine({ upgrade: () => Promise.reject(new Interrupted()) });
  expect(await machine.run('upgrade || echo no; echo no')).toMatchObject({ code: 130, output: '' });
});

test('what is not there yet says so in one sentence', async () => {
  expect(await run('sleep 1 &')).toMatchObject({
    code: 2,
    stderr: 'bash: `&` comes in a later version, for `flask run &`; until then, leave it out.\n',
  });
  expect((await run('x=(1 2)')).stderr).toBe('bash: Arrays cannot be used in this terminal\n');
  expect((await run('cat <(ls)')).stderr).toContain('cannot be used in this terminal');
  expect((await run('alias x=y')).stderr).toBe('bash: alias: cannot be used in this terminal\n');
});

test('help lists every group, the keys, and tells about one command', async () => {
  const { output } = await run('help');
  for (const part of [
    'Python and the database:',
    'Files and folders:',
    'Text:',
    'The shell:',
    'Ctrl-C',
    'Tab',
    'F6',
  ]) {
    expect(output).toContain(part);
  }
  expect((await run('help grep')).output).toContain('grep [-rn');
  expect((await run('grep --help')).output).toMatch(/^Usage: grep/);
});

test('history remembers lines once when they repeat', async () => {
  const machine = new Machine();
  for (const line of ['echo a', 'echo a', '  ', 'echo b']) await machine.run(line);
  expect((await machine.run('history')).output).toBe('    1  echo a\n    2  echo b\n    3  history\n');
  expect((await machine.run('history -c; history')).output).toBe('');
});

test('at a terminal, ls shows columns and colours', async () => {
  const machine = new Machine();
  await machine.run('mkdir app; touch a b c');
  const app = '\x1b[01;34mapp\x1b[0m';
  expect((await machine.run('ls', { terminal: true })).output).toBe(`a  ${app}  b  c\n`);
  expect((await machine.run('ls', { terminal: true, columns: 8 })).output).toBe(`a    b\n${app}  c\n`);
  await machine.run('touch "d e"');
  expect((await machine.run('ls', { terminal: true, columns: 16 })).output).toBe(
    ` a     b  'd e'\n ${app}   c\n`,
  );
  expect((await machine.run('ls')).output).toBe('a\napp\nb\nc\nd e\n');
  expect((await machine.run('ls -l a')).output).toMatch(
    /^-rw-r--r-- 1 student student 0 Jan +5 \d\d:03 a\n$/,
  );
});

test('tree draws what is below', async () => {
  const machine = new Machine();
  await machine.run('mkdir -p app/models __pycache__; touch app/__init__.py app/models/user.py .env');
  const { output } = await machine.run('tree -I __pycache__');
  expect(output).toBe(
    '.\n└── app\n    ├── __init__.py\n    └── models\n        └── user.py\n\n3 directories, 2 files\n',
  );
  expect((await machine.run('tree -L 1 -a')).output).toContain('├── .env\n');
});

test('a command deep in a folder that was deleted starts from home again', async () => {
  const machine = new Machine();
  await machine.run('mkdir gone; cd gone; rm -r ../gone');
  expect((await machine.run('pwd')).output).toBe('/home/student\n');
});

test('a program can run commands as its children', async () => {
  const machine: Machine = new Machine({
    flask: report,
    parent: async (process) =>
      (await machine.shell.system('X=2 flask child | cat; cd /; exit 3', process)) +
      (await machine.shell.spawn({ ...process, argv: ['echo', '$X', '*'] })),
  });
  expect(await machine.run('export X=1; parent')).toMatchObject({
    code: 3,
    output: '<flask|child>2\n$X *\n',
  });
  expect(machine.shell.cwd).toBe('/home/student/project');
});
