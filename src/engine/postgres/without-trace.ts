import { BackendLost } from './errors';
import type { Session } from './session';
import { clearSettings, literal } from './session-state';

/** A sequence's position: `nextval` is not undone by a rollback. */
const SEQUENCES = `select c.oid, d.last_value, d.is_called
  from pg_catalog.pg_class c, pg_catalog.pg_get_sequence_data(c.oid) d
  where c.relkind = 'S' and c.relpersistence <> 't' order by c.oid`;

/**
 * Does something in a transaction that is rolled back, and puts back what a rollback leaves: sequences, settings,
 * prepared statements, advisory locks.
 */
export function withoutTrace<T>(session: Session, work: () => T): T {
  const before = session.query(SEQUENCES);
  session.query('begin');
  try {
    return work();
  } finally {
    putBack(session, before);
  }
}

function putBack(session: Session, before: ReturnType<Session['query']>): void {
  try {
    session.query('rollback');
    clearSettings(session);
    session.query('select pg_catalog.pg_advisory_unlock_all(); discard sequences');
    const known = new Map(before.map(([oid, value, called]) => [oid, [value, called]]));
    for (const [oid, value, called] of session.query(SEQUENCES)) {
      const [oldValue, oldCalled] = known.get(oid ?? '') ?? [];
      if (oldValue === null || oldValue === undefined || (oldValue === value && oldCalled === called))
        continue;
      session.query(
        `select pg_catalog.setval(${literal(oid ?? '')}::oid, ${oldValue}, ${literal(oldCalled ?? 't')})`,
      );
    }
  } catch (error) {
    // The backend is dead: there is nothing left to put back, and whoever works on it is being told.
    if (!(error instanceof BackendLost)) throw error;
  }
}
