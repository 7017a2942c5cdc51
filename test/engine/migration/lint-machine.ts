import { join } from 'node:path';
import { Engine } from '../../../src/engine/engine';
import type { RevisionView } from '../../../src/engine/migration/view';
import { nodeHost } from '../../../src/engine/node';
import type { EngineEvent, StackName, WorkspaceFile } from '../../../src/engine/types';

const size = { columns: 100, rows: 30 };
const REVISION = 'migrations/versions/a1_.py';

const APP = `from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://student:secret@localhost/student"
app.config["SQLALCHEMY_TRACK_MODIFICATIONS"] = False
Migrate(app, SQLAlchemy(app))
`;

/** The conditions that samples foretell, by the names that the driver has for them. */
const SQLSTATES: Record<string, string> = {
  ActiveSqlTransaction: '25001',
  DatatypeMismatch: '42804',
  DependentObjectsStillExist: '2BP01',
  DuplicateObject: '42710',
  DuplicateTable: '42P07',
  NotNullViolation: '23502',
  UndefinedObject: '42704',
  UndefinedTable: '42P01',
  UniqueViolation: '23505',
};

/** One engine for all samples: each gets the same small app, its own database, and its own revision. */
export class LintMachine {
  #files: WorkspaceFile[] = [];
  #output = '';

  private constructor(private readonly engine: Engine) {}

  static async start(stack: StackName): Promise<LintMachine> {
    const { loadAsset, manifest, pyodide } = await nodeHost(
      join(import.meta.dirname, '../../../public/runtime'),
    );
    let machine: LintMachine | null = null;
    const engine = new Engine({
      loadAsset,
      pyodide,
      versions: manifest.versions,
      emit: (event) => machine?.hear(event),
      isTerminal: false,
      readLineSync: () => null,
    });
    machine = new LintMachine(engine);
    const pins = stack === 'course' ? [{ path: 'requirements.txt', content: 'SQLAlchemy==1.4.19\n' }] : [];
    const files = [...pins, { path: 'app.py', content: APP }];
    await engine.open({ files, emptyDirectories: [], database: null });
    const { changes } = await engine.run('flask db init', size);
    const made = changes.flatMap((change) => (change.kind === 'written' ? change : []));
    machine.#files = [...files, ...made.map(({ path, content }) => ({ path, content }))];
    return machine;
  }

  /** A fresh database and this revision, as the panel shows it. */
  async take(source: string, database: string | null): Promise<RevisionView> {
    const files = [...this.#files, { path: REVISION, content: source }];
    await this.engine.open({ files, emptyDirectories: [], database });
    const view = await this.engine.revision(REVISION);
    if (view === null) throw new Error('there is no revision');
    return view;
  }

  /** Runs a command: null, or the SQLSTATE it failed with; `Alembic` where no statement reached the database. */
  async run(line: string): Promise<string | null> {
    this.#output = '';
    const { exitCode } = await this.engine.run(line, size);
    if (exitCode === 0) return null;
    const name = /psycopg2\.errors\.(\w+)/.exec(this.#output)?.[1];
    return name === undefined ? 'Alembic' : (SQLSTATES[name] ?? name);
  }

  /** The first revision of an app, as `flask db migrate` writes it. */
  async firstRevision(files: WorkspaceFile[]): Promise<RevisionView> {
    await this.engine.open({ files, emptyDirectories: [], database: null });
    await this.run('flask db init');
    await this.run('flask db migrate');
    return await this.newest();
  }

  /**
   * Two states of an app's models, and SQL for rows in between: the revision that `flask db migrate` writes from the
   * first to the second, before it is applied.
   */
  async between(first: string, rows: string, second: string): Promise<RevisionView> {
    const url = 'postgresql://student:secret@localhost/student';
    const script = `import psycopg2\n\nwith psycopg2.connect("${url}") as db:\n    db.cursor().execute("""${rows}""")\n`;
    await this.engine.open({ files: this.#files, emptyDirectories: ['migrations/versions'], database: null });
    await this.write('rows.py', script);
    await this.write('app.py', APP.replace('Migrate(app, SQLAlchemy(app))', first));
    for (const line of ['flask db migrate', 'flask db upgrade', 'python rows.py']) await this.mustRun(line);
    await this.write('app.py', APP.replace('Migrate(app, SQLAlchemy(app))', second));
    await this.mustRun('flask db migrate');
    return await this.newest();
  }

  /** Writes a file of the workspace. */
  async write(path: string, content: string): Promise<void> {
    await this.engine.write([{ kind: 'written', path, content }]);
  }

  async newest(): Promise<RevisionView> {
    const view = await this.engine.revision(null);
    if (view === null) throw new Error(this.#output);
    return view;
  }

  private async mustRun(line: string): Promise<void> {
    if ((await this.run(line)) !== null) throw new Error(`${line}: ${this.#output}`);
  }

  private hear(event: EngineEvent): void {
    if (event.type === 'output') this.#output += event.text;
  }
}
