import type { RevisionView } from '../../../../src/engine/migration/view';

/**
 * What is left out of the comparison. Where several foreign keys of one table are added or removed at once, or several
 * unique constraints without a name are added, Alembic takes them from sets whose order follows from where Python has
 * put the objects in memory: no two runs need agree, here or natively. Such neighbours are compared as if sorted.
 */
const DRAWN = /^\s*(?:batch_op|op)\.(?:create_foreign_key|drop_constraint|create_unique_constraint)\(/;

/** The file's text with neighbours whose order Alembic leaves to chance in an order of our own. */
export function withoutLots(source: string): string {
  const lines: string[] = [];
  let run: string[] = [];
  for (const line of source.split('\n')) {
    if (DRAWN.test(line)) {
      run.push(line);
      continue;
    }
    lines.push(...run.sort(), line);
    run = [];
  }
  return lines.join('\n');
}

/** All that is shown but where in the file it stands, which the path names anew each time. */
export function shownOf(view: RevisionView): RevisionView {
  return { ...view, path: '' };
}

/** What a view says of the steps, in no order and without their places. */
export function stepsOf({ upgrade, downgrade }: RevisionView): string[] {
  return [...upgrade, ...downgrade]
    .map(({ operation }) => JSON.stringify({ ...operation, span: null, statement: null }))
    .sort();
}
