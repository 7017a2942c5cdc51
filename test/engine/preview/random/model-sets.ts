import fc from 'fast-check';
import {
  newColumn,
  SCHEMAS,
  type ColumnModel,
  type EnumModel,
  type ModelSet,
  type TableModel,
} from './models';
import { COLUMNS, COMPUTED, ENUMS, IDENTITY, ON_DELETE, PRIMARY_KEYS, TABLES, TYPES } from './vocabulary';

/** One time in so many. */
const rarely = (times: number): fc.Arbitrary<boolean> => fc.nat(times - 1).map((one) => one === times - 1);

const plainColumn = fc.record({
  type: fc.nat(),
  /** One column in six is of an enum type. */
  isEnum: rarely(6),
  nullable: rarely(3).map((no) => !no),
  hasDefault: rarely(4),
  unique: rarely(8),
  index: rarely(8),
  comment: rarely(10),
  computed: rarely(16),
});

const key = fc.record({
  target: fc.nat(),
  /** Towards any table, so that circles come about; else to an earlier one or to the table itself. */
  anywhere: rarely(8),
  itself: rarely(8),
  /** Onto a unique constraint, where the table has one, rather than onto its primary key. */
  toUnique: rarely(6),
  onDelete: fc.constantFrom(...ON_DELETE),
  deferred: rarely(10),
  named: fc.boolean(),
  useAlter: rarely(8),
  primaryKey: rarely(4),
});

const table = fc.record({
  schema: fc.nat(),
  primaryKey: fc.nat(PRIMARY_KEYS.length - 1),
  identity: rarely(8),
  plain: rarely(5),
  columns: fc.array(plainColumn, { maxLength: 4 }),
  keys: fc.array(key, { maxLength: 3 }),
  constraints: fc.array(
    fc.record({
      kind: fc.constantFrom('unique', 'index', 'unique index', 'check'),
      columns: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
      named: fc.boolean(),
      /** A name that PostgreSQL would cut off. */
      long: rarely(120),
    }),
    { maxLength: 2 },
  ),
  comment: rarely(8),
});
type TablePlan = typeof table extends fc.Arbitrary<infer Plan> ? Plan : never;
type KeyPlan = TablePlan['keys'][number];
type ColumnPlan = TablePlan['columns'][number];

/** A set of models: which is small, and simple, is what fast-check comes down to. */
export const modelSets: fc.Arbitrary<ModelSet> = fc
  .record({
    tables: fc.array(table, { minLength: 1, maxLength: 12, size: 'max' }),
    schemas: rarely(3),
    /** Tables of one name in two schemas. */
    twins: rarely(2),
    first: fc.nat(TABLES.length - 1),
    /** A key to a table that no model has. */
    lost: rarely(25),
  })
  .map(({ tables: plans, schemas, twins, first, lost }) => {
    const enums = ENUMS.filter((one) => schemas || one.schema === null);
    const tables: TableModel[] = [];
    for (const [id, plan] of plans.entries()) tables.push(bare(id, plan, { schemas, first, enums }));
    if (schemas && twins) nameTwins(tables);
    for (const [id, plan] of plans.entries()) addKeys(tables, id, plan.keys);
    if (lost && tables[0] !== undefined) addLostKey(tables[0]);
    return { enums: enums.map((one) => ({ ...one })), tables };
  });

/** A table without its keys. */
function bare(
  id: number,
  plan: TablePlan,
  { schemas, first, enums }: { schemas: boolean; first: number; enums: EnumModel[] },
): TableModel {
  const schema = schemas ? ([null, ...SCHEMAS][(plan.schema + id) % 3] ?? null) : null;
  const primary = (PRIMARY_KEYS[plan.primaryKey] ?? []).map(([name, type]) => ({
    ...newColumn(name, type),
    primaryKey: true,
    nullable: false,
    extra: plan.identity && type === 'db.Integer' ? IDENTITY : null,
  }));
  const taken = new Set(primary.map(({ name }) => name));
  const names = COLUMNS.filter((name) => !taken.has(name));
  const columns = plan.columns.map((column, place) => made(column, names[place] ?? '', enums));
  const model: TableModel = {
    id,
    schema,
    name: TABLES[(first + id) % TABLES.length] ?? '',
    plain: plan.plain,
    columns: [...primary, ...columns],
    keys: [],
    uniques: [],
    indexes: [],
    checks: [],
    comment: plan.comment ? `what's "in" it` : null,
  };
  for (const [number, constraint] of plan.constraints.entries()) addConstraint(model, constraint, number);
  return model;
}

/** Every second table is called like the one before, where that lies in another schema. */
function nameTwins(tables: readonly TableModel[]): void {
  for (const [place, table] of tables.entries()) {
    const other = tables[place - 1];
    if (place % 2 === 1 && other !== undefined && other.schema !== table.schema) table.name = other.name;
  }
}

/** A column by plan. */
export function made(plan: ColumnPlan, name: string, enums: readonly EnumModel[]): ColumnModel {
  const [type, fallback] = TYPES[plan.type % TYPES.length] ?? ['db.Integer', null];
  const number = plan.type % enums.length;
  const label = enums[number]?.labels[0] ?? '';
  const suits = plan.isEnum || !/JSON\b|ARRAY/.test(type);
  if (plan.computed) return { ...newColumn(name, 'db.Integer'), extra: COMPUTED };
  return {
    ...newColumn(name, plan.isEnum ? number : type),
    nullable: plan.nullable,
    default: plan.hasDefault ? (plan.isEnum ? JSON.stringify(label) : fallback) : null,
    // No operator class of a B-tree compares json.
    unique: plan.unique && suits,
    index: plan.index && suits,
    comment: plan.comment ? `says: 100% "${name}"` : null,
  };
}
export { plainColumn as columnPlans };

function addConstraint(
  model: TableModel,
  { kind, columns: places, named, long }: TablePlan['constraints'][number],
  number: number,
): void {
  // No B-tree compares json; and there are none of virtual columns.
  const able = model.columns.filter(({ type, extra }) => type !== 'db.JSON' && extra !== COMPUTED);
  const columns = [...new Set(places.map((place) => able[place % able.length]?.name ?? ''))];
  const name = `${model.name}_${kind.replace(' ', '_')}_${number}${long ? '_and_on'.repeat(8) : ''}`;
  if (kind === 'unique') model.uniques.push({ name: named ? name : null, columns });
  else if (kind === 'check')
    model.checks.push({
      name: named ? name : null,
      condition: columns.map((column) => `"${column}" IS NOT NULL`).join(' OR '),
      columns,
    });
  else model.indexes.push({ name, columns, unique: kind !== 'index' });
}

function addKeys(tables: TableModel[], id: number, plans: readonly KeyPlan[]): void {
  for (const [number, plan] of plans.entries()) {
    const owner = tables[id];
    // What lies between two tables is seldom referenced itself.
    const earlier = tables.slice(0, id || 1).filter((table) => !table.plain);
    const among = plan.anywhere || earlier.length === 0 ? tables : earlier;
    const target = plan.itself ? owner : among[plan.target % among.length];
    if (owner !== undefined && target !== undefined) addKey(owner, target, plan, number);
  }
}

/** A key with columns of its own, of the types of those that it references. */
export function addKey(owner: TableModel, target: TableModel, plan: KeyPlan, number: number): void {
  const unique = plan.toUnique ? target.columns.find((column) => column.unique) : undefined;
  const referenced = unique === undefined ? target.columns.filter(isOwnKey) : [unique];
  if (referenced.length === 0) return;
  const columns = referenced.map((column) => ({
    ...newColumn(`to_${target.id}_${number}_${column.name}`, column.type),
    // Like a table between two others: what refers to them is its primary key.
    primaryKey: plan.primaryKey && owner.plain,
    nullable: !(plan.primaryKey && owner.plain),
  }));
  owner.columns.push(...columns);
  owner.keys.push({
    name: plan.named || plan.useAlter ? `fk_${owner.id}_${number}_${target.id}` : null,
    columns: columns.map(({ name }) => name),
    target: target.id,
    targetColumns: referenced.map(({ name }) => name),
    onDelete: plan.onDelete,
    deferred: plan.deferred,
    useAlter: plan.useAlter,
  });
}
export { key as keyPlans };

/** Part of the primary key, and no key to another table: those would have to be followed. */
function isOwnKey({ primaryKey, name }: ColumnModel): boolean {
  return primaryKey && !name.startsWith('to_');
}

function addLostKey(owner: TableModel): void {
  owner.columns.push(newColumn('lost_id', 'db.Integer'));
  const key = { name: null, columns: ['lost_id'], target: -1, targetColumns: ['id'] };
  owner.keys.push({ ...key, onDelete: null, deferred: false, useAlter: false });
}
