import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyEdits, type Fix } from '../../../src/engine/migration/edits';
import type { Finding } from '../../../src/engine/migration/finding';
import { RULES } from '../../../src/engine/migration/lint/rules';
import { plain } from '../../../src/engine/migration/text';
import type { RevisionView } from '../../../src/engine/migration/view';
import type { StackName } from '../../../src/engine/types';
import { courseApp } from '../course-app';
import { LintMachine } from './lint-machine';

const ROOT = join(import.meta.dirname, '../../..');
const SAMPLES = join(ROOT, 'test/samples/lint');

/** `38-enum-left-behind/positive-schema`: folders that begin with `positive` are those in which the rule fires. */
const samples = readdirSync(SAMPLES).flatMap((rule) =>
  readdirSync(join(SAMPLES, rule)).map((which) => ({
    path: `${rule}/${which}`,
    rule: Number(rule.split('-')[0]),
    fires: which.startsWith('positive'),
  })),
);

const models = (text: string): string => `
db = SQLAlchemy(app)

class User(db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer, primary_key=True)

${text}

Migrate(app, db)
`;

/** A table and a column change their names; a required column, a key, an enum and a promise come. */
const modelsBefore = models(`
class Post(db.Model):
    __tablename__ = "posts"
    id = db.Column(db.Integer, primary_key=True)
    title = db.Column(db.String(40))
    slug = db.Column(db.String(20), nullable=False)

class Note(db.Model):
    __tablename__ = "notes"
    id = db.Column(db.Integer, primary_key=True)
    words = db.Column(db.Text, index=True)
`);
const ROWS =
  "insert into users default values; insert into posts (slug) values ('a'), ('b'); insert into notes (words) values ('c')";
const modelsAfter = models(`
class Post(db.Model):
    __tablename__ = "posts"
    id = db.Column(db.Integer, primary_key=True)
    heading = db.Column(db.String(40))
    slug = db.Column(db.String(20), nullable=False, unique=True)
    likes = db.Column(db.Integer, nullable=False)
    kind = db.Column(db.Enum("long", "short", name="kinds"))
    user_id = db.Column(db.Integer, db.ForeignKey("users.id"))

class Remark(db.Model):
    __tablename__ = "remarks"
    id = db.Column(db.Integer, primary_key=True)
    words = db.Column(db.Text, index=True)
`);

test('each rule has a sample in which it fires and one in which it does not', () => {
  for (const { number } of RULES) {
    const own = samples.filter((sample) => sample.rule === number);
    expect([number, own.some(({ fires }) => fires), own.some(({ fires }) => !fires)]).toEqual([
      number,
      true,
      true,
    ]);
  }
});

describe.each<StackName>(['current', 'course'])('on the %s stack', (stack) => {
  let machine: LintMachine;

  beforeAll(async () => {
    machine = await LintMachine.start(stack);
  });

  // The older stack writes other SQL for some of the same Python: there, what fixes write is what matters.
  const own = stack === 'current' ? samples : samples.filter(({ path }) => hasFixes(path));

  test.each(own)('$path', async ({ path, rule, fires }) => {
    const source = readFileSync(join(SAMPLES, path, 'revision.py'), 'utf8');
    const before = join(SAMPLES, path, 'before.sql');
    const database = existsSync(before) ? readFileSync(before, 'utf8') : null;
    const view = await machine.take(source, database);
    const remarks = view.findings.filter((finding) => finding.rule === rule);
    expect(view.errors).toEqual([]);
    expect(remarks.length > 0).toBe(fires);
    await expect(written(view.findings, rule)).toMatchFileSnapshot(join(SAMPLES, path, 'findings.txt'));
    await hold(view);
    const together = remarks.length > 1 ? remarks.flatMap(({ fixes }) => fixes.slice(0, 1)) : [];
    for (const fix of [...remarks.flatMap(({ fixes }) => fixes), ...merged(together)]) {
      const fixed = await machine.take(applyEdits(source, fix.edits), database);
      expect([fix.title, fixed.errors]).toEqual([fix.title, []]);
      const left = fixed.findings.filter((finding) => finding.rule === rule);
      expect([fix.title, left.length < remarks.length]).toEqual([fix.title, true]);
      if (fix.title === ALL) expect(left).toEqual([]);
      if (left.length > 0) continue;
      for (const line of ['upgrade', 'downgrade', 'upgrade']) {
        expect([fix.title, line, await machine.run(`flask db ${line}`)]).toEqual([fix.title, line, null]);
      }
    }
  });

  /** Runs the revision up and down: what is foretold to fail does, in the way foretold, and nothing else. */
  async function hold(view: RevisionView): Promise<void> {
    for (const where of ['upgrade', 'downgrade'] as const) {
      const [foretold] = view.findings.filter(
        (finding) => finding.severity === 'fails' && finding.where === where,
      );
      const error = await machine.run(`flask db ${where}`);
      expect([where, error]).toEqual([
        where,
        foretold === undefined ? null : (foretold.sqlstate ?? 'Alembic'),
      ]);
      if (error !== null) return;
    }
  }

  test('what is offered for a revision that flask db migrate wrote makes it run both ways', async () => {
    const view = await machine.between(modelsBefore, ROWS, modelsAfter);
    const offered = view.findings.filter(({ fixes }) => fixes.length > 0);
    expect(offered.map(({ rule, where }) => `${where} ${rule}`)).toEqual([
      'upgrade 41',
      'upgrade 41',
      'upgrade 10',
      'upgrade 39',
      'downgrade 40',
      'downgrade 40',
    ]);
    const edits = offered.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    await machine.write(view.path, applyEdits(view.source, edits));
    const fixed = await machine.newest();
    expect(fixed.errors).toEqual([]);
    // Whether two slugs are alike, only the rows can tell.
    const serious = fixed.findings.filter(({ severity }) => severity === 'fails' || severity === 'danger');
    expect(serious.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(['danger 21']);
    for (const line of ['upgrade', 'downgrade', 'upgrade']) {
      expect([line, await machine.run(`flask db ${line}`)]).toEqual([line, null]);
    }
  });

  test("nothing above advice is said of the course's first revision", async () => {
    const view = await machine.firstRevision(await courseApp(stack));
    expect(view.upgrade.map(({ operation }) => operation.kind)).toEqual(Array(3).fill('create_table'));
    expect(view.findings.map(({ severity }) => severity)).toEqual(view.findings.map(() => 'advice'));
    expect(view.findings.length).toBeGreaterThan(0);
  });
});

const ALL = 'all of them';

/** The first fixes of several findings as one, where each has one. */
function merged(fixes: readonly Fix[]): Fix[] {
  return fixes.length === 0 ? [] : [{ title: ALL, edits: fixes.flatMap((fix) => fix.edits) }];
}

function hasFixes(path: string): boolean {
  const expected = join(SAMPLES, path, 'findings.txt');
  return existsSync(expected) && /^- /m.test(readFileSync(expected, 'utf8'));
}

function written(findings: readonly Finding[], rule: number): string {
  const own = findings.filter((finding) => finding.rule === rule);
  return own
    .map(({ severity, sqlstate, where, step, sentence, fixes }) =>
      [
        `${severity}${sqlstate === null ? '' : ` ${sqlstate}`}, ${where}${step === null ? '' : `, step ${step}`}`,
        plain(sentence),
        ...fixes.map((fix) => `- ${fix.title}`),
      ]
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('\n');
}
