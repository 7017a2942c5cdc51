import { bareName, schemaOf, type Catalog, type StandingKey } from '../catalog';
import type { DropConstraint } from '../operations';
import { pythonString } from './python-text';

/** The line of Python that takes a key away. */
export function dropKeyCall(catalog: Catalog, key: StandingKey): string {
  const schema = schemaNamed(catalog, key);
  const within = schema === null ? '' : `, schema=${pythonString(schema)}`;
  return `op.drop_constraint(${pythonString(key.name)}, ${pythonString(bareName(key.table))}, type_='foreignkey'${within})`;
}

/** The same as an operation. */
export function dropKey(catalog: Catalog, key: StandingKey): DropConstraint {
  return {
    kind: 'drop_constraint',
    schema: schemaNamed(catalog, key),
    table: bareName(key.table),
    name: key.name,
    type: 'foreignkey',
    ifExists: false,
    span: null,
    statement: null,
    statements: [],
    batch: false,
    autocommit: false,
  };
}

function schemaNamed(catalog: Catalog, key: StandingKey): string | null {
  const schema = schemaOf(key.table);
  return schema === catalog.defaultSchema ? null : schema;
}
