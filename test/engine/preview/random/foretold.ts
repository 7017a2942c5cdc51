import type { Finding } from '../../../../src/engine/migration/finding';
import type { Operation } from '../../../../src/engine/migration/operations';
import type { UpgradeStep } from '../../../../src/engine/migration/steps';
import type { RevisionView } from '../../../../src/engine/migration/view';

export type Direction = 'upgrade' | 'downgrade';

/** What the panel says will happen first that ends the command. */
export type Foretold =
  | { kind: 'passes' }
  /** The verdict on the order of the steps, or another rule's. */
  | { kind: 'refused'; finding: Finding; step: number; message: string | null }
  /** The revision's own code fails, as it did while it was recorded. */
  | { kind: 'error'; type: string; message: string; line: number | null };

export function foretold(view: RevisionView, where: Direction): Foretold {
  const finding = view.findings.find((one) => one.where === where && one.severity === 'fails');
  if (finding?.step !== undefined && finding.step !== null) {
    const refused = view[where][finding.step - 1]?.refused ?? null;
    const isVerdict = finding.rule === 36 || finding.rule === 37;
    return {
      kind: 'refused',
      finding,
      step: finding.step,
      message: isVerdict ? (refused?.message ?? '') : null,
    };
  }
  const error = view.errors.find((one) => one.where === where || one.where === 'import');
  return error === undefined ? { kind: 'passes' } : { kind: 'error', ...error };
}

/** The line of the file where Python says that an operation failed. */
export function lineOf(operation: Operation): number | null {
  // A batch runs when its block ends, which Python takes for the line where it begins.
  return (operation.batch ? operation.statement?.line : operation.span?.line) ?? null;
}

/** The steps that stand on this line of the file: those of a batch share theirs. */
export function stepsAt(view: RevisionView, where: Direction, line: number | null): UpgradeStep[] {
  return view[where].filter(({ operation }) => line !== null && lineOf(operation) === line);
}
