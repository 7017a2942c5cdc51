// @ts-check
// Runs the suite on the native driver and a native server, for the record.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { must } from '../native/must.mjs';
import { ensureStack } from '../native/stack.mjs';
import { withPostgres } from '../native/workshop.mjs';
import { run, SetupError } from '../setup/command.mjs';

const PREPARE = `
import sys, psycopg2
connection = psycopg2.connect(sys.argv[1])
connection.autocommit = True
for statement in (
    'create extension citext', 'create extension hstore', 'create schema test_schema', 'create schema test_schema_2',
):
    connection.cursor().execute(statement)
`;
const VERSIONS = `
import json, platform, psycopg2, sqlalchemy, sys
info = psycopg2.connect(sys.argv[1]).info
print(json.dumps({
    'python': platform.python_version(), 'sqlalchemy': sqlalchemy.__version__,
    'psycopg2': psycopg2.__version__, 'postgresql': info.parameter_status('server_version'),
}))
`;

/** @param {import('./suite.mjs').Suite} suite */
export async function recordNatively({ suite, packages }) {
  const { python } = await ensureStack('current');
  return withPostgres(async (folder, dsn) => {
    await must([python, '-c', PREPARE, dsn]);
    const outcomes = path.join(folder, 'outcomes.json');
    const dburi = dsn.replace(/^postgresql:/, 'postgresql+psycopg2:');
    const PYTHONPATH = [packages, suite].join(path.delimiter);
    const { code } = await run([python, '-m', 'pytest', '--dburi', dburi], {
      cwd: suite,
      stdio: 'inherit',
      env: { ...process.env, OUTCOMES: outcomes, PYTHONPATH, PYTHONDONTWRITEBYTECODE: '1' },
    });
    if (code > 1) throw new SetupError('pytest could not run the suite.');
    const versions = JSON.parse(await must([python, '-c', VERSIONS, dsn]));
    return { versions, ...JSON.parse(readFileSync(outcomes, 'utf8')) };
  });
}
