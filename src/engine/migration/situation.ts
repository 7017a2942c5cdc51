import type { DatabaseState } from '../report';
import { apply } from './apply';
import { catalogOf, resolve, type Catalog } from './catalog';
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

/** The catalog just before the upgrade runs. */
export function beforeUpgrade(revision: Revision, state: DatabaseState): Catalog {
  const catalog = catalogOf(state);
  return standingOf(revision, state) === 'next' ? catalog : withoutCreated(catalog, revision);
}

/** The catalog just before the downgrade runs. */
export function beforeDowngrade(revision: Revision, state: DatabaseState): Catalog {
  if (standingOf(revision, state) === 'applied') return catalogOf(state);
  return revision.upgrade.reduce(apply, beforeUpgrade(revision, state));
}

/**
 * What this revision creates, and the keys onto it, cannot have been there before it; later revisions' keys onto
 * it will be gone again when it is taken back.
 */
function withoutCreated(catalog: Catalog, revision: Revision): Catalog {
  const created = new Set(
    revision.upgrade.flatMap((operation) =>
      operation.kind === 'create_table' ? [resolve(catalog, operation)] : [],
    ),
  );
  return {
    ...catalog,
    tables: new Set([...catalog.tables].filter((table) => !created.has(table))),
    keys: catalog.keys.filter((key) => !created.has(key.table) && !created.has(key.referenced)),
  };
}
