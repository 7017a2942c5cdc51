import { expect } from 'vitest';
import { applyEdits } from '../../../../src/engine/migration/edits';
import type { PreviewOutcome } from '../../../../src/engine/migration/preview';
import type { RevisionView } from '../../../../src/engine/migration/view';
import { asNotWrittenYet } from '../../../../src/engine/preview/placeholders';
import { shownOf, stepsOf, withoutLots } from './drawn';
import { foretold, lineOf, stepsAt, type Direction, type Foretold } from './foretold';
import { limitOf } from './limits';
import type { Ended, RandomMachine } from './machine';
import type { Tally } from './tally';

/** More reasons to fail, each put right by its own fix, no revision has had. */
const FIXES = 12;

/** Takes the models of the moment through look, migrate, upgrade, downgrade and upgrade, and holds each to what was said. */
export class Journey {
  constructor(
    private readonly machine: RandomMachine,
    private readonly tally: Tally,
  ) {}

  /** Whether the models are in the database in the end. */
  async go(): Promise<boolean> {
    const path = await this.#migrated();
    if (path === null) return true;
    if (!(await this.#runs('upgrade', path, 'upgrade'))) return false;
    if (!(await this.#runs('downgrade', path, 'downgrade'))) return true;
    return await this.#runs('upgrade', path, 'upgrade again');
  }

  /** The file that the look has foretold; null where it foretold none. */
  async #migrated(): Promise<string | null> {
    const { outcome } = await this.machine.engine.preview();
    const error = 'error' in outcome && outcome.error !== null ? `: ${outcome.error.type}` : '';
    this.tally.count(`look: ${outcome.kind}${error}`);
    const ended = await this.machine.run('flask db migrate');
    if (outcome.kind !== 'pending') {
      agree(outcome, ended);
      return null;
    }
    const [path, ...more] = ended.written;
    if (path === undefined || more.length > 0) throw new Error(`not one revision:\n${ended.output}`);
    const written = asNotWrittenYet(await this.#view(path));
    if (written.source === outcome.view.source) {
      expect(shownOf(written)).toEqual(shownOf(outcome.view));
      this.tally.count('file: as foretold');
    } else {
      expect(withoutLots(written.source)).toBe(withoutLots(outcome.view.source));
      expect(stepsOf(written)).toEqual(stepsOf(outcome.view));
      this.tally.count('file: as foretold, but for the order of constraints that Alembic draws by lot');
    }
    return path;
  }

  /** Runs one way; what is foretold to fail does, and is put right where that is offered. */
  async #runs(where: Direction, path: string, label: string): Promise<boolean> {
    for (let tries = 0; tries <= FIXES; tries += 1) {
      const view = await this.#view(path);
      const said = foretold(view, where);
      const ended = await this.machine.run(`flask db ${where}`);
      const limit = this.#limit(view, where, said, ended);
      if (limit !== null) {
        this.tally.count(`${label}: a limit: ${limit}`);
        return false;
      }
      holds(view, where, said, ended);
      if (said.kind === 'passes') {
        this.tally.count(`${label}: good, and passes${tries > 0 ? ' once put right' : ''}`);
        return true;
      }
      const isFixed = said.kind === 'refused' && (await this.#fix(view, said, label));
      if (!isFixed) {
        this.tally.count(`${label}: bad, and fails: ${reason(said)}`);
        return false;
      }
    }
    throw new Error(`${FIXES} fixes did not put it right`);
  }

  /** It failed before anything that was foretold, and in a way that nobody has promised to foretell. */
  #limit(view: RevisionView, where: Direction, said: Foretold, { failure, database }: Ended): string | null {
    if (failure === null) return null;
    const steps = stepsAt(view, where, failure.line);
    const isMet = said.kind === 'refused' && steps.some(({ number }) => number === said.step);
    if (isMet && said.finding.sqlstate === failure.sqlstate) return null;
    const until = said.kind === 'refused' ? said.step : Infinity;
    const limits = steps.flatMap(({ number, operation }) =>
      number <= until ? (limitOf(operation, failure, database) ?? []) : [],
    );
    return limits[0] ?? null;
  }

  async #fix(view: RevisionView, said: Foretold & { kind: 'refused' }, label: string): Promise<boolean> {
    const [fix] = said.finding.fixes;
    if (fix === undefined) return false;
    await this.machine.write({ [view.path]: applyEdits(view.source, fix.edits) });
    this.tally.count(`${label}: bad, fails, and put right: ${reason(said)}`);
    return true;
  }

  async #view(path: string): Promise<RevisionView> {
    const view = await this.machine.engine.revision(path);
    if (view === null) throw new Error(`there is no ${path}`);
    return view;
  }
}

function reason(said: Foretold): string {
  if (said.kind !== 'refused') return said.kind === 'error' ? said.type : '';
  const { rule, name, sqlstate } = said.finding;
  return `rule ${rule} ${name}, ${sqlstate ?? 'Alembic'}`;
}

/** The command does what the look says that it would. */
function agree(outcome: PreviewOutcome, ended: Ended): void {
  if (outcome.kind === 'no-changes') {
    expect([ended.exitCode, ended.written], ended.output).toEqual([0, []]);
    return;
  }
  if (!('error' in outcome) || outcome.error === null)
    throw new Error(`not looked for: ${JSON.stringify(outcome)}`);
  const { type, sqlstate } = outcome.error;
  expect([ended.failure?.type, ended.failure?.sqlstate], ended.output).toEqual([type, sqlstate]);
}

/** The command ends as it was foretold: well; or at that line of the file, with that SQLSTATE, in those words. */
function holds(
  view: RevisionView,
  where: Direction,
  said: Foretold,
  { exitCode, failure, output }: Ended,
): void {
  const shown = `${output}\n${view.source}`;
  if (said.kind === 'passes') {
    expect(exitCode, shown).toBe(0);
    return;
  }
  const at = { line: failure?.line, isThere: failure?.path?.endsWith(`/${view.path}`) };
  if (said.kind === 'error') {
    const { type, message, line } = said;
    expect({ type: failure?.type, message: failure?.message, ...at }, shown).toEqual({
      ...{ type, message, line, isThere: true },
    });
    return;
  }
  const operation = view[where][said.step - 1]?.operation;
  if (operation === undefined) throw new Error(`there is no step ${said.step}`);
  expect({ sqlstate: failure?.sqlstate, message: said.message && failure?.message, ...at }, shown).toEqual({
    ...{ sqlstate: said.finding.sqlstate, message: said.message, line: lineOf(operation), isThere: true },
  });
}
