import { fileURLToPath } from 'node:url';
import { nodeHost } from '../../../src/engine/node';
import { bootPostgres } from '../../../src/engine/postgres/boot';
import { Interpreter } from '../../../src/engine/python/interpreter';

export const SAMPLES = fileURLToPath(new URL('../../samples/driver', import.meta.url));
const RUNTIME = fileURLToPath(new URL('../../../public/runtime', import.meta.url));
/** Where Python finds the samples. */
const MOUNTED = '/samples';

const PREPARE = `
import contextlib, io, os, sys
from stillroom import libpq, psycopg2
psycopg2.install()
sys.path.append('${MOUNTED}')
from psycopg2 import extensions

def run_program(source, name):
    """Runs a program with what it registers undone afterwards; gives what it printed."""
    printed = io.StringIO()
    registries = (extensions.adapters, extensions.string_types)
    before = [dict(registry) for registry in registries]
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(source, name, 'exec'), {'__name__': '__main__'})
    finally:
        libpq.close_all()
        for registry, contents in zip(registries, before):
            registry.clear()
            registry.update(contents)
    return printed.getvalue()
`;

/** A Python that can reach a database through the driver. */
export interface Driver {
  /** What a program prints; throws what it raises. */
  run(program: string): string;
}

/** Boots Postgres and Python. Whatever the DSN says, it reaches the one database. */
export async function startDriver(): Promise<Driver> {
  const { loadAsset, pyodide: host } = await nodeHost(RUNTIME);
  const { backend } = await bootPostgres({ loadAsset });
  const env = { HOME: '/home/student', USER: 'student', TZ: 'UTC', DATABASE_URL: 'postgresql://me@here/app' };
  const python = await Interpreter.boot({
    stack: 'current',
    loadAsset,
    host,
    mounts: {},
    env,
  });
  python.registerJsModule('_stillroom_postgres', backend);
  const { pyodide } = python;
  pyodide.mountNodeFS(MOUNTED, SAMPLES);
  pyodide.runPython(PREPARE);
  const runProgram = pyodide.runPython('run_program') as (source: string, name: string) => string;
  return { run: (program) => runProgram(program, 'program.py') };
}
