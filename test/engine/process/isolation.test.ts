import { beforeAll, describe, expect, test } from 'vitest';
import { type Machine, PROJECT, startMachine } from './machine';

/** Each command must find the interpreter as the one before found it. */
let machine: Machine;
beforeAll(async () => {
  machine = await startMachine('current');
});

const python = async (source: string): Promise<string> => {
  const { code, stdout, stderr } = await machine.run(['python', '-c', source]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return stdout;
};

test('modules of the workspace are read again, those of libraries stay', async () => {
  machine.files.write(`${PROJECT}/mine.py`, 'VALUE = 1\n');
  const first = await python('import mine, sqlalchemy; print(mine.VALUE, id(sqlalchemy))');
  // The same size within the same second: nothing but the content tells.
  machine.files.write(`${PROJECT}/mine.py`, 'VALUE = 2\n');
  const second = await python('import mine, sqlalchemy; print(mine.VALUE, id(sqlalchemy))');
  expect(second).toBe(first.replace('1', '2'));
});

test('a file that appears is found, in a folder that was looked at before', async () => {
  await python('import importlib.util as u; print(u.find_spec("late"))');
  machine.files.write(`${PROJECT}/late.py`, '');
  expect(await python('import importlib.util as u; print(u.find_spec("late") is not None)')).toBe('True\n');
});

const LEAKS: [what: string, leak: string, probe: string][] = [
  ['environment', 'import os; os.environ["LEAK"] = "1"', 'import os; print(sorted(os.environ))'],
  ['working directory', 'import os; os.chdir("/tmp")', 'import os; print(os.getcwd())'],
  ['sys.path', 'import sys; sys.path.insert(0, "/tmp")', 'import sys; print(sys.path)'],
  [
    'sys.modules',
    'import sys, types; sys.modules["app"] = types.ModuleType("app"); sys.modules["x"] = None',
    'import sys; print("x" in sys.modules)',
  ],
  [
    'builtins',
    'import builtins; builtins.leak = 1; builtins.len = None',
    'print(len("a"), "leak" in dir(__builtins__))',
  ],
  ['limits', 'import sys; sys.setrecursionlimit(200)', 'import sys; print(sys.getrecursionlimit())'],
  [
    'excepthook',
    'import sys; sys.excepthook = print',
    'import sys; print(sys.excepthook is sys.__excepthook__)',
  ],
  [
    'warning filters',
    'import warnings; warnings.simplefilter("error"); warnings.showwarning = print',
    'import warnings; print(warnings.filters, warnings.showwarning.__module__)',
  ],
  [
    'logging',
    'import logging; logging.basicConfig(level=0); logging.getLogger("sqlalchemy").disabled = True; logging.disable(50); logging.addLevelName(10, "X")',
    'import logging as l; print(l.root.handlers, l.root.level, l.getLogger("sqlalchemy").disabled, l.root.isEnabledFor(50), l.getLevelName(10))',
  ],
  [
    'signal handlers',
    'import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)',
    'import signal; print(signal.getsignal(signal.SIGINT))',
  ],
  [
    'context variables',
    'import contextvars as c; c.ContextVar("leak").set(1)',
    'import contextvars as c; print(list(c.copy_context()))',
  ],
  [
    'psycopg2 adapters',
    'import psycopg2.extensions as e; e.register_adapter(dict, str)',
    'import psycopg2.extensions as e; print(sorted(map(str, e.adapters)))',
  ],
  [
    'temporary directory',
    'import os, tempfile; os.environ["TMPDIR"] = "/home"; tempfile.gettempdir()',
    'import tempfile; print(tempfile.gettempdir())',
  ],
];

describe('nothing is left of', () => {
  test.each(LEAKS)('%s', async (_what, leak, probe) => {
    const before = await python(probe);
    await python(leak);
    expect(await python(probe)).toBe(before);
  });
});

test('a seed does not last', async () => {
  const draw = 'import random; print(random.random())';
  const seeded = await python(`import random; random.seed(1)\n${draw}`);
  expect(await python(`import random; random.seed(1)\n${draw}`)).toBe(seeded);
  expect(await python(draw)).not.toBe(await python(draw));
});

test('a warning is shown again by the next process', async () => {
  machine.files.write(`${PROJECT}/warner.py`, 'import warnings\nwarnings.warn("careful")\n');
  for (let round = 0; round < 2; round++) {
    const { stderr } = await machine.run(['python', 'warner.py']);
    expect(stderr).toBe(`${PROJECT}/warner.py:2: UserWarning: careful\n  warnings.warn("careful")\n`);
  }
});

test("SQLAlchemy's class-level listeners do not pile up", async () => {
  const source = `
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Engine

@event.listens_for(Engine, "before_cursor_execute")
def note(*args):
    print("listener")

create_engine("postgresql+psycopg2://x@y/z").connect().execute(text("SELECT 1"))
`;
  for (let round = 0; round < 3; round++) expect(await python(source)).toBe('listener\n');
});

test('what a process has asked of the catalog is forgotten with its dialect', async () => {
  const inspect = `
from sqlalchemy import create_engine, inspect

engine = create_engine("postgresql+psycopg2://x@y/z")
inspect(engine).has_table("users")
`;
  const count = `
import gc
from sqlalchemy.dialects.postgresql.base import PGDialect

print(sum(isinstance(one, PGDialect) for one in gc.get_objects()))
`;
  for (let round = 0; round < 3; round++) await python(inspect);
  expect(await python(count)).toBe('0\n');
});

test('a transaction left open is rolled back', async () => {
  const connect = 'import psycopg2; c = psycopg2.connect("postgresql://x@y/z"); k = c.cursor();';
  await python(`${connect} k.execute("CREATE TABLE left_open (id int)"); kept = c`);
  expect(await python(`${connect} k.execute("SELECT to_regclass('left_open')"); print(k.fetchone())`)).toBe(
    '(None,)\n',
  );
});

test('temporary files of a process are cleaned up at its end', async () => {
  const path = (
    await python(
      'import tempfile; t = tempfile.TemporaryDirectory(delete=True); print(t.name); keep = [t]; keep.append(keep)',
    )
  ).trim();
  const again = (
    await python(
      'import tempfile; t = tempfile.TemporaryDirectory(); print(t.name); keep = [t]; keep.append(keep)',
    )
  ).trim();
  expect([machine.files.stat(path), machine.files.stat(again)]).toEqual([null, null]);
});
