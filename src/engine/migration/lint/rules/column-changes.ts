import type { AlterColumn } from '../../operations';
import { label } from '../../sentences';
import { code, text, type Text } from '../../text';
import type { Moment } from '../context';
import { postgres } from '../links';
import { allSteps, upgradeSteps, type Remark, type Rule } from '../rule';
import { busyRowsAt, rowsAt, withRows } from '../rows';
import { mentions, sqlTokens } from '../sql-tokens';
import { typeChange, type ChangedType, type TypeChange } from '../type-change';
import { sameType } from '../types';
import { enumOf, tableIn, type SeenColumn } from '../world';

export const banDropNotNull: Rule = {
  number: 5,
  name: 'ban-drop-not-null',
  also: [],
  severity: 'caution',
  why: {
    text: text`A program that has always found a value in the column may not be ready for NULL.`,
    link: postgres('ddl-constraints.html#DDL-CONSTRAINTS-NOT-NULL'),
  },
  find: upgradeSteps(['alter_column'], (operation, moment) => {
    if (operation.changes.nullable !== true || tableIn(moment.before, operation)?.isNew === true) return null;
    if (columnAt(moment, operation)?.nullable ?? operation.existing.nullable === true) return null;
    return {
      sentence: text`Lets ${code(operation.column)} of ${label(operation)} be NULL: whatever reads it has to be ready for that.`,
    };
  }),
};

export const addingNotNullableField: Rule = {
  number: 15,
  name: 'adding-not-nullable-field',
  also: ['MF104', 'PG303'],
  severity: 'danger',
  why: {
    text: text`PostgreSQL reads the whole table, while nobody else can use it, and refuses if the column is NULL in one row. Fill it before, in an earlier step: ${code('UPDATE ... SET ... WHERE ... IS NULL')}.`,
    link: postgres('sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL'),
  },
  find: allSteps(['alter_column'], (operation, moment) => {
    const rows = operation.changes.nullable === false ? rowsAt(moment, operation) : null;
    const column = columnAt(moment, operation);
    if (rows === null || !(column?.nullable ?? operation.existing.nullable ?? true)) return null;
    const what = text`Makes ${code(operation.column)} NOT NULL in ${withRows(operation, rows)}`;
    if (column?.filled === 'with NULL' && rows.count !== null) {
      return {
        sentence: text`${what}: the column has only just been added and is NULL in all of them, so this ${moment.where} will fail.`,
        severity: 'fails',
        sqlstate: '23502',
      };
    }
    return { sentence: text`${what}: this ${moment.where} will fail if the column is NULL in one of them.` };
  }),
};

export const changingColumnType: Rule = {
  number: 16,
  name: 'changing-column-type',
  also: ['PG301'],
  severity: 'caution',
  why: {
    text: text`PostgreSQL writes every row anew, while nobody else can use the table, and refuses where a value does not fit or where it knows no way from one type to the other. Widening a ${code('varchar')} or making it ${code('text')} needs none of that.`,
    link: postgres('sql-altertable.html#SQL-ALTERTABLE-NOTES'),
  },
  find: allSteps(['alter_column'], (operation, moment) => {
    const change = changeOf(operation, moment);
    return change === null
      ? null
      : (refusal(operation, moment, change) ?? rewriting(operation, moment, change));
  }),
};

interface Change {
  from: ChangedType;
  to: ChangedType;
  does: TypeChange;
  column: SeenColumn | null;
}

function changeOf(operation: AlterColumn, moment: Moment): Change | null {
  const { type } = operation.changes;
  if (type === undefined) return null;
  const column = columnAt(moment, operation);
  const { existing } = operation;
  const from =
    column !== null
      ? { sql: column.type, isEnum: column.enum !== null }
      : existing.type === undefined
        ? null
        : { sql: existing.type.sql, isEnum: existing.type.enum !== null };
  if (from === null) return null;
  const to = { sql: type.sql, isEnum: type.enum !== null };
  const target = enumOf(moment.before, type);
  // That there is no such type comes first, and another rule says it.
  if (target !== null && !moment.before.enums.has(target)) return null;
  return { from, to, does: typeChange(from, to), column };
}

function refusal(operation: AlterColumn, moment: Moment, { from, to, does, column }: Change): Remark | null {
  if (does !== 'refused' || moment.passed) return null;
  const severity = column !== null && moment.before.complete ? 'fails' : 'danger';
  const change = text`the type of ${code(operation.column)} of ${label(operation)} from ${code(from.sql)} to ${code(to.sql)}`;
  if (operation.using === null) {
    return {
      sentence: text`PostgreSQL will refuse to change ${change}: it does so only where the revision says how, with ${code('postgresql_using')}.`,
      severity,
      sqlstate: severity === 'fails' ? '42804' : null,
    };
  }
  if (column === null || column.default === null) return null;
  return {
    sentence: text`PostgreSQL will refuse to change ${change}: it knows no way to change the default ${code(column.default)} too. Take the default away first, in an ${code('alter_column')} of its own.`,
    severity,
    sqlstate: severity === 'fails' ? '42804' : null,
  };
}

/** Only in an upgrade: taking a change back is bound to cost the same. */
function rewriting(operation: AlterColumn, moment: Moment, { from, to, does }: Change): Remark | null {
  const rows = busyRowsAt(moment, operation);
  if (rows === null || moment.where === 'downgrade' || does === 'nothing') return null;
  const what = text`Changes the type of ${code(operation.column)} of ${withRows(operation, rows)}, from ${code(from.sql)} to ${code(to.sql)}`;
  if (does === 'rewrite' && operation.using === null)
    return { sentence: text`${what}: the whole table is written anew.` };
  if (does === 'unknown') return { sentence: text`${what}: the whole table may be written anew.` };
  return { sentence: text`${what}: this upgrade will fail if one value does not fit.`, severity: 'danger' };
}

export const changeColumnConstraint: Rule = {
  number: 17,
  name: 'change_column_constraint',
  also: [],
  severity: 'caution',
  why: {
    text: text`A check constraint is tried again on every row when the type of its column changes, while nobody else can use the table.`,
    link: postgres('sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE'),
  },
  find: upgradeSteps(['alter_column'], (operation, moment) => {
    const { type } = operation.changes;
    const table = tableIn(moment.before, operation);
    const column = columnAt(moment, operation);
    if (type === undefined || (column !== null && sameType(column.type, type.sql))) return null;
    const rows = busyRowsAt(moment, operation);
    const checks = table?.checks.filter((check) => mentions(sqlTokens(check), operation.column)) ?? [];
    if (rows === null || checks.length === 0) return null;
    return {
      sentence: text`Changes the type of ${code(operation.column)} of ${withRows(operation, rows)}: PostgreSQL tries ${checkWords(checks)} again on each of them.`,
    };
  }),
};

function checkWords(checks: readonly string[]): Text {
  const [first] = checks;
  return first !== undefined && checks.length === 1
    ? [code(first)]
    : [`the column's ${checks.length} check constraints`];
}

function columnAt({ before }: Moment, operation: AlterColumn): SeenColumn | null {
  return tableIn(before, operation)?.columns.get(operation.column) ?? null;
}
