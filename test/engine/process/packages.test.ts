import { beforeAll, expect, test } from 'vitest';
import { containing, type Machine, PROJECT, startMachine } from './machine';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine('course');
});

const run = (line: string) => machine.run(line.split(' '));
const read = (name: string): string => machine.files.readText(`${PROJECT}/${name}`);

test('pip tells what is here', async () => {
  expect((await run('pip freeze')).stdout).toContain('\nFlask==2.0.1\n');
  expect((await run('pip list')).stdout).toMatch(/^Package +Version\n-+ -+\nalembic +1\.6\.5\n/);
  expect((await run('pip3 show sqlalchemy')).stdout).toMatch(/^Name: SQLAlchemy\nVersion: 1\.4\.19\n/);
  expect(await run('pip show nosuch')).toMatchObject({
    code: 1,
    stderr: 'WARNING: Package(s) not found: nosuch\n',
  });
});

test('pip install edits nothing and says how each requirement is met', async () => {
  const before = machine.files.list(PROJECT);
  const { code, stdout } = await run('python -m pip install -r requirements.txt');
  expect(code).toBe(0);
  expect(stdout.split('\n')).toHaveLength(25);
  expect(stdout).toContain(
    'Requirement already satisfied: flask==2.0.1 in /usr/local/lib/python3.14/site-packages (from -r requirements.txt (line 8)) (2.0.1)\n',
  );
  expect(await run('pip install flask==2.0.3')).toMatchObject({
    code: 0,
    stderr: 'WARNING: flask==2.0.3 is not to be had here: flask 2.0.1 serves instead.\n',
  });
  expect(await run('pip install pandas')).toMatchObject({
    code: 1,
    stderr: containing('No matching distribution found for pandas\n'),
  });
  expect(await run('pip install -r nosuch.txt')).toMatchObject({
    code: 1,
    stderr: "ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'nosuch.txt'\n",
  });
  expect(machine.files.list(PROJECT)).toEqual(before);
});

test('pipenv makes a Pipfile of requirements.txt, then keeps both files', async () => {
  expect(await run('pipenv install')).toMatchObject({
    code: 0,
    stdout: containing('requirements.txt found in'),
  });
  expect(read('Pipfile')).toContain('\n[packages]\nalembic = "==1.6.5"\n');
  expect(JSON.parse(read('Pipfile.lock'))).toMatchObject({
    _meta: { requires: { python_version: '3.14' } },
    default: { sqlalchemy: { index: 'pypi', version: '==1.4.19' } },
  });
  expect(await run('pipenv verify')).toMatchObject({ code: 0, stdout: 'Pipfile.lock is up-to-date.\n' });
  const before = read('Pipfile');
  expect(await run('pipenv install urllib3')).toMatchObject({ code: 0 });
  expect(read('Pipfile')).toBe(
    before.replace('psycopg2-binary = "*"\n', 'psycopg2-binary = "*"\nurllib3 = "*"\n'),
  );
  expect(await run('pipenv uninstall urllib3')).toMatchObject({ code: 0 });
  expect(read('Pipfile')).toBe(before);
  expect(await run('pipenv install pandas')).toMatchObject({ code: 1 });
  expect(read('Pipfile')).toBe(before);
});

test("a Pipfile's hash is the one that pipenv computes", async () => {
  // Recorded from pipenv 2026.10.3.
  machine.files.write(
    `${PROJECT}/Pipfile`,
    '[[source]]\nurl = "https://pypi.org/simple"\nverify_ssl = true\nname = "pypi"\n\n[packages]\nflask = "==2.0.1"\n' +
      'python-dotenv = "*"\nemail-validator = ">=1"\n\n[dev-packages]\n\n[requires]\npython_version = "3.11"\n',
  );
  await run('pipenv lock');
  expect(JSON.parse(read('Pipfile.lock'))).toMatchObject({
    _meta: { hash: { sha256: '9565865946e6425d3f17139f5a9bee228978d950a4691ff876f7d4b68ee8ec84' } },
  });
});
