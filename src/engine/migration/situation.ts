import type { DatabaseState } from '../report';
import { apply } from './apply';
import { catalogOf, placeOf, type Catalog } from './catalog';
import { learnIndexes } from './order/additions';
import type { Revision } from './revision';

/**
 * How a revision stands to the database:
 * applied: it is a head there, so its downgrade would run next; next: its upgrade would;
 * elsewhere: others lie between, and the database says little about the moment when this one runs.
 */
export type Standing = 'applied' | 'next' | 'elsewhere';

export function standingOf(revision: Revision, state: DatabaseState): Standing {
  if (revision.revision !== null && state.heads.includes(revision.revision)) return 'applied';
  const { downRevision } = revision;
  const next =
    downRevision.length === 0
      ? state.heads.length === 0
      : downRevision.every((parent) => state.heads.includes(parent));
  return next ? 'next' : 'elsewhere';
}

/** The catalog just before the upgrade runs. Only where it comes next is all of it known. */
export function beforeUpgrade(revision: Revision, state: DatabaseState): Catalog {
  const catalog = catalogOf(state);
  if (standingOf(revision, state) === 'next') return catalog;
  // What it dropped was there: the downgrade, which makes it again, says how.
  const back = revision.downgrade.reduce(apply, { ...catalog, complete: false });
  return withoutCreated(back, revision);
}

/** The catalog just before the downgrade runs. */
export function beforeDowngrade(revision: Revision, state: DatabaseState): Catalog {
  if (standingOf(revision, state) === 'applied') return learnIndexes(catalogOf(state), revision.upgrade);
  const catalog = revision.upgrade.reduce(apply, beforeUpgrade(revision, state));
  const broken = revision.errors.some(({ where }) => where !== 'downgrade');
  return broken ? { ...catalog, complete: false } : catalog;
}

/**
 * What this revision creates, and the keys onto it, cannot have been there before it; later revisions' keys onto
 * it will be gone again when it is taken back.
 */
function withoutCreated(catalog: Catalog, revision: Revision): Catalog {
  const created = new Set(
    revision.upgrade.flatMap((operation) =>
      operation.kind === 'create_table' ? [placeOf(catalog, operation)] : [],
    ),
  );
  return {
    ...catalog,
    tables: new Set([...catalog.tables].filter((table) => !created.has(table))),
    indexes: catalog.indexes.filter((index) => !created.has(index.table)),
    keys: catalog.keys.filter((key) => !created.has(key.table) && !created.has(key.referenced)),
  };
}
