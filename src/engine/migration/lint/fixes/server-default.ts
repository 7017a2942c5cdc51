import type { Fix } from '../../edits';
import type { AddColumn, ColumnType } from '../../operations';
import { plainType } from '../types';
import { fixOf, replace } from './changes';
import { argument, callAt, callIn, type Call } from './python-calls';
import type { PythonSource } from './python-source';

/** A default that a column of this type can take for rows that are there already, as Python; null where none is sensible. */
export function serverDefault(type: ColumnType, sa: string): string | null {
  if (type.enum !== null) return null;
  const { name, array } = plainType(type.sql);
  if (array) return `${sa}.text("'{}'")`;
  switch (name) {
    case 'smallint':
    case 'integer':
    case 'bigint':
    case 'numeric':
    case 'real':
    case 'double precision':
      return `${sa}.text('0')`;
    case 'boolean':
      return `${sa}.false()`;
    case 'text':
    case 'character varying':
    case 'character':
      return "''";
    case 'date':
    case 'time without time zone':
    case 'time with time zone':
    case 'timestamp without time zone':
    case 'timestamp with time zone':
      return `${sa}.func.now()`;
    case 'json':
    case 'jsonb':
      return `${sa}.text("'{}'")`;
    case 'uuid':
      return `${sa}.text('gen_random_uuid()')`;
    default:
      return null;
  }
}

/** What helps against a NOT NULL column that rows stand in the way of: a default for them, or no NOT NULL. */
export function requiredColumnFixes(source: PythonSource, operation: AddColumn): Fix[] {
  const { column, foreignKeys, uniques } = operation;
  const call = columnCall(source, operation);
  if (call === null) return [];
  // What a key or a promise of no duplicates asks of the value, a value made up here would not keep.
  const isFree = foreignKeys.length === 0 && uniques.length === 0 && !column.primaryKey;
  const value = source.sa === null || !isFree ? null : serverDefault(column.type, source.sa);
  const nullable = call.arguments.find((one) => one.name === 'nullable');
  const withDefault =
    value === null
      ? []
      : fixOf(`Give \`${column.name}\` a default for these rows: \`server_default=${value}\``, [
          ...(nullable === undefined
            ? replace(source, ...twice(call.arguments.at(-1)?.to ?? call.close), `, server_default=${value}`)
            : replace(source, ...twice(nullable.from), `server_default=${value}, `)),
        ]);
  const optional =
    nullable?.value.text === 'False'
      ? fixOf(
          `Let \`${column.name}\` be empty: \`nullable=True\``,
          replace(source, nullable.value.from, nullable.value.to, 'True'),
        )
      : [];
  return [...withDefault, ...optional];
}

/** The `sa.Column(...)` of an `add_column`, written out in the call itself. */
export function columnCall(source: PythonSource, { span, batch }: AddColumn): Call | null {
  const call = callAt(source, span);
  const written = call === null ? null : argument(call, batch ? 0 : 1, 'column');
  const column = written === null ? null : callIn(source, written.value);
  return column !== null && /(?:^|\.)Column$/.test(column.callee) ? column : null;
}

function twice(place: number): [number, number] {
  return [place, place];
}
