import type { Operation, TableName } from '../../operations';
import { label } from '../../sentences';
import { code, codes, text, type Text } from '../../text';
import type { Moment } from '../context';
import { postgres } from '../links';
import { upgradeSteps, type Remark, type Rule } from '../rule';
import { busyRowsAt, rowsAt, withRows } from '../rows';
import { tableIn } from '../world';

export const uniqueOverExistingRows: Rule = {
  number: 21,
  name: 'MF101 unique over existing rows',
  also: [],
  severity: 'danger',
  why: {
    text: text`PostgreSQL refuses a promise of no duplicates that the rows do not keep already. Look for them first: ${code('SELECT ..., count(*) ... GROUP BY ... HAVING count(*) > 1')}.`,
    link: postgres('indexes-unique.html'),
  },
  find: upgradeSteps(['create_index', 'create_unique_constraint', 'add_column'], (operation, moment) => {
    const promised = promisedColumns(operation);
    const rows = promised.length === 0 ? null : rowsAt(moment, operation);
    // One row has nothing to be the duplicate of.
    if (rows === null || (rows.count !== null && rows.count < 2)) return null;
    const columns = promised[0] ?? [];
    const filled = filling(operation, columns, moment);
    if (filled === 'with NULL') return null;
    const what = text`Allows no two rows with the same ${codes(columns)} in ${withRows(operation, rows)}`;
    if (filled === 'with one value' && rows.count !== null) {
      return {
        sentence: text`${what}: all of them have just been given the same value, so this upgrade will fail.`,
        severity: 'fails',
        sqlstate: '23505',
      };
    }
    return { sentence: text`${what}: this upgrade will fail if there are two already.` };
  }),
};

/** The sets of columns of which the operation promises that no two rows are alike in them. */
function promisedColumns(operation: Operation): string[][] {
  switch (operation.kind) {
    case 'create_index':
      return operation.index.unique ? [operation.index.columns] : [];
    case 'create_unique_constraint':
      return [operation.constraint.columns];
    case 'add_column':
      return operation.uniques.map((unique) => unique.columns);
    default:
      return [];
  }
}

/** What the rows hold in these columns, where this upgrade has added them itself. */
function filling(operation: Operation & TableName, columns: readonly string[], { before }: Moment): string {
  if (operation.kind === 'create_index' && operation.index.where !== null) return 'somehow';
  if (operation.kind === 'add_column') return operation.column.default === null ? 'with NULL' : 'somehow';
  const table = tableIn(before, operation);
  const kinds = columns.map((column) => table?.columns.get(column)?.filled ?? 'somehow');
  if (kinds.includes('with NULL')) return 'with NULL';
  return kinds.every((kind) => kind === 'with one value') ? 'with one value' : 'somehow';
}

export const disallowedUniqueConstraint: Rule = {
  number: 22,
  name: 'disallowed-unique-constraint',
  also: ['PG105'],
  severity: 'caution',
  why: {
    text: text`While the constraint's index is built, nobody else can use the table at all. On a large table in use, first build a unique index CONCURRENTLY, then make the constraint from it.`,
    link: postgres('sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX'),
  },
  find: upgradeSteps(['create_unique_constraint'], (operation, moment) =>
    busy(moment, operation, (table) => ({
      sentence: text`Adds the unique constraint ${named(operation.constraint.name)} to ${table}: nobody can use the table until its index is built.`,
    })),
  ),
};

export const addingPrimaryKey: Rule = {
  number: 23,
  name: 'adding-serial-primary-key-field',
  also: ['PG104', 'PG304'],
  severity: 'danger',
  why: {
    text: text`A primary key promises no NULL and no duplicates: PostgreSQL reads the whole table and builds an index, while nobody else can use it, and refuses if the rows do not keep the promise.`,
    link: postgres('ddl-constraints.html#DDL-CONSTRAINTS-PRIMARY-KEYS'),
  },
  find: upgradeSteps(['create_primary_key'], (operation, moment) => {
    const { columns } = operation.constraint;
    return busy(moment, operation, (table, count) => {
      const what = text`Makes ${codes(columns)} the primary key of ${table}`;
      const known = tableIn(moment.before, operation)?.columns;
      if (count !== null && columns.some((column) => known?.get(column)?.filled === 'with NULL')) {
        return {
          sentence: text`${what}: a column of it has only just been added and is NULL in all of them, so this upgrade will fail.`,
          severity: 'fails',
          sqlstate: '23502',
        };
      }
      return {
        sentence: text`${what}: nobody can use the table until its index is built, and this upgrade will fail if there is a NULL or a duplicate.`,
      };
    });
  }),
};

export const addingForeignKeyConstraint: Rule = {
  number: 24,
  name: 'adding-foreign-key-constraint',
  also: [],
  severity: 'caution',
  why: {
    text: text`PostgreSQL looks up the target of every row, while nobody can write to either of the two tables, and refuses if one is missing. ${code('postgresql_not_valid=True')} puts that off.`,
    link: postgres('sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT'),
  },
  find: upgradeSteps(['create_foreign_key'], (operation, moment) => {
    if (operation.notValid) return null;
    const { columns, referenced } = operation.key;
    const known = tableIn(moment.before, operation)?.columns;
    // NULL references nothing, and may do so.
    const isNull = columns.some((column) => known?.get(column)?.filled === 'with NULL');
    const risk = isNull ? '' : ', and this upgrade will fail if one references nothing';
    return busy(moment, operation, (table) => ({
      sentence: text`Adds a foreign key from ${table}, to ${label(referenced)}: nobody can write to either of them until all of its ${codes(columns)} have been looked up${risk}.`,
    }));
  }),
};

export const constraintMissingNotValid: Rule = {
  number: 25,
  name: 'constraint-missing-not-valid',
  also: ['PG305'],
  severity: 'caution',
  why: {
    text: text`PostgreSQL tries the condition on every row, while nobody else can use the table, and refuses if one fails. ${code('postgresql_not_valid=True')} puts that off: ${code('VALIDATE CONSTRAINT')} later tries it while others go on.`,
    link: postgres('sql-altertable.html#SQL-ALTERTABLE-NOTES'),
  },
  find: upgradeSteps(['create_check_constraint'], (operation, moment) => {
    if (operation.notValid) return null;
    return busy(moment, operation, (table) => ({
      sentence: text`Adds the check constraint ${named(operation.constraint.name)} to ${table}: this upgrade will fail if ${code(operation.constraint.condition)} does not hold for one of them.`,
    }));
  }),
};

export const addExclusionConstraint: Rule = {
  number: 26,
  name: 'add_exclusion_constraint',
  also: [],
  severity: 'caution',
  why: {
    text: text`PostgreSQL builds an index and compares every row with the others, while nobody else can use the table, and refuses if two exclude each other. There is no NOT VALID for it.`,
    link: postgres('ddl-constraints.html#DDL-CONSTRAINTS-EXCLUSION'),
  },
  find: upgradeSteps(['create_exclude_constraint'], (operation, moment) =>
    busy(moment, operation, (table) => ({
      sentence: text`Adds the exclusion constraint ${named(operation.name)} to ${table}: this upgrade will fail if two of them exclude each other.`,
    })),
  ),
};

/** What is to be said where others use the table and it has rows. */
function busy(
  moment: Moment,
  table: TableName,
  say: (table: Text, count: number | null) => Remark,
): Remark | null {
  const rows = busyRowsAt(moment, table);
  return rows === null ? null : say(withRows(table, rows), rows.count);
}

function named(name: string | null): Text {
  return name === null ? ['without a name'] : [code(name)];
}
