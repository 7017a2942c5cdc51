import type { TableName } from '../../operations';
import { label } from '../../sentences';
import { bareName, schemaOf, type TableId } from '../../catalog';
import { code, codes, text, type Text } from '../../text';
import { isConcurrent } from '../concurrently';
import { alembic, postgres } from '../links';
import { allSteps, upgradeSteps, type Rule } from '../rule';
import { busyRowsAt, withRows } from '../rows';
import type { World } from '../world';

export const requireConcurrentIndexCreation: Rule = {
  number: 18,
  name: 'require-concurrent-index-creation',
  also: ['PG101'],
  severity: 'caution',
  why: {
    text: text`While an index is built, nobody can write to the table. On a large table in use, build it CONCURRENTLY, outside of the migration's transaction.`,
    link: postgres('sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY'),
  },
  find: upgradeSteps(['create_index'], (operation, moment) => {
    const rows = operation.concurrently ? null : busyRowsAt(moment, operation);
    if (rows === null) return null;
    return {
      sentence: text`Creates the index ${named(operation.index.name)} on ${withRows(operation, rows)}: nobody can write to the table until it is built.`,
    };
  }),
};

export const requireConcurrentIndexDeletion: Rule = {
  number: 19,
  name: 'require-concurrent-index-deletion',
  also: ['PG102'],
  severity: 'caution',
  why: {
    text: text`To drop an index PostgreSQL waits for every statement that uses the table, and whoever comes after it waits too. On a table in use, drop it CONCURRENTLY, outside of the migration's transaction.`,
    link: postgres('sql-dropindex.html'),
  },
  find: upgradeSteps(['drop_index'], (operation, moment) => {
    if (operation.concurrently || operation.name === null) return null;
    const { schema, table } = operation;
    const owner = table === null ? ownerOf(moment.before, operation.name) : { schema, table };
    const rows = owner === null || goesToo(owner, moment.all) ? null : busyRowsAt(moment, owner);
    if (owner === null || rows === null) return null;
    return {
      sentence: text`Drops the index ${code(operation.name)} of ${withRows(owner, rows)}: whoever uses the table meanwhile waits.`,
    };
  }),
};

/** The table that an index belongs to: PostgreSQL need not be told. */
function ownerOf(world: World, index: string): TableName | null {
  const found = [...world.tables].find(([, table]) => table.indexes.includes(index));
  return found === undefined ? null : nameOf(world, found[0]);
}

function nameOf({ names }: World, id: TableId): TableName {
  const schema = schemaOf(id);
  return { schema: schema === names.defaultSchema ? null : schema, table: bareName(id) };
}

function goesToo(owner: TableName, all: readonly { kind: string }[]): boolean {
  return all.some(
    (other) =>
      other.kind === 'drop_table' &&
      'table' in other &&
      other.table === owner.table &&
      'schema' in other &&
      other.schema === owner.schema,
  );
}

export const banConcurrentIndexCreationInTransaction: Rule = {
  number: 20,
  name: 'ban-concurrent-index-creation-in-transaction',
  also: ['PG103'],
  severity: 'fails',
  why: {
    text: text`CONCURRENTLY waits for other transactions to end, so PostgreSQL does not run it inside of one, and Alembic runs a migration in a transaction. ${code('with op.get_context().autocommit_block():')} ends it for a while.`,
    link: alembic('api/runtime.html#alembic.runtime.migration.MigrationContext.autocommit_block'),
  },
  find: allSteps(['create_index', 'drop_index', 'execute'], (operation, { passed, where }) => {
    if (passed || operation.autocommit || !isConcurrent(operation)) return null;
    return {
      sentence: text`Asks for CONCURRENTLY inside of the migration's transaction: this ${where} will fail. It has to stand in an ${code('autocommit_block()')}.`,
      sqlstate: '25001',
    };
  }),
};

export const addIndexColumns: Rule = {
  number: 27,
  name: 'add_index_columns',
  also: [],
  severity: 'advice',
  why: {
    text: text`An index over many columns is large, every write has to keep it up to date, and a search gains little from the columns behind the third.`,
    link: postgres('indexes-multicolumn.html'),
  },
  find: upgradeSteps(['create_index'], ({ index, schema, table }) =>
    index.columns.length <= 3
      ? null
      : {
          sentence: text`The index ${named(index.name)} on ${label({ schema, table })} covers ${index.columns.length} columns: ${codes(index.columns)}.`,
        },
  ),
};

function named(name: string | null): Text {
  return name === null ? ['without a name'] : [code(name)];
}
