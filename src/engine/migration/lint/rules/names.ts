import type { Operation, TableParts } from '../../operations';
import { code, text } from '../../text';
import { postgres } from '../links';
import type { Draft, Rule } from '../rule';

/** The longest name PostgreSQL keeps (NAMEDATALEN - 1). */
const LIMIT = 63;

export const identifierTooLong: Rule = {
  number: 34,
  name: 'identifier-too-long',
  also: [],
  severity: 'danger',
  why: {
    text: text`PostgreSQL cuts a name off after ${LIMIT} bytes, with no more than a notice. Two long names can become the same, and a program that compares names does not find its own again.`,
    link: postgres('sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS'),
  },
  find: ({ upgrade }) =>
    upgrade.flatMap(({ operation, where, number: step, passed }) =>
      namesIn(operation)
        .filter((name) => bytes(name) > LIMIT)
        .map((name): Draft => {
          const what = text`The name ${code(name)} is ${bytes(name)} bytes long`;
          // SQLAlchemy refuses such a name of an index or constraint: then there is no SQL for the operation.
          return operation.statements.length === 0 && name.length > LIMIT && !passed
            ? { where, step, sentence: text`${what}, so this upgrade will fail.`, severity: 'fails' }
            : { where, step, sentence: text`${what}: PostgreSQL keeps only the first ${LIMIT}.` };
        }),
    ),
};

function bytes(name: string): number {
  return new TextEncoder().encode(name).length;
}

/** The names that an operation gives. */
function namesIn(operation: Operation): string[] {
  switch (operation.kind) {
    case 'create_table':
      return [operation.table, ...operation.columns.map((column) => column.name), ...partNames(operation)];
    case 'add_column':
      return [operation.column.name, ...partNames(operation)];
    case 'alter_column':
      return some(operation.changes.name);
    case 'rename_table':
      return [operation.newName];
    case 'create_index':
      return some(operation.index.name);
    case 'create_foreign_key':
      return some(operation.key.name);
    case 'create_unique_constraint':
    case 'create_check_constraint':
    case 'create_primary_key':
      return some(operation.constraint.name);
    case 'create_exclude_constraint':
      return some(operation.name);
    default:
      return [];
  }
}

function partNames({ primaryKey, foreignKeys, uniques, checks, indexes }: TableParts): string[] {
  return [primaryKey, ...foreignKeys, ...uniques, ...checks, ...indexes].flatMap((part) => some(part?.name));
}

function some(name: string | null | undefined): string[] {
  return name === null || name === undefined ? [] : [name];
}
