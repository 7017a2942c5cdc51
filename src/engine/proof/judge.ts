import type { LeftBehind, Proof, ProofStop } from '../migration/proof';
import { diffCatalogs, leftBehind } from './catalog-diff';
import { type CatalogLines, catalogLines } from './catalog-lines';
import { conclude } from './conclusions';
import type { Course, CourseStop } from './course';
import { judgeRows, type RowVerdict } from './row-verdicts';

/** What a round trip showed, as the sentences are made from it. */
export interface Findings {
  course: Course;
  stops: ProofStop[];
  rows: RowVerdict[];
  leftBehind: LeftBehind[];
  /** A downgrade after which the schema is as it was after the upgrade, although the upgrade changes it. */
  downgradeDoesNothing: boolean;
  /** The upgrade changes the schema. */
  changesSchema: boolean;
  passed: boolean;
}

/** Judges a round trip: what should be equal is compared, and what it comes to is said. */
export function judge(
  course: Course,
): Pick<Proof, 'passed' | 'stops' | 'rows' | 'leftBehind' | 'conclusions'> {
  const ends = new Ends(course);
  const stops = course.stops.map((stop) => ends.compare(stop));
  const rows = judgeRows(course);
  const failed = stops.some(({ failure, difference }) => failure !== null || (difference ?? []).length > 0);
  const passed = !failed && rows.every(({ change }) => change.inherent);
  const { leftBehind, downgradeDoesNothing, changesSchema } = ends;
  const findings = { course, stops, rows, leftBehind, downgradeDoesNothing, changesSchema, passed };
  return {
    passed,
    stops,
    rows: rows.map(({ change }) => change),
    leftBehind,
    conclusions: conclude(findings),
  };
}

/** What the schema is below the revision and above it, as each end was reached first. */
class Ends {
  leftBehind: LeftBehind[] = [];
  downgradeDoesNothing = false;
  #below: CatalogLines | null;
  #above: CatalogLines | null;

  constructor({ start, begun, expectedBelow }: Course) {
    const lines = catalogLines(begun.state);
    this.#below = start === 'below' ? lines : expectedBelow;
    this.#above = start === 'above' ? lines : null;
  }

  get changesSchema(): boolean {
    return this.#below !== null && this.#above !== null && diffCatalogs(this.#below, this.#above).length > 0;
  }

  compare({ command, typed, seconds, end }: CourseStop): ProofStop {
    if ('failure' in end) return { command, typed, seconds, failure: end.failure, difference: null };
    const lines = catalogLines(end.reached.state);
    const expected = command === 'upgrade' ? this.#above : this.#below;
    if (command === 'downgrade' && this.#below !== null) this.#judgeDowngrade(this.#below, lines);
    if (command === 'upgrade') this.#above ??= lines;
    else this.#below ??= lines;
    const difference = expected === null ? null : diffCatalogs(expected, lines);
    return { command, typed, seconds, failure: null, difference };
  }

  #judgeDowngrade(below: CatalogLines, reached: CatalogLines): void {
    if (this.leftBehind.length === 0) this.leftBehind = leftBehind(below, reached);
    this.downgradeDoesNothing ||=
      this.changesSchema && this.#above !== null && diffCatalogs(this.#above, reached).length === 0;
  }
}
