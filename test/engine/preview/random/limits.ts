import type { ForeignKey, Operation } from '../../../../src/engine/migration/operations';
import type { DatabaseState } from '../../../../src/engine/report';
import type { Failure } from './machine';

/** A failure that nobody has promised to foretell: it takes more to know than what stands, and in which order. */
interface Limit {
  name: string;
  sqlstate: string;
  /** Whether a step can run into it, on this database. */
  concerns(operation: Operation, database: DatabaseState): boolean;
}

const LIMITS: readonly Limit[] = [
  {
    // Whether two types can be compared is for PostgreSQL's operator classes to say.
    name: 'a key between columns whose types cannot be compared',
    sqlstate: '42804',
    concerns: (operation) => keysOf(operation).length > 0,
  },
  {
    // The catalog has only the definition of an index: its columns are not read out of text.
    name: 'a key onto a table with a unique index over other columns',
    sqlstate: '42830',
    concerns: (operation, database) =>
      keysOf(operation).some(({ referenced: { schema, table } }) =>
        database.schemas
          .filter(({ name }) => name === (schema ?? 'public'))
          .flatMap(({ tables }) => tables.filter(({ name }) => name === table))
          .some(({ indexes }) => indexes.some(({ unique }) => unique)),
      ),
  },
  {
    name: 'an index on a virtual generated column',
    sqlstate: '0A000',
    concerns: ({ kind }) => INDEXING.has(kind),
  },
];

const INDEXING: ReadonlySet<Operation['kind']> = new Set([
  'create_table',
  'create_index',
  'create_unique_constraint',
]);

/** The name of the limit that a step has run into; null where it should have been foretold to fail. */
export function limitOf(operation: Operation, { sqlstate }: Failure, database: DatabaseState): string | null {
  const met = LIMITS.find((limit) => limit.sqlstate === sqlstate && limit.concerns(operation, database));
  return met?.name ?? null;
}

function keysOf(operation: Operation): ForeignKey[] {
  if (operation.kind === 'create_foreign_key') return [operation.key];
  return 'foreignKeys' in operation ? operation.foreignKeys : [];
}
