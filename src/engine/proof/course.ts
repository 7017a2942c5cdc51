import type { Text } from '../migration/text';
import type { ProofFailure } from '../migration/proof';
import type { CatalogLines } from './catalog-lines';
import type { Reached } from './copy';

/** One command of the round trip as it went. */
export interface CourseStop {
  command: 'upgrade' | 'downgrade';
  typed: string;
  seconds: number;
  /** How the copy stood afterwards, or why it got no further. */
  end: { reached: Reached } | { failure: ProofFailure; crashed: boolean };
}

/** A round trip as it went, before anything is concluded from it. */
export interface Course {
  /** Whether it began below the revision or above it. */
  start: 'below' | 'above';
  /** How the copy stood at the beginning. */
  begun: Reached;
  /** What the schema should be below the revision, where that is known beforehand. */
  expectedBelow: CatalogLines | null;
  stops: CourseStop[];
  /** What is to be known of the round trip beside its outcome. */
  notes: Text[];
}
