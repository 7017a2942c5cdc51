import type { BulkInsert, Execute, Operation, TableName } from '../../operations';
import { pairUp } from '../../reverses';
import { describeOperation, label } from '../../sentences';
import { text, type Text } from '../../text';
import type { Context } from '../context';
import { alembic } from '../links';
import { isOpaque } from '../../order/statements';
import type { Draft, Remark, Rule } from '../rule';
import { rowCount } from '../rows';
import { kindsOf, type SqlKind } from '../sql-kinds';
import { mentions } from '../sql-tokens';

export const notReversible: Rule = {
  number: 43,
  name: 'not-reversible',
  also: [],
  severity: 'danger',
  why: {
    text: text`A downgrade is there to take the database back to where it was. What it leaves stays behind unseen, and the next upgrade finds it in its way.`,
    link: alembic('tutorial.html#running-our-second-migration'),
  },
  find: (context) => {
    const { upgrade, downgrade, errors } = context.revision;
    // Where a function fails, or says by an exception that there is no way back, it says so itself.
    if (upgrade.length === 0 || errors.length > 0) return [];
    if (downgrade.length === 0) return nothingDone(upgrade);
    const taken = new Set(pairUp(upgrade, downgrade));
    return upgrade.flatMap((operation, index): Draft[] => {
      if (taken.has(index)) return [];
      const remark = left(operation, index, context);
      return remark === null ? [] : [{ where: 'downgrade', step: null, ...remark }];
    });
  },
};

function nothingDone(upgrade: readonly Operation[]): Draft[] {
  const changes = upgrade.filter((operation) => !isQuery(operation));
  if (changes.length === 0) return [];
  const steps =
    changes.length === 1 ? 'what the upgrade does' : `any of the ${changes.length} steps of the upgrade`;
  return [
    {
      where: 'downgrade',
      step: null,
      sentence: text`Does nothing: the downgrade does not take back ${steps}.`,
    },
  ];
}

/** What no step of the downgrade takes back, unless it goes with something else that one takes away. */
function left(operation: Operation, index: number, context: Context): Remark | null {
  const { upgrade, downgrade } = context.revision;
  const step = text`step ${index + 1} of the upgrade`;
  if (operation.kind === 'execute') return leftBySql(operation, step, context);
  if (operation.kind === 'bulk_insert') return leftRows(operation, step, downgrade);
  if (operation.kind === 'other' || goesAlong(operation, upgrade.slice(index + 1), downgrade)) return null;
  return { sentence: text`No step takes back ${step}: ${lowered(describeOperation(operation))}` };
}

function goesAlong(
  operation: Operation,
  later: readonly Operation[],
  downgrade: readonly Operation[],
): boolean {
  const tables = namesOf(operation, later);
  const isHere = (other: Operation): other is Operation & TableName =>
    'table' in other && other.table !== null && tables.some((table) => same(table, other as TableName));
  if (operation.kind === 'create_table')
    return later.some((other) => other.kind === 'drop_table' && isHere(other));
  if (operation.kind === 'drop_table') return false;
  const isGone = [...later, ...downgrade].some((other) => other.kind === 'drop_table' && isHere(other));
  const isMadeAgain = downgrade.some((other) => other.kind === 'create_table' && isHere(other));
  switch (operation.kind) {
    case 'drop_column':
    case 'drop_constraint':
      // The table, or the column, comes back with all that belongs to it.
      return (
        isMadeAgain ||
        (operation.kind === 'drop_constraint' &&
          downgrade.some(
            (other) => other.kind === 'add_column' && isHere(other) && other.foreignKeys.length > 0,
          ))
      );
    case 'drop_index':
      return downgrade.some(
        (other) =>
          (other.kind === 'create_table' || other.kind === 'add_column') &&
          hasIndex(other.indexes, operation.name),
      );
    default: {
      const columns = columnsOf(operation);
      const columnGone = [...later, ...downgrade].some(
        (other) => other.kind === 'drop_column' && isHere(other) && columns.includes(other.column),
      );
      return isGone || columnGone;
    }
  }
}

function hasIndex(indexes: readonly { name: string | null }[], name: string | null): boolean {
  return indexes.some((index) => index.name === name);
}

/** The table's name when the operation ran, and those that later steps gave it. */
function namesOf(operation: Operation, later: readonly Operation[]): TableName[] {
  if (!('table' in operation) || operation.table === null) return [];
  const names: TableName[] = [{ schema: operation.schema, table: operation.table }];
  for (const other of later) {
    if (other.kind === 'rename_table' && names.some((name) => same(name, other))) {
      names.push({ schema: other.schema, table: other.newName });
    }
  }
  return names;
}

function same(one: TableName, other: TableName): boolean {
  return one.table === other.table && one.schema === other.schema;
}

/** The columns with which the operation's work goes away. */
function columnsOf(operation: Operation): string[] {
  switch (operation.kind) {
    case 'add_column':
      return [operation.column.name];
    case 'alter_column':
      return [operation.changes.name ?? operation.column];
    case 'create_index':
      return operation.index.columnNames;
    case 'create_foreign_key':
      return operation.key.columns;
    case 'create_unique_constraint':
    case 'create_primary_key':
      return operation.constraint.columns;
    default:
      return [];
  }
}

function leftRows(operation: BulkInsert, step: Text, downgrade: readonly Operation[]): Remark | null {
  const isSeenTo = downgrade.some(
    (other) => isOpaque(other) || (other.kind === 'drop_table' && same(operation, other)),
  );
  if (isSeenTo || operation.rows === 0) return null;
  return {
    sentence: text`The ${rowCount(operation.rows)} that ${step} inserts into ${label(operation)} ${operation.rows === 1 ? 'stays' : 'stay'}: another upgrade inserts ${operation.rows === 1 ? 'it' : 'them'} again.`,
    severity: 'caution',
  };
}

function leftBySql(operation: Execute, step: Text, context: Context): Remark | null {
  const { downgrade } = context.revision;
  if (operation.enumType !== null || isQuery(operation)) return null;
  // The downgrade has SQL of its own, which may well be the opposite.
  if (downgrade.some(isOpaque)) return null;
  const kinds = kindsOf(operation.sql).filter((kind) => !isDataThatGoes(kind, downgrade));
  if (kinds.every(isHarmless)) return null;
  const isData = kinds.every(
    ({ does }) => isHarmless({ does } as SqlKind) || ['insert', 'update', 'delete'].includes(does),
  );
  return isData
    ? { sentence: text`What the SQL of ${step} does to rows is not taken back.`, severity: 'advice' }
    : { sentence: text`What the SQL of ${step} does is not taken back.`, severity: 'caution' };
}

/** Rows of a table that is dropped, or values of a column that is. */
function isDataThatGoes(kind: SqlKind, downgrade: readonly Operation[]): boolean {
  if (!('tokens' in kind)) return false;
  return downgrade.some(
    (other) =>
      (other.kind === 'drop_table' && other.table === kind.table.table) ||
      (other.kind === 'drop_column' && kind.does === 'update' && mentions(kind.tokens, other.column)),
  );
}

function isHarmless({ does }: SqlKind): boolean {
  return does === 'read';
}

/** It only looks. */
function isQuery(operation: Operation): boolean {
  if (operation.kind !== 'execute') return false;
  return operation.enumType === null && kindsOf(operation.sql).every(isHarmless);
}

/** A sentence that goes on behind a colon. */
function lowered(sentence: Text): Text {
  const [first, ...rest] = sentence;
  return typeof first === 'string' ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest] : sentence;
}
