import { apply } from '../apply';
import type { Catalog, StandingKey } from '../catalog';
import type { Fix } from '../edits';
import type { Operation } from '../operations';
import { arrange, type Item, type Rules } from './arrange';
import { createKeysLater } from './late-keys';
import { dropKeysFirst } from './free-keys';
import { rewrite, textOf } from './rewrite';
import { statementsOf } from './statements';
import { titleOf } from './title';

/**
 * An edit of the revision file that brings the statements of one function into an order in which PostgreSQL refuses
 * none; null where there is no such order, or the statements cannot be moved safely.
 */
export function orderFix(start: Catalog, operations: readonly Operation[], source: string): Fix | null {
  const lines = source.split('\n');
  const statements = statementsOf(lines, operations);
  if (statements === null) return null;
  const items = statements.map((statement): Item => ({
    statement,
    operations: statement.operations,
    text: null,
    fixed: statement.fixed,
  }));
  const placed = firstThatWorks(start, items, lines);
  if (placed === null || !endsAlike(start, operations, placed)) return null;
  return { title: titleOf(start, items, placed), edits: rewrite(lines, statements, placed) };
}

/** First by moving statements alone, those about one table in the order they have; in the end with keys of their own. */
function firstThatWorks(start: Catalog, items: readonly Item[], lines: readonly string[]): Item[] | null {
  const source = (item: Item): string => textOf(lines, item);
  const indent = /^[ \t]*/.exec(items[0] === undefined ? '' : source(items[0]))?.[0] ?? '';
  const help: Rules['help'] = (catalog, waiting) => {
    return dropKeysFirst(indent, catalog, waiting) ?? createKeysLater(source, catalog, waiting);
  };
  for (const rules of [
    { keepTables: true, help: null },
    { keepTables: false, help: null },
    { keepTables: true, help },
    { keepTables: false, help },
  ]) {
    const placed = arrange(start, items, rules);
    if (placed !== null) return placed;
  }
  return null;
}

/** Whether the new order leaves the same tables and keys as the old one, had nothing been refused. */
function endsAlike(start: Catalog, operations: readonly Operation[], placed: readonly Item[]): boolean {
  const [before, after] = [operations, placed.flatMap((item) => item.operations)].map((all) =>
    what(all.reduce(apply, start)),
  );
  return before === after;
}

function what(catalog: Catalog): string {
  const columns = [...catalog.columns].map(([table, names]) => [table, [...names].sort()]);
  const keys = catalog.keys.map(({ table, columns: own, referenced, referencedColumns }: StandingKey) =>
    JSON.stringify([table, own, referenced, referencedColumns]),
  );
  return JSON.stringify([[...catalog.tables].sort(), columns.sort(), keys.sort()]);
}
