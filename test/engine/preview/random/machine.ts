import { join } from 'node:path';
import { Engine } from '../../../../src/engine/engine';
import type { FileChange, StackName, WorkspaceFile } from '../../../../src/engine/types';
import type { DatabaseState } from '../../../../src/engine/report';
import { nodeHost } from '../../../../src/engine/node';
import { SCHEMAS_SQL } from './source';

const SIZE = { columns: 80, rows: 24 };
const BEGIN: Record<string, string> = {
  'app.py': `from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://student:secret@localhost/app"
Migrate(app, SQLAlchemy(app))
`,
};

/** What ended a command, as Python tells it (process/ending.py). */
export interface Failure {
  type: string;
  message: string;
  sqlstate: string | null;
  path: string | null;
  line: number | null;
}

export interface Ended {
  exitCode: number;
  output: string;
  failure: Failure | null;
  /** The revision files that it wrote. */
  written: string[];
  /** As it left it: where it failed, as it was before. */
  database: DatabaseState;
}

/** One engine for all cases: each gets a project after `flask db init`, and a database with nothing but the schemas. */
export class RandomMachine {
  #initial: WorkspaceFile[] = [];
  #output = '';

  private constructor(
    readonly engine: Engine,
    private readonly lastFailure: () => Failure | null,
  ) {}

  static async start(stack: StackName): Promise<RandomMachine> {
    const { loadAsset, manifest, pyodide } = await nodeHost(
      join(import.meta.dirname, '../../../../public/runtime'),
    );
    type Python = Awaited<ReturnType<typeof pyodide.load>>;
    const started: Python[] = [];
    let machine: RandomMachine | null = null;
    const engine = new Engine({
      loadAsset,
      versions: manifest.versions,
      pyodide: {
        load: async (...args) => {
          const python = await pyodide.load(...args);
          started.push(python);
          return python;
        },
      },
      isTerminal: false,
      readLineSync: () => null,
      emit: (event) => {
        if (event.type === 'output' && machine !== null) machine.#output += event.text;
      },
    });
    machine = new RandomMachine(engine, () => {
      // The first interpreter is the one that runs the commands.
      const text: unknown = started[0]?.runPython(
        'import json; from stillroom.process import ending; json.dumps(ending.last())',
      );
      return JSON.parse(String(text)) as Failure | null;
    });
    await machine.#init(stack);
    return machine;
  }

  async #init(stack: StackName): Promise<void> {
    const pins = stack === 'course' ? [{ path: 'requirements.txt', content: 'SQLAlchemy==1.4.19\n' }] : [];
    const files = [...pins, ...Object.entries(BEGIN).map(([path, content]) => ({ path, content }))];
    const state = await this.engine.open({ files, emptyDirectories: [], database: null });
    if (state.stack.stack !== stack) throw new Error(`the stack is ${state.stack.stack}`);
    const { changes } = await this.engine.run('flask db init', SIZE);
    const made = changes.flatMap((change) => (change.kind === 'written' ? change : []));
    this.#initial = [...files, ...made.map(({ path, content }) => ({ path, content }))];
  }

  /** Begins anew with these files. */
  async begin(files: Record<string, string>): Promise<void> {
    const others = this.#initial.filter(({ path }) => !(path in files));
    const own = Object.entries(files).map(([path, content]) => ({ path, content }));
    await this.engine.open({
      files: [...others, ...own],
      emptyDirectories: ['migrations/versions'],
      database: SCHEMAS_SQL,
    });
  }

  write(files: Record<string, string | null>): Promise<void> {
    const changes = Object.entries(files).map(([path, content]): FileChange =>
      content === null ? { kind: 'removed', path } : { kind: 'written', path, content },
    );
    return this.engine.write(changes);
  }

  async run(line: string): Promise<Ended> {
    this.#output = '';
    const { exitCode, changes, state } = await this.engine.run(line, SIZE);
    const written = changes.flatMap(({ kind, path }) =>
      kind === 'written' && path.startsWith('migrations/versions/') ? [path] : [],
    );
    const failure = exitCode === 0 ? null : this.lastFailure();
    return { exitCode, output: this.#output, failure, written, database: state.database };
  }
}
