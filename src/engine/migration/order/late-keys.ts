import { placeOf, resolve, type Catalog, type TableId } from '../catalog';
import { keysMade } from './additions';
import type { CreateForeignKey, CreateTable, ForeignKey } from '../operations';
import type { Item } from './arrange';
import { pythonList, pythonString } from './python-text';
import { standing } from './standing';

/**
 * Where tables that refer to each other in a circle are to be created: the same, with a table made without its keys to
 * tables that come later, and each of these keys made after its table. Only where the file writes them as Alembic does.
 */
export function createKeysLater(
  source: (item: Item) => string,
  catalog: Catalog,
  waiting: readonly Item[],
): Item[] | null {
  const end = waiting.findIndex((item) => item.fixed);
  const within = end === -1 ? waiting : waiting.slice(0, end);
  const makers = new Map<TableId, Item>();
  for (const item of within) {
    const [operation, ...more] = item.operations;
    if (operation?.kind === 'create_table' && more.length === 0)
      makers.set(placeOf(catalog, operation), item);
  }
  const parted = within
    .flatMap((item) => part(source(item), catalog, item, makers) ?? [])
    .toSorted((one, other) => one.keys.length - other.keys.length)[0];
  if (parted === undefined) return null;
  const changed = waiting.map((item) => (item === parted.from ? parted.table : item));
  for (const { maker, item } of parted.keys) {
    // Its table may have been the one that has just lost a key.
    const place = changed.indexOf(maker === parted.from ? parted.table : maker);
    changed.splice(place + 1, 0, item);
  }
  return changed;
}

interface Parted {
  from: Item;
  table: Item;
  keys: { maker: Item; item: Item }[];
}

/** A `create_table` apart from its keys to tables that are yet to be made; null where it has none. */
function part(text: string, catalog: Catalog, from: Item, makers: ReadonlyMap<TableId, Item>): Parted | null {
  const [operation, ...more] = from.operations;
  if (operation?.kind !== 'create_table' || more.length > 0) return null;
  const table = placeOf(catalog, operation);
  const missing = keysMade(operation).filter((key) => {
    const referenced = resolve(catalog, key.referenced);
    return referenced !== table && !catalog.tables.has(referenced);
  });
  const keys: Parted['keys'] = [];
  let left = text;
  for (const key of missing) {
    const maker = makers.get(resolve(catalog, key.referenced));
    const without = withoutKey(left, key);
    if (maker === undefined || without === null) return null;
    left = without.text;
    const name = key.name ?? standing(catalog, operation, key).name;
    keys.push({ maker, item: keyItem(operation, { ...key, name }, without) });
  }
  if (keys.length === 0) return null;
  const foreignKeys = operation.foreignKeys.filter((key) => !missing.includes(key));
  return { from, keys, table: { ...from, operations: [{ ...operation, foreignKeys }], text: left } };
}

/** The options that say the same in `sa.ForeignKeyConstraint` and in `op.create_foreign_key`. */
const OPTION = /(?:ondelete|onupdate|initially)='[^'\\]*'|deferrable=(?:True|False)/;
const NAME = /name=(?:op\.f\('[^'\\]*'\)|'[^'\\]*')/;

/** The text of a `create_table` without the line that is this key, and that line's options. */
function withoutKey(
  text: string,
  key: ForeignKey,
): { text: string; indent: string; options: string[] } | null {
  const { schema, table } = key.referenced;
  const path = schema === null ? table : `${schema}.${table}`;
  const start = `sa.ForeignKeyConstraint(${pythonList(key.columns)}, ${pythonList(
    key.referencedColumns.map((column) => `${path}.${column}`),
  )}, `;
  const lines = text.split('\n');
  const [found, ...more] = lines.flatMap((line, place) => {
    const words = line.trim().replace(/, ?\),?$|\),?$/, '');
    return `${words}, `.startsWith(start) ? [{ place, rest: `${words}, `.slice(start.length) }] : [];
  });
  if (found === undefined || more.length > 0) return null;
  const options = found.rest.split(', ').filter((one) => one !== '');
  const known = new RegExp(`^(?:${NAME.source}|${OPTION.source})$`);
  if (!options.every((one) => known.test(one))) return null;
  return {
    text: lines.filter((_, place) => place !== found.place).join('\n'),
    indent: /^[ \t]*/.exec(text)?.[0] ?? '',
    options: options.filter((one) => !one.startsWith('name=')),
  };
}

function keyItem(
  owner: CreateTable,
  key: ForeignKey & { name: string },
  { indent, options }: { indent: string; options: string[] },
): Item {
  const schemas = [
    ...(owner.schema === null ? [] : [`source_schema=${pythonString(owner.schema)}`]),
    ...(key.referenced.schema === null ? [] : [`referent_schema=${pythonString(key.referenced.schema)}`]),
  ];
  const args = [
    ...[key.name, owner.table, key.referenced.table].map(pythonString),
    pythonList(key.columns),
    pythonList(key.referencedColumns),
    ...schemas,
    ...options,
  ];
  const { schema, table, span, statement, batch, autocommit } = owner;
  const operation: CreateForeignKey = {
    kind: 'create_foreign_key',
    ...{ schema, table, span, statement, batch, autocommit, key },
    statements: [],
    notValid: false,
  };
  return {
    statement: null,
    operations: [operation],
    text: `${indent}op.create_foreign_key(${args.join(', ')})`,
    fixed: false,
  };
}
