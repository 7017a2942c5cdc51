/* What Alembic writes in the wrong order: foretold before it is run, and put right by the edit that is offered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Engine } from '../../../src/engine/engine';
import { applyEdits } from '../../../src/engine/migration/edits';
import { plain } from '../../../src/engine/migration/text';
import type { RevisionView } from '../../../src/engine/migration/view';
import { nodeHost } from '../../../src/engine/node';
import type { StackName } from '../../../src/engine/types';

const ROOT = join(import.meta.dirname, '../../..');
const PINS = join(ROOT, 'src/lessons/00-course-app/start/requirements.txt');
const size = { columns: 200, rows: 30 };

const APP = `from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://student:secret@localhost/app"
app.config["SQLALCHEMY_TRACK_MODIFICATIONS"] = False
db = SQLAlchemy(app)
Migrate(app, db)
`;

/** A model with an `id`, and a column for each key: its name, and what it references. */
function model(table: string, keys: Record<string, string> = {}, options = ''): string {
  const columns = Object.entries(keys).map(
    ([column, target]) =>
      `    ${column} = db.Column(db.Integer, db.ForeignKey("${target}.id"${options.replace('NAME', `fk_${table}_${column}`)}))\n`,
  );
  const id = '    id = db.Column(db.Integer, primary_key=True)\n';
  return `\n\nclass ${table.toUpperCase()}(db.Model):\n    __tablename__ = "${table}"\n${id}${columns.join('')}`;
}

const CHAIN = [
  model('alpha'),
  model('beta', { alpha_id: 'alpha' }),
  model('gamma', { beta_id: 'beta' }),
  model('delta', { gamma_id: 'gamma' }),
];

describe.each<StackName>(['course', 'current'])('on the %s stack', (stack) => {
  let engine: Engine;
  let output = '';

  beforeAll(async () => {
    const { loadAsset, manifest, pyodide } = await nodeHost(join(ROOT, 'public/runtime'));
    engine = new Engine({
      loadAsset,
      pyodide,
      versions: manifest.versions,
      emit: (event) => {
        if (event.type === 'output') output += event.text;
      },
      isTerminal: false,
      readLineSync: () => null,
    });
  });

  async function run(line: string, exitCode = 0): Promise<void> {
    output = '';
    const done = await engine.run(line, size);
    expect({ line, exitCode: done.exitCode, output }).toEqual({ line, exitCode, output });
  }

  /** A project with these models, as far as `flask db upgrade`. */
  async function migrated(models: string[]): Promise<void> {
    const requirements = { path: 'requirements.txt', content: readFileSync(PINS, 'utf8') };
    const files = [
      { path: 'app.py', content: APP + models.join('') },
      ...(stack === 'course' ? [requirements] : []),
    ];
    const state = await engine.open({ files, emptyDirectories: [], database: null });
    expect(state.stack.stack).toBe(stack);
    await run('flask db init');
    await run('flask db migrate');
  }

  async function newest(): Promise<RevisionView> {
    const view = await engine.revision(null);
    if (view === null) throw new Error('there is no revision');
    return view;
  }

  async function change(models: string[]): Promise<void> {
    await engine.write([{ kind: 'written', path: 'app.py', content: APP + models.join('') }]);
    await run('flask db migrate');
  }

  /** Alembic has drawn lots; now the parent is dropped first in any case. */
  async function parentFirst(): Promise<void> {
    const { path, source } = await newest();
    const upgrade = /(?<=def upgrade\(.*\n)(?:.*\n)*?(?=\ndef downgrade)/.exec(source)?.[0] ?? '';
    const other = /op\.drop_table\('(\w+)'\)/.exec(upgrade)?.[1] ?? '';
    const swapped = upgrade
      .replace("op.drop_table('alpha')", 'SWAP')
      .replace(`op.drop_table('${other}')`, "op.drop_table('alpha')")
      .replace('SWAP', `op.drop_table('${other}')`);
    await engine.write([{ kind: 'written', path, content: source.replace(upgrade, swapped) }]);
  }

  /** The command fails just where and how it is foretold; with the offered edit it does not. */
  async function foretoldAndPutRight(where: 'upgrade' | 'downgrade'): Promise<string> {
    const { [where]: steps, path, source } = await newest();
    const wrong = steps.find((step) => step.refused !== null);
    const { refused = null, operation } = wrong ?? {};
    const fix = refused?.fix ?? null;
    if (refused === null || fix === null || operation === undefined)
      throw new Error(`${source}: nothing is foretold`);
    await run(`flask db ${where}`, 1);
    expect(output).toContain(refused.message);
    // A batch runs when its block ends, which Python takes for the line where it begins.
    const line = operation.batch ? operation.statement?.line : operation.span?.line;
    expect(output).toContain(`${path}", line ${line ?? '?'}, in ${where}\n`);
    await engine.write([{ kind: 'written', path, content: applyEdits(source, fix.edits) }]);
    await passes(where);
    return fix.title;
  }

  /** Nothing is refused, and nothing is. */
  async function passes(where: 'upgrade' | 'downgrade'): Promise<void> {
    const { [where]: steps } = await newest();
    expect(steps.flatMap((step) => step.refused ?? [])).toEqual([]);
    await run(`flask db ${where}`);
  }

  test('four models in a chain, removed', async () => {
    await migrated(CHAIN);
    await passes('upgrade');
    await change([]);
    await parentFirst();
    const { graph } = await newest();
    expect([graph.of, graph.tables.length, graph.keys.length]).toEqual(['upgrade', 4, 3]);
    expect(await foretoldAndPutRight('upgrade')).toMatch(/^Drop /);
    const back = (await newest()).downgrade.some((step) => step.refused !== null);
    if (back) expect(await foretoldAndPutRight('downgrade')).toMatch(/^Create /);
    else await passes('downgrade');
    await passes('upgrade');
  });

  test("a parent removed together with the child's column", async () => {
    await migrated([model('parents'), model('children', { parent_id: 'parents' })]);
    await passes('upgrade');
    await change([model('children')]);
    expect(await foretoldAndPutRight('upgrade')).toBe('Drop `parents` once nothing refers to it');
    const back = (await newest()).downgrade.some((step) => step.refused !== null);
    if (back) await foretoldAndPutRight('downgrade');
    else await passes('downgrade');
    await passes('upgrade');
  });

  test('a downgrade swapped by hand', async () => {
    await migrated(CHAIN);
    await passes('upgrade');
    const { path, source } = await newest();
    const swapped = source
      .replace("op.drop_table('delta')", 'SWAP')
      .replace("op.drop_table('alpha')", "op.drop_table('delta')")
      .replace('SWAP', "op.drop_table('alpha')");
    await engine.write([{ kind: 'written', path, content: swapped }]);
    const title = await foretoldAndPutRight('downgrade');
    expect(title).toBe('Drop `delta`, then `gamma`, then `beta`, then `alpha`');
    expect((await newest()).source).toBe(source);
    await passes('upgrade');
  });

  test('two models with keys at each other', async () => {
    await migrated([model('hens', { egg_id: 'eggs' }), model('eggs', { hen_id: 'hens' })]);
    expect(await foretoldAndPutRight('upgrade')).toMatch(/^Create the tables first, then the key `\w+`$/);
    expect((await newest()).graph.keys.map((key) => key.inCircle)).toEqual([true, true]);
    expect(await foretoldAndPutRight('downgrade')).toMatch(/^Drop the key `\w+` first$/);
    await passes('upgrade');
  });

  test('the same with use_alter: the keys are left out, and the next revision makes them', async () => {
    const models = [
      model('hens', { egg_id: 'eggs' }, ', name="NAME", use_alter=True'),
      model('eggs', { hen_id: 'hens' }, ', name="NAME", use_alter=True'),
    ];
    await migrated(models);
    const sentences = (await newest()).upgrade.map((step) => plain(step.sentence)).join(' ');
    expect(sentences).toContain('is left out (`use_alter=True`)');
    await passes('upgrade');
    expect((await newest()).graph.keys).toEqual([]);
    await change(models);
    await passes('upgrade');
    expect((await newest()).graph.keys).toHaveLength(2);
    await passes('downgrade');
  });
});
