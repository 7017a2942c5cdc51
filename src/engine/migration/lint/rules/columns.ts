import type { AddColumn } from '../../operations';
import { label } from '../../sentences';
import { code, text } from '../../text';
import { requiredColumnFixes } from '../fixes/server-default';
import { postgres } from '../links';
import { allSteps, upgradeSteps, type Rule } from '../rule';
import { busyRowsAt, rowsAt, withRows } from '../rows';
import { sqlTokens } from '../sql-tokens';
import { plainType } from '../types';
import { tableIn, type World } from '../world';

export const addingRequiredField: Rule = {
  number: 10,
  name: 'adding-required-field',
  also: ['MF103'],
  severity: 'danger',
  why: {
    text: text`A new column is NULL in every row that is there already, unless it has a server default. NOT NULL forbids that, so PostgreSQL refuses the column. A ${code('default=')} of the model is none: it counts only for rows that the program adds.`,
    link: postgres('ddl-alter.html#DDL-ALTER-ADDING-A-COLUMN'),
  },
  // A table without rows takes the column without a word, so nothing is said of it.
  find: allSteps(['add_column'], (operation, moment, { source }) => {
    const { column } = operation;
    const rows = isRequired(operation, moment.before) ? rowsAt(moment, operation) : null;
    if (rows === null) return null;
    const what = text`Adds the NOT NULL column ${code(column.name)} to ${label(operation)}`;
    const fixes = requiredColumnFixes(source, operation);
    if (rows.count === null) {
      return {
        sentence: text`${what} without a default: if the table has rows by then, this ${moment.where} will fail.`,
        fixes,
      };
    }
    return {
      sentence: text`Adds the NOT NULL column ${code(column.name)} to ${withRows(operation, rows)}: this ${moment.where} will fail.`,
      severity: 'fails',
      sqlstate: '23502',
      fixes,
    };
  }),
};

function isRequired(operation: AddColumn, before: World): boolean {
  const { column, ifNotExists } = operation;
  if (ifNotExists && tableIn(before, operation)?.columns.has(column.name) === true) return false;
  return (
    !column.nullable &&
    column.default === null &&
    !column.serial &&
    column.identity === null &&
    column.generated === null
  );
}

export const addingFieldWithDefault: Rule = {
  number: 11,
  name: 'adding-field-with-default',
  also: ['PG302'],
  severity: 'caution',
  why: {
    text: text`A default that is the same for all rows is only noted down. One that is computed anew for each row has to be written into every row, while nobody else can use the table.`,
    link: postgres('sql-altertable.html#SQL-ALTERTABLE-NOTES'),
  },
  find: upgradeSteps(['add_column'], (operation, moment) => {
    const { column } = operation;
    const rows = busyRowsAt(moment, operation);
    if (rows === null || column.default === null || !isVolatile(column.default, moment.before)) return null;
    if (callsSequence(column.default)) return null;
    return {
      sentence: text`Adds ${code(column.name)} to ${withRows(operation, rows)}: PostgreSQL computes ${code(column.default)} for every row and writes the whole table anew.`,
    };
  }),
};

/** PostgreSQL's own functions that give another value each time. */
const VOLATILE = new Set(
  'random random_normal gen_random_uuid uuidv4 uuidv7 uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 clock_timestamp timeofday nextval setval lastval currval txid_current pg_current_xact_id'.split(
    ' ',
  ),
);

/** A function that somebody has defined is volatile unless they said otherwise. */
function isVolatile(sql: string, { functions }: World): boolean {
  return sqlTokens(sql).some(
    (token, index, all) =>
      token.kind !== 'string' &&
      all[index + 1]?.text === '(' &&
      (VOLATILE.has(token.text) || functions.has(token.text)),
  );
}

function callsSequence(sql: string): boolean {
  return sqlTokens(sql).some((token) => token.kind === 'word' && token.text === 'nextval');
}

export const addColumnAutoIncrementing: Rule = {
  number: 12,
  name: 'add_column_auto_incrementing',
  also: [],
  severity: 'caution',
  why: {
    text: text`Every row that is there already gets a number of its own, so PostgreSQL writes the whole table anew, while nobody else can use it.`,
    link: postgres('sql-altertable.html#SQL-ALTERTABLE-NOTES'),
  },
  find: upgradeSteps(['add_column'], (operation, moment) => {
    const { column } = operation;
    const counts =
      column.serial || column.identity !== null || (column.default !== null && callsSequence(column.default));
    const rows = counts ? busyRowsAt(moment, operation) : null;
    if (rows === null) return null;
    return {
      sentence: text`Adds the column ${code(column.name)}, which counts up by itself, to ${withRows(operation, rows)}: the whole table is written anew.`,
    };
  }),
};

export const addColumnGeneratedStored: Rule = {
  number: 13,
  name: 'add_column_generated_stored',
  also: [],
  severity: 'caution',
  why: {
    text: text`A stored generated column is computed for every row that is there already: PostgreSQL writes the whole table anew, while nobody else can use it. A virtual one is computed when it is read.`,
    link: postgres('ddl-generated-columns.html'),
  },
  find: upgradeSteps(['add_column'], (operation, moment) => {
    const { column } = operation;
    const rows = column.generated?.stored === true ? busyRowsAt(moment, operation) : null;
    if (rows === null) return null;
    return {
      sentence: text`Adds the stored generated column ${code(column.name)} to ${withRows(operation, rows)}: the whole table is written anew.`,
    };
  }),
};

export const addColumnJson: Rule = {
  number: 14,
  name: 'add_column_json',
  also: [],
  severity: 'caution',
  why: {
    text: text`The type ${code('json')} has no equality: a query with DISTINCT, GROUP BY or UNION over the column fails. ${code('jsonb')} has one, can be indexed, and is the usual choice.`,
    link: postgres('datatype-json.html'),
  },
  find: upgradeSteps(['add_column'], (operation, { before }) => {
    const { column } = operation;
    const type = plainType(column.type.sql);
    if (type.name !== 'json' || type.array || tableIn(before, operation)?.isNew === true) return null;
    return {
      sentence: text`Adds the column ${code(column.name)} of the type ${code('json')} to ${label(operation)}: a query with DISTINCT over all of its columns will fail.`,
    };
  }),
};
