import { resolve, tableLabel, type Catalog } from '../catalog';
import type { Operation } from '../operations';
import type { Item } from './arrange';

/** What a new order does to the file, in a few words. */
export function titleOf(start: Catalog, before: readonly Item[], placed: readonly Item[]): string {
  const added = placed.filter((item) => item.statement === null).flatMap((item) => item.operations);
  const dropped = added.flatMap((one) => (one.kind === 'drop_constraint' ? [`\`${one.name ?? ''}\``] : []));
  const made = added.flatMap((one) =>
    one.kind === 'create_foreign_key' ? [`\`${one.key.name ?? ''}\``] : [],
  );
  if (dropped.length > 0) return `Drop ${keys(dropped)} first`;
  if (made.length > 0) return `Create the tables first, then ${keys(made)}`;
  return moved(start, before, placed);
}

function keys(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length === 1 ? `the key ${last}` : `the keys ${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The most tables that a title names. */
const NAMED = 4;

function moved(start: Catalog, before: readonly Item[], placed: readonly Item[]): string {
  const from = before.findIndex((item, place) => item.statement !== placed[place]?.statement);
  const to = before.findLastIndex((item, place) => item.statement !== placed[place]?.statement);
  const within = placed.slice(from, to + 1).flatMap((item) => item.operations);
  const [drops, creates] = [tables(start, within, 'drop_table'), tables(start, within, 'create_table')];
  const all = within.every((one) => one.kind === 'drop_table' || one.kind === 'create_table');
  if (all && creates.length === 0 && drops.length <= NAMED) return `Drop ${drops.join(', then ')}`;
  if (all && drops.length === 0 && creates.length <= NAMED) return `Create ${creates.join(', then ')}`;
  if (creates.length === 0 && drops.length === 1) return `Drop ${drops.join()} once nothing refers to it`;
  if (creates.length === 0 && drops.length > 0) return 'Put the drops into an order that works';
  if (drops.length === 0 && creates.length > 0) return 'Put the creates into an order that works';
  return 'Put the steps into an order that works';
}

function tables(
  start: Catalog,
  operations: readonly Operation[],
  kind: 'drop_table' | 'create_table',
): string[] {
  return operations.flatMap((one) =>
    one.kind === kind ? [`\`${tableLabel(start, resolve(start, one))}\``] : [],
  );
}
