import { apply } from '../apply';
import { renamed, resolve, type Catalog, type TableId } from '../catalog';
import type { Operation } from '../operations';
import { verdictOn } from '../refusal';
import { indexNamed } from './standing';
import type { Statement } from './statements';

/** Something to be put into an order: a statement of the file, perhaps with another text, or a new one. */
export interface Item {
  statement: Statement | null;
  operations: readonly Operation[];
  /** Its text, where that is not what the file has. */
  text: string | null;
  fixed: boolean;
}

export interface Rules {
  /** Statements about the same table keep their order. */
  keepTables: boolean;
  /** Where no statement can come next: what waits, changed so that one can; null where nothing helps. */
  help: ((catalog: Catalog, waiting: readonly Item[]) => Item[] | null) | null;
}

/**
 * The items in an order in which PostgreSQL refuses none, otherwise as they were; null where none is found. Each time
 * the first that can run comes next: what was ahead of it waits. That each can run is judged by running it.
 */
export function arrange(start: Catalog, items: readonly Item[], rules: Rules): Item[] | null {
  const placed: Item[] = [];
  let waiting = [...items];
  let catalog = start;
  while (waiting.length > 0) {
    const next = firstThatRuns(catalog, waiting, rules);
    if (next !== null) {
      placed.push(next.item);
      waiting = waiting.filter((item) => item !== next.item);
      catalog = next.after;
      continue;
    }
    const helped = rules.help?.(catalog, waiting) ?? null;
    if (helped === null) return null;
    waiting = helped;
  }
  return placed;
}

/** The catalog after these operations; null where one of them is refused. */
export function run(start: Catalog, operations: readonly Operation[]): Catalog | null {
  let catalog = start;
  for (const operation of operations) {
    if (verdictOn(catalog, operation) !== null) return null;
    catalog = apply(catalog, operation);
  }
  return catalog;
}

function firstThatRuns(
  catalog: Catalog,
  waiting: readonly Item[],
  { keepTables }: Rules,
): { item: Item; after: Catalog } | null {
  const passed = new Set<TableId>();
  let passedUnknown = false;
  for (const [place, item] of waiting.entries()) {
    if (item.fixed && place > 0) return null;
    const tables = tablesOf(catalog, item);
    const free =
      keepTables || item.operations.some((operation) => operation.kind === 'drop_table')
        ? !passedUnknown && tables !== null && tables.every((table) => !passed.has(table))
        : true;
    const after = place === 0 || free ? run(catalog, item.operations) : null;
    if (after !== null) return { item, after };
    if (item.fixed) return null;
    if (tables === null) passedUnknown = true;
    else tables.forEach((table) => passed.add(table));
  }
  return null;
}

/** The tables that a statement is about; null where that cannot be told. */
function tablesOf(catalog: Catalog, { operations }: Item): TableId[] | null {
  const tables = operations.map((operation) => tableOf(catalog, operation));
  return tables.includes(null) ? null : tables.flatMap((one) => one ?? []);
}

function tableOf(catalog: Catalog, operation: Operation): TableId[] | null {
  if (operation.kind === 'execute' || operation.kind === 'other') return null;
  if (operation.kind === 'drop_index') {
    const { name, table } = operation;
    const schema = operation.schema ?? catalog.defaultSchema;
    if (table !== null) return [resolve(catalog, { schema: operation.schema, table })];
    const index = name === null ? null : indexNamed(catalog, schema, name);
    return index === null ? null : [index.table];
  }
  const id = resolve(catalog, operation);
  return operation.kind === 'rename_table' ? [id, renamed(id, operation.newName)] : [id];
}
