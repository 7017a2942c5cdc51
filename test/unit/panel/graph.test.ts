import { expect, test } from 'vitest';
import type { GraphKey, GraphTable, KeyGraph } from '../../../src/engine/migration/key-graph';
import { headOf, middleOf, pathThrough } from '../../../src/panel/graph-drawing';
import { groups, layoutGraph, type GraphLayout, type PlacedTable } from '../../../src/panel/graph-layout';
import { involved, keyWords, legend, tableWords } from '../../../src/panel/graph-words';

const table = (label: string, dropNumber: number | null): GraphTable => ({
  id: `id ${label}`,
  label,
  dropNumber,
  dropStep: dropNumber,
  createStep: null,
});
const key = (from: string, column: string, to: string, more: Partial<GraphKey> = {}): GraphKey => ({
  id: `${from}.${column}`,
  name: `${from}_${column}_fkey`,
  from: `id ${from}`,
  to: `id ${to}`,
  columns: [column],
  referencedColumns: ['id'],
  crossesSchemas: false,
  inCircle: false,
  ...more,
});
const graph: KeyGraph = {
  of: 'downgrade',
  tables: [table('images', 1), table('tweets', 2), table('users', null), table('settings', 3)],
  keys: [
    key('images', 'tweet_id', 'tweets'),
    key('tweets', 'user_id', 'users'),
    key('tweets', 'editor_id', 'users'),
    key('tweets', 'answers_id', 'tweets'),
  ],
};

function layout(available: number): GraphLayout {
  return layoutGraph(
    graph,
    new Map(graph.tables.map(({ id }) => [id, { width: 80, height: 26 }])),
    available,
  );
}

function place(laidOut: GraphLayout, label: string): PlacedTable {
  const found = laidOut.tables.find(({ id }) => id === `id ${label}`);
  if (found === undefined) throw new Error(`${label} is not there`);
  return found;
}

test('what is dropped first comes first: from the left where it fits, else from the top', () => {
  const wide = layout(600);
  expect(place(wide, 'images').x).toBeLessThan(place(wide, 'tweets').x);
  expect(place(wide, 'tweets').x).toBeLessThan(place(wide, 'users').x);
  const narrow = layout(150);
  expect(place(narrow, 'images').y).toBeLessThan(place(narrow, 'tweets').y);
  expect(place(narrow, 'tweets').y).toBeLessThan(place(narrow, 'users').y);
  expect(narrow.width).toBeLessThanOrEqual(150);
});

test.each([150, 600])('at %i wide no two tables overlap, and all is within the drawing', (available) => {
  const laidOut = layout(available);
  for (const one of laidOut.tables) {
    expect(one.x).toBeGreaterThanOrEqual(0);
    expect(one.y).toBeGreaterThanOrEqual(0);
    expect(one.x + one.width).toBeLessThanOrEqual(laidOut.width);
    expect(one.y + one.height).toBeLessThanOrEqual(laidOut.height);
    for (const other of laidOut.tables) {
      if (one === other) continue;
      const beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
      const below = one.y + one.height <= other.y || other.y + other.height <= one.y;
      expect(beside || below).toBe(true);
    }
  }
});

test('each key runs from the edge of its table to the edge of the other', () => {
  const laidOut = layout(600);
  expect(laidOut.keys).toHaveLength(graph.keys.length);
  for (const { key: one, points } of laidOut.keys) {
    expect(
      isOnEdge(
        points[0],
        laidOut.tables.find(({ id }) => id === one.from),
      ),
    ).toBe(true);
    expect(
      isOnEdge(
        points.at(-1),
        laidOut.tables.find(({ id }) => id === one.to),
      ),
    ).toBe(true);
  }
});

function isOnEdge(point: { x: number; y: number } | undefined, box: PlacedTable | undefined): boolean {
  if (point === undefined || box === undefined) return false;
  const across = Math.abs(point.x - (box.x + box.width / 2)) / (box.width / 2);
  const down = Math.abs(point.y - (box.y + box.height / 2)) / (box.height / 2);
  return Math.abs(Math.max(across, down) - 1) < 0.01;
}

test('tables are grouped by the keys that hold them together', () => {
  const names = groups(graph).map(({ tables }) => tables.map(({ label }) => label));
  expect(names).toEqual([['images', 'tweets', 'users'], ['settings']]);
});

test('only what goes, or is held by a key, is shown', () => {
  const bystander = { ...graph, tables: [...graph.tables, table('logs', null)] };
  expect(involved(bystander).tables.map(({ label }) => label)).toEqual([
    'images',
    'tweets',
    'users',
    'settings',
  ]);
});

test('a table is told in words, beginning with what it shows', () => {
  const [, tweets, users] = graph.tables;
  if (tweets === undefined || users === undefined) throw new Error('no tables');
  expect(tableWords(tweets, graph)).toBe(
    '2 tweets: dropped as number 2; its user_id references users; its editor_id references users; ' +
      'its answers_id references the table itself; referenced by tweet_id of images',
  );
  expect(tableWords(users, graph)).toBe(
    'users: stays; referenced by user_id of tweets; referenced by editor_id of tweets',
  );
});

test('a key is told by its columns', () => {
  const composite = key('a', 'x', 'b', { columns: ['x', 'y'], referencedColumns: ['p', 'q'] });
  expect(keyWords(composite, 'a', 'b')).toBe('a (x, y) → b (p, q)');
  expect(keyWords(key('a', 'x', 'b'), 'a', 'b')).toBe('a.x → b.id');
});

test('the legend tells only what is drawn', () => {
  expect(legend(graph)).toBe(
    'An arrow leads from a table to the one that its key references. Dashed: stays.',
  );
  expect(legend({ ...graph, tables: [], keys: [key('a', 'x', 'b', { inCircle: true })] })).toContain(
    'circle',
  );
  expect(legend({ ...graph, tables: [], keys: [] })).toBe('');
});

test('a line is drawn with rounded corners, and ends in a head that points along it', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 20, y: 0 },
    { x: 20, y: 20 },
  ];
  expect(pathThrough(points)).toBe('M0,0L12,0Q20,0 20,8L20,20');
  expect(headOf(points)).toBe('M20,20L17,14L23,14Z');
  expect(middleOf(points)).toEqual({ x: 20, y: 0 });
  expect(pathThrough([])).toBe('');
});
