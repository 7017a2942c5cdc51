/**
 * Where the tables of a graph stand and how the lines between them run. Import this file lazily: it brings the layout
 * library along.
 */
import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel, type Point } from '@dagrejs/dagre';
import type { GraphKey, KeyGraph } from '../engine/migration/key-graph';

export interface Size {
  width: number;
  height: number;
}

export interface PlacedTable extends Size {
  id: string;
  x: number;
  y: number;
}

export interface PlacedKey {
  key: GraphKey;
  /** From the table that has the key to the one that it references; for a table's key to itself, the corners of its loop. */
  points: Point[];
}

export interface GraphLayout extends Size {
  tables: PlacedTable[];
  keys: PlacedKey[];
}

type Direction = 'LR' | 'TB';

/** Space that a table's key to itself takes: above the table, or beside it. */
const LOOP = 16;
const GAP = 20;
/** So many are scrolled through anyway, best from top to bottom. */
const MANY = 24;
const NO_SIZE: Size = { width: 0, height: 0 };

/**
 * Each group of tables that keys hold together is laid out by itself, those that are dropped first at the beginning:
 * from left to right where that fits the width, else from top to bottom. The groups then fill rows.
 */
export function layoutGraph(
  graph: KeyGraph,
  sizes: ReadonlyMap<string, Size>,
  available: number,
): GraphLayout {
  return inRows(
    groups(graph).map((group) => {
      const across = layoutGroup(group, sizes, 'LR');
      if (across.width <= available || group.tables.length > MANY) return across;
      const down = layoutGroup(group, sizes, 'TB');
      return down.width < across.width ? down : across;
    }),
    available,
  );
}

/** The tables that keys hold together, each group with its keys, in the order of the graph. */
export function groups(graph: KeyGraph): KeyGraph[] {
  const group = new Map(graph.tables.map(({ id }) => [id, id]));
  for (const { from, to } of graph.keys) {
    const [one, other] = [group.get(from), group.get(to)];
    if (one === other || one === undefined || other === undefined) continue;
    for (const [id, of] of group) if (of === other) group.set(id, one);
  }
  const names = [...new Set(group.values())];
  return names.map((name) => ({
    ...graph,
    tables: graph.tables.filter(({ id }) => group.get(id) === name),
    keys: graph.keys.filter(({ from }) => group.get(from) === name),
  }));
}

function layoutGroup(
  { tables, keys }: KeyGraph,
  sizes: ReadonlyMap<string, Size>,
  rankdir: Direction,
): GraphLayout {
  const across = rankdir === 'LR';
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true });
  graph.setGraph({
    rankdir,
    ranker: 'tight-tree',
    nodesep: across ? 10 : 16,
    ranksep: across ? 28 : 24,
    edgesep: 10,
  });
  const loops = new Set(keys.flatMap(({ from, to }) => (from === to ? [from] : [])));
  for (const { id } of tables) {
    const { width, height } = sizes.get(id) ?? NO_SIZE;
    const extra = loops.has(id) ? LOOP : 0;
    graph.setNode(id, across ? { width, height: height + extra } : { width: width + extra, height });
  }
  for (const { id, from, to } of keys) if (from !== to) graph.setEdge(from, to, {}, id);
  layout(graph);
  const placed = tables.map(({ id }): PlacedTable => {
    const { width, height } = sizes.get(id) ?? NO_SIZE;
    const node = graph.node(id);
    const [x, y] = [node.x ?? 0, node.y ?? 0];
    const left = x - node.width / 2;
    return { id, width, height, x: left, y: y + node.height / 2 - height };
  });
  const lines = keys.map((key): PlacedKey => {
    const from = placed.find(({ id }) => id === key.from);
    const to = placed.find(({ id }) => id === key.to);
    if (from === undefined || to === undefined) return { key, points: [] };
    if (from === to) return { key, points: loop(from, across) };
    const { points = [] } = graph.edge({ v: key.from, w: key.to, name: key.id });
    return { key, points: fromBoxToBox(points.slice(1, -1), from, to) };
  });
  const points = lines.flatMap((line) => line.points);
  return {
    width: Math.max(0, ...placed.map(({ x, width }) => x + width), ...points.map(({ x }) => x)),
    height: Math.max(0, ...placed.map(({ y, height }) => y + height), ...points.map(({ y }) => y)),
    tables: placed,
    keys: lines,
  };
}

/** The line through the points between two tables, from the edge of the one to the edge of the other. */
function fromBoxToBox(between: readonly Point[], from: PlacedTable, to: PlacedTable): Point[] {
  const first = between[0] ?? centre(to);
  const last = between.at(-1) ?? centre(from);
  return [onEdge(from, first), ...between, onEdge(to, last)];
}

function centre({ x, y, width, height }: PlacedTable): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where the way from a table's middle to a point leaves the table. */
function onEdge(table: PlacedTable, towards: Point): Point {
  const { x, y } = centre(table);
  const [dx, dy] = [towards.x - x, towards.y - y];
  const share = Math.min(table.width / 2 / Math.abs(dx), table.height / 2 / Math.abs(dy), 1);
  return { x: x + dx * share, y: y + dy * share };
}

/** Out at the top and back, or out at the side and back. */
function loop({ x, y, width, height }: PlacedTable, above: boolean): Point[] {
  if (above) {
    const middle = x + width / 2;
    return [
      { x: middle - 14, y },
      { x: middle - 14, y: y - LOOP + 3 },
      { x: middle + 14, y: y - LOOP + 3 },
      { x: middle + 14, y },
    ];
  }
  const right = x + width;
  return [
    { x: right, y: y + 6 },
    { x: right + LOOP - 3, y: y + 6 },
    { x: right + LOOP - 3, y: y + height - 6 },
    { x: right, y: y + height - 6 },
  ];
}

/** Puts layouts side by side, row under row. */
function inRows(layouts: readonly GraphLayout[], available: number): GraphLayout {
  const all: GraphLayout = { width: 0, height: 0, tables: [], keys: [] };
  let [x, y, rowHeight] = [0, 0, 0];
  for (const one of layouts) {
    if (x > 0 && x + one.width > available) [x, y, rowHeight] = [0, y + rowHeight + GAP, 0];
    const [dx, dy] = [x, y];
    all.tables.push(...one.tables.map((table) => ({ ...table, x: table.x + dx, y: table.y + dy })));
    all.keys.push(
      ...one.keys.map(({ key, points }) => ({
        key,
        points: points.map((point) => ({ x: point.x + dx, y: point.y + dy })),
      })),
    );
    all.width = Math.max(all.width, x + one.width);
    rowHeight = Math.max(rowHeight, one.height);
    all.height = y + rowHeight;
    x += one.width + GAP;
  }
  return all;
}
