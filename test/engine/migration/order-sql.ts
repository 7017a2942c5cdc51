import type { ForeignKey, Operation } from '../../../src/engine/migration/operations';
import { path } from '../../unit/engine/migration/make';

/** What PostgreSQL is told. Alembic's own words for it do not matter here. */
export function sql(operation: Operation): string {
  switch (operation.kind) {
    case 'create_table': {
      const columns = operation.columns.map((one) => `${name(one.name)} integer`);
      const primary =
        operation.primaryKey === null ? [] : [`primary key (${names(operation.primaryKey.columns)})`];
      return `create table ${table(operation)} (${[...columns, ...primary, ...operation.foreignKeys.map(key)].join(', ')})`;
    }
    case 'drop_table':
      return `drop table ${operation.ifExists ? 'if exists ' : ''}${table(operation)}`;
    case 'add_column': {
      const [own] = operation.foreignKeys;
      const reference = own === undefined ? '' : ` references ${target(own)}`;
      return `${alter(operation)} add column ${name(operation.column.name)} integer${reference}`;
    }
    case 'drop_column':
      return `${alter(operation)} drop column ${name(operation.column)}`;
    case 'alter_column':
      return `${alter(operation)} rename column ${name(operation.column)} to ${name(operation.changes.name ?? '')}`;
    case 'create_foreign_key':
      return `${alter(operation)} add ${key(operation.key)}`;
    case 'create_unique_constraint':
      return `${alter(operation)} add constraint ${name(operation.constraint.name ?? '')} unique (${names(operation.constraint.columns)})`;
    case 'create_index':
      return `create ${operation.index.unique ? 'unique ' : ''}index ${name(operation.index.name ?? '')} on ${table(operation)} (${names(operation.index.columnNames)})`;
    case 'drop_index':
      return `drop index ${table({ schema: operation.schema, table: operation.name ?? '' })}`;
    case 'drop_constraint':
      return `${alter(operation)} drop constraint ${name(operation.name ?? '')}`;
    case 'rename_table':
      return `${alter(operation)} rename to ${name(operation.newName)}`;
    default:
      throw new Error(operation.kind);
  }
}

/** The same, with what depends on it: so that the next step finds what a refused one would have left. */
export function forced(operation: Operation): string | null {
  return operation.kind.startsWith('drop_') ? `${sql(operation)} cascade` : null;
}

function key(made: ForeignKey): string {
  const named = made.name === null ? '' : `constraint ${name(made.name)} `;
  return `${named}foreign key (${names(made.columns)}) references ${target(made)}`;
}

function target({ referenced, referencedColumns }: ForeignKey): string {
  return `${table(referenced)} (${names(referencedColumns)})`;
}

function alter(operation: { schema: string | null; table: string }): string {
  return `alter table ${table(operation)}`;
}

function table(named: { schema: string | null; table: string }): string {
  return path({ schema: named.schema, table: named.table }).split('.').map(name).join('.');
}

function names(columns: readonly string[]): string {
  return columns.map(name).join(', ');
}

function name(identifier: string): string {
  return `"${identifier}"`;
}
