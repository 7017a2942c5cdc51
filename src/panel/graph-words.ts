/** The graph of the keys in words: for those who do not see it, and for what is pointed at. */
import type { GraphKey, GraphTable, KeyGraph } from '../engine/migration/key-graph';

/** The graph without the tables that neither go nor are held by a key. */
export function involved(graph: KeyGraph): KeyGraph {
  const held = new Set(graph.keys.flatMap(({ from, to }) => [from, to]));
  const tables = graph.tables.filter(({ id, dropNumber }) => dropNumber !== null || held.has(id));
  return { ...graph, tables };
}

/** What a key says: `tweets.user_id → users.id`. */
export function keyWords({ columns, referencedColumns }: GraphKey, from: string, to: string): string {
  return `${from}${ofTable(columns)} → ${to}${ofTable(referencedColumns)}`;
}

function ofTable(columns: readonly string[]): string {
  return columns.length === 1 ? `.${columns.join('')}` : ` (${columns.join(', ')})`;
}

/** A table in words: what it shows, its place, and its keys in both directions. */
export function tableWords(table: GraphTable, graph: KeyGraph): string {
  const { dropNumber, label } = table;
  const place = dropNumber === null ? 'stays' : `dropped as number ${dropNumber}`;
  const labels = new Map(graph.tables.map(({ id, label }) => [id, label]));
  const own = graph.keys
    .filter(({ from }) => from === table.id)
    .map((key) => {
      const target = key.to === table.id ? 'the table itself' : (labels.get(key.to) ?? '');
      return `its ${key.columns.join(' and ')} references ${target}${key.inCircle ? ', in a circle' : ''}`;
    });
  const onto = graph.keys
    .filter(({ from, to }) => to === table.id && from !== table.id)
    .map((key) => `referenced by ${key.columns.join(' and ')} of ${labels.get(key.from) ?? ''}`);
  const name = dropNumber === null ? label : `${dropNumber} ${label}`;
  return [`${name}: ${place}`, ...own, ...onto].join('; ');
}

/** What the graph shows, under it; only what it has. */
export function legend({ tables, keys }: KeyGraph): string {
  const parts = [
    ...(keys.length > 0 ? ['An arrow leads from a table to the one that its key references.'] : []),
    ...(tables.some(({ dropNumber }) => dropNumber === null) ? ['Dashed: stays.'] : []),
    ...(keys.some(({ inCircle }) => inCircle) ? ['Red: keys that lead in a circle.'] : []),
  ];
  return parts.join(' ');
}
