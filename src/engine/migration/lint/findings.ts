import type { DatabaseState } from '../../report';
import type { Finding } from '../finding';
import type { Revision } from '../revision';

/** What the safety rules say of a revision on this database, in the order of its steps. */
export function findingsOf(_revision: Revision, _state: DatabaseState): Finding[] {
  return [];
}
