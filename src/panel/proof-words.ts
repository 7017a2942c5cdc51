/** What a round-trip proof comes to, in words. */
import type { Proof, ProofStop, RowChange } from '../engine/migration/proof';
import type { ProofState, RevisionChoice } from '../workspace/look-types';

/** What is known of the proof of the revision on show; null where there is none, or it is another's. */
export function proofOf(
  proof: ProofState,
  choice: RevisionChoice,
): Exclude<ProofState, { kind: 'none' }> | null {
  if (proof.kind === 'none') return null;
  const path = choice.kind === 'file' ? choice.path : null;
  return proof.path === path ? proof : null;
}

export function verdict({ passed, seconds }: Proof): string {
  const time = `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  return passed ? `The round trip passes (${time}).` : `The round trip does not pass (${time}).`;
}

/** How the database stood after a stop, in a few words. */
export function stopWords({ failure, difference }: ProofStop): string {
  if (failure !== null) return failure.sqlstate === null ? 'fails' : `fails (${failure.sqlstate})`;
  if (difference === null) return 'goes through';
  const changed = difference.filter(({ sign }) => sign !== ' ').length;
  if (changed === 0) return 'as it should be';
  return changed === 1 ? 'differs in 1 line' : `differs in ${changed} lines`;
}

/** What became of a table's rows. */
export function rowWords({ lost, added, columns, inherent }: RowChange): string {
  const parts = [
    ...(lost > 0 ? [`${lost.toLocaleString('en')} lost or changed`] : []),
    ...(added > 0 ? [`${added.toLocaleString('en')} new`] : []),
  ];
  const where = columns.length === 0 ? '' : ` in ${columns.join(', ')}`;
  return `${parts.join(', ')}${where}${inherent ? ': the revision itself makes them' : ''}`;
}
