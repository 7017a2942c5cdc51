// @ts-check
// A student's machine as it is natively: a home folder, a PostgreSQL of its own, the stack's programs on the PATH.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from '../setup/command.mjs';
import { importBundled } from './bundle.mjs';
import { must } from './must.mjs';
import { startPostgres } from './postgres.mjs';

/** @typedef {import('./stack.mjs').NativeStack} NativeStack */
/** @typedef {import('../../src/engine/report.ts').DatabaseState} DatabaseState */
/** @typedef {import('../../src/engine/types.ts').WorkspaceFile} WorkspaceFile */
/** @typedef {{ exitCode: number, output: string }} Ran */

/** What the course's own .env asks for; any password will do. */
const ROLE = 'tweets_user';
const DATABASE = 'tweets_dev';

const EXECUTE = `
import json, sys, psycopg2
connection = psycopg2.connect(sys.argv[1])
connection.autocommit = True
cursor = connection.cursor()
for statement in sys.argv[2:]:
    cursor.execute(statement)
if cursor.description:
    value = cursor.fetchone()[0]
    print(value if isinstance(value, str) else json.dumps(value), end='')
`;

/** Starts the machine.
 * @param {NativeStack} anyStack whose driver speaks to the server
 * @returns {Promise<NativeMachine>} */
export async function startMachine(anyStack) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stillroom-native-'));
  const postgres = await startPostgres(path.join(folder, 'server'));
  return new NativeMachine(folder, postgres, anyStack);
}

class NativeMachine {
  /** @param {string} folder
   * @param {import('./postgres.mjs').NativePostgres} postgres
   * @param {NativeStack} anyStack */
  constructor(folder, postgres, anyStack) {
    this.home = path.join(folder, 'home');
    this.project = path.join(this.home, 'project');
    this.folder = folder;
    this.postgres = postgres;
    this.python = anyStack.python;
  }

  /** An empty database, and a project folder with these files.
   * @param {readonly WorkspaceFile[]} files */
  async open(files) {
    await this.#sql(this.postgres.dsn, [
      `drop database if exists ${DATABASE}`,
      `drop role if exists ${ROLE}`,
      // The engine's one user is a superuser too.
      `create role ${ROLE} superuser login password 'password'`,
      `create database ${DATABASE} owner ${ROLE}`,
    ]);
    rmSync(this.home, { recursive: true, force: true });
    await this.write(files);
  }

  /** Writes files into the project folder.
   * @param {readonly WorkspaceFile[]} files */
  async write(files) {
    for (const { path: name, content } of files) {
      const file = path.join(this.project, name);
      mkdirSync(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }

  /** Runs a command line as a shell does that is no terminal; both outputs go through one pipe, in order.
   * @param {NativeStack} stack
   * @param {string} line
   * @param {{ keepBytecode?: boolean }} [options] whether Python keeps what it compiles, as it usually does
   * @returns {Promise<Ran>} */
  async run(stack, line, { keepBytecode = false } = {}) {
    const { code, stdout } = await run(['bash', '-c', `exec 2>&1\n${line}`], {
      cwd: this.project,
      env: { ...this.#environment(stack), ...(keepBytecode ? {} : { PYTHONDONTWRITEBYTECODE: '1' }) },
    });
    return { exitCode: code, output: stdout };
  }

  /** @returns {Promise<DatabaseState>} */
  async state() {
    /** @type {typeof import('./engine-parts.ts')} */
    const { databaseStateQuery } = await importBundled('scripts/native/engine-parts.ts');
    const dsn = `postgresql://${ROLE}@127.0.0.1:${this.postgres.port}/${DATABASE}`;
    return JSON.parse(await this.#sql(dsn, [databaseStateQuery({ name: 'alembic_version' })]));
  }

  /** @returns {Promise<string>} */
  serverVersion() {
    return this.#sql(this.postgres.dsn, ['show server_version']);
  }

  async stop() {
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @param {NativeStack} stack */
  #environment({ bin }) {
    return {
      HOME: this.home,
      USER: 'student',
      PATH: `${bin}:/usr/local/bin:/usr/bin:/bin`,
      LC_ALL: 'C.UTF-8',
      COLUMNS: '80',
      // The course's URL names no port.
      PGPORT: String(this.postgres.port),
      PYTHONUNBUFFERED: '1',
    };
  }

  /** Runs statements, each for itself; gives the first value of the last one.
   * @param {string} dsn
   * @param {readonly string[]} statements */
  #sql(dsn, statements) {
    return must([this.python, '-c', EXECUTE, dsn, ...statements]);
  }
}
