import type { Fix } from './edits';
import type { Text } from './text';

/**
 * How much a finding matters: `fails`, PostgreSQL or Alembic will refuse; `danger`, data or integrity suffer, or it
 * depends on the rows whether it fails; `caution`, others are disturbed: locks and rewrites on tables with rows, running
 * code that has to follow; `advice`, folded away until asked for.
 */
export type Severity = 'fails' | 'danger' | 'caution' | 'advice';

/** What a safety rule says of a revision on this database. */
export interface Finding {
  /** The rule's number and name: see lint/rules.ts. */
  rule: number;
  name: string;
  severity: Severity;
  where: 'upgrade' | 'downgrade';
  /** The step that it concerns, numbered from 1; null where it concerns the function as a whole. */
  step: number | null;
  /** What is the matter here, with this student's names and row counts. */
  sentence: Text;
  /** Why it matters in general, and where that is documented. */
  why: { text: Text; link: string };
  /** For `fails`: the SQLSTATE with which the step is foretold to fail, or null where Alembic itself refuses. */
  sqlstate: string | null;
  /** Changes of the revision file that put it right. */
  fixes: Fix[];
}
