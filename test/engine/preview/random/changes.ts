import fc from 'fast-check';
import { addKey, columnPlans, keyPlans, made, modelSets } from './model-sets';
import { newColumn, type ColumnModel, type KeyModel, type ModelSet, type TableModel } from './models';

/** What a student does to the models; the numbers choose where, modulo what there is. */
const change = fc.record({
  what: fc.constantFrom(
    ...(['remove table', 'remove table', 'add table', 'rename table', 'move table'] as const),
    ...(['add column', 'remove column', 'rename column', 'change type', 'change nullable'] as const),
    ...(['add key', 'remove key', 'change key', 'add index', 'remove index', 'add unique'] as const),
    ...(['remove unique', 'add check', 'add label', 'comment', 'remove all'] as const),
  ),
  on: fc.nat(),
  part: fc.nat(),
  column: columnPlans,
  key: keyPlans,
});
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

/** Models, and what has become of them. */
export const pairs: fc.Arbitrary<{ before: ModelSet; after: ModelSet }> = fc
  .record({ before: modelSets, changes: fc.array(change, { maxLength: 8, size: 'max' }) })
  .map(({ before, changes }) => {
    const after = changes.reduce(changed, before);
    return { before, after: { ...after, tables: tidied(after.tables) } };
  });

function changed(set: ModelSet, plan: Change): ModelSet {
  const { what, on, part } = plan;
  const { tables } = set;
  const chosen = tables[on % tables.length];
  if (what === 'add table' || chosen === undefined) return { ...set, tables: [...tables, added(set, plan)] };
  if (what === 'remove all') return { ...set, tables: part % 2 === 0 ? [] : tables.slice(0, 1) };
  if (what === 'remove table') return { ...set, tables: tables.filter((table) => table !== chosen) };
  if (what === 'add label') {
    const enums = set.enums.map((one, place) =>
      place === part % set.enums.length ? { ...one, labels: [...one.labels, `more ${part % 5}`] } : one,
    );
    return { ...set, enums };
  }
  const table = structuredClone(chosen);
  alter(table, set, plan);
  return { ...set, tables: tables.map((one) => (one === chosen ? table : one)) };
}

function added({ tables, enums }: ModelSet, { on, part, column, key }: Change): TableModel {
  const id = 1 + Math.max(-1, ...tables.map((table) => table.id));
  const made_ = {
    ...{ id, schema: null, name: `new_${id}`, plain: part % 4 === 0, comment: null },
    columns: [
      { ...newColumn('id', 'db.Integer'), primaryKey: true, nullable: false },
      made(column, 'extra', enums),
    ],
    ...{ keys: [], uniques: [], indexes: [], checks: [] },
  };
  const target = tables[on % tables.length];
  if (target !== undefined) addKey(made_, target, key, 0);
  return made_;
}

function alter(table: TableModel, { tables, enums }: ModelSet, { what, part, column, key }: Change): void {
  const plain = table.columns.filter((one) => !one.primaryKey);
  const chosen = plain[part % plain.length];
  const fresh = free(
    'extra',
    table.columns.map(({ name }) => name),
  );
  switch (what) {
    case 'rename table':
      table.name += ' 2';
      break;
    case 'move table':
      // To where it is, if the project has no other schemas.
      table.schema = tables.find(({ schema }) => schema !== table.schema)?.schema ?? table.schema;
      break;
    case 'add column':
      table.columns.push(made(column, fresh, enums));
      break;
    case 'remove column':
      table.columns = table.columns.filter((one) => one !== chosen);
      break;
    case 'rename column':
      if (chosen !== undefined) renameColumn(table, chosen, fresh);
      break;
    case 'change type':
      if (chosen !== undefined) {
        const { type, default: fallback } = made(column, '', enums);
        Object.assign(chosen, { type, default: fallback });
      }
      break;
    case 'change nullable':
      if (chosen !== undefined) chosen.nullable = !chosen.nullable;
      break;
    case 'add key': {
      const target = tables[part % tables.length];
      const number = part % 1000;
      if (
        target !== undefined &&
        !table.columns.some(({ name }) => name.startsWith(`to_${target.id}_${number}_`))
      )
        addKey(table, target, key, number);
      break;
    }
    case 'remove key':
      table.keys.splice(part % (table.keys.length || 1), 1);
      break;
    case 'change key': {
      const found = table.keys[part % table.keys.length];
      if (found !== undefined) found.onDelete = found.onDelete === 'CASCADE' ? null : 'CASCADE';
      break;
    }
    case 'add index':
      if (chosen !== undefined) table.indexes.push(named(table, 'ix', chosen, { unique: part % 3 === 0 }));
      break;
    case 'remove index':
      table.indexes.splice(part % (table.indexes.length || 1), 1);
      break;
    case 'add unique':
      if (chosen !== undefined) {
        const made_ = named(table, 'uq', chosen, {});
        table.uniques.push(part % 3 === 0 ? { ...made_, name: null } : made_);
      }
      break;
    case 'remove unique':
      table.uniques.splice(part % (table.uniques.length || 1), 1);
      break;
    case 'add check':
      table.checks.push({ name: free('late', names(table)), condition: '1 < 2', columns: [] });
      break;
    default:
      table.comment = table.comment === null ? 'said later' : null;
  }
}

function named<Rest extends object>(
  table: TableModel,
  prefix: string,
  column: ColumnModel,
  rest: Rest,
): { name: string; columns: string[] } & Rest {
  return {
    name: free(`${prefix}_${table.id}_${column.name}`, names(table)),
    columns: [column.name],
    ...rest,
  };
}

function names({ uniques, indexes, checks }: TableModel): string[] {
  return [...uniques, ...indexes, ...checks].flatMap(({ name }) => name ?? []);
}

function free(name: string, taken: readonly string[]): string {
  let tried = name;
  for (let count = 2; taken.includes(tried); count += 1) tried = `${name}_${count}`;
  return tried;
}

function renameColumn(table: TableModel, column: ColumnModel, name: string): void {
  const within = (columns: string[]): string[] => columns.map((one) => (one === column.name ? name : one));
  for (const one of [...table.uniques, ...table.indexes, ...table.keys]) one.columns = within(one.columns);
  table.checks = table.checks.filter(({ columns }) => !columns.includes(column.name));
  column.name = name;
}

/** Without what refers to tables and columns that are gone. */
function tidied(tables: readonly TableModel[]): TableModel[] {
  return tables.map((table) => {
    const has = ({ columns }: { columns: string[] }): boolean =>
      columns.every((column) => table.columns.some(({ name }) => name === column));
    const reaches = ({ target, targetColumns }: KeyModel): boolean => {
      const found = tables.find(({ id }) => id === target);
      return targetColumns.every((column) => found?.columns.some(({ name }) => name === column) === true);
    };
    return {
      ...table,
      uniques: table.uniques.filter(has),
      indexes: table.indexes.filter((index) => has(index) && comparable(table, index.columns)),
      checks: table.checks.filter(has),
      keys: table.keys.filter((key) => has(key) && (key.target === -1 || reaches(key))),
    };
  });
}

/** No B-tree compares json. */
function comparable({ columns }: TableModel, names_: readonly string[]): boolean {
  return columns.every(({ name, type }) => !names_.includes(name) || type !== 'db.JSON');
}
