import type { DatabaseState } from '../../report';
import type { Finding } from '../finding';
import type { Revision } from '../revision';
import { contextOf, type Context } from './context';
import { RULES } from './rules';

/**
 * What the safety rules say of a revision on this database, in the order of its steps. `source` is the file's
 * text, for the fixes; `steps` are the revision's own, explained.
 */
export function findingsOf(
  revision: Revision,
  source: string,
  state: DatabaseState,
  steps: Context['steps'],
): Finding[] {
  const context = contextOf(revision, source, state, steps);
  return RULES.flatMap(({ number, name, severity, why, find }) =>
    find(context).map((draft): Finding => {
      const { where, step, sentence, sqlstate = null, fixes = [] } = draft;
      return {
        rule: number,
        name,
        severity: draft.severity ?? severity,
        where,
        step,
        sentence,
        why,
        sqlstate,
        fixes,
      };
    }),
  ).sort(inOrder);
}

const SEVERITIES: readonly Finding['severity'][] = ['fails', 'danger', 'caution', 'advice'];

/**
 * Where a step has several reasons to fail, these are met first: types that are there already, which `create_table`
 * makes before all else; what SQLAlchemy and Alembic refuse themselves; missing tables; missing types.
 */
const FIRST = [38, 34, 40, 37, 36, 39];

/** The upgrade before the downgrade, step by step; what concerns a function as a whole after its steps. */
function inOrder(one: Finding, other: Finding): number {
  const key = ({ where, step, severity, rule }: Finding): number[] => [
    where === 'upgrade' ? 0 : 1,
    step ?? Infinity,
    SEVERITIES.indexOf(severity),
    FIRST.includes(rule) ? FIRST.indexOf(rule) - FIRST.length : rule,
  ];
  const [first, second] = [key(one), key(other)];
  for (const [index, value] of first.entries()) {
    const difference = value - (second[index] ?? 0);
    // Two steps that are both none: Infinity less Infinity.
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}
