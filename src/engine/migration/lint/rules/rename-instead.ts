import type {
  AddColumn,
  Column,
  CreateTable,
  DropColumn,
  DropTable,
  Operation,
  TableName,
} from '../../operations';
import type { Fix } from '../../edits';
import { label } from '../../sentences';
import { code, text } from '../../text';
import type { Context, Moment } from '../context';
import { fixOf, remove, replace } from '../fixes/changes';
import { callAt } from '../fixes/python-calls';
import { lineOf, rangeOf, type PythonSource } from '../fixes/python-source';
import { pythonString } from '../fixes/python-tokens';
import { alembic } from '../links';
import { isOpaque } from '../../order/statements';
import type { Draft, Rule } from '../rule';
import { sameType } from '../types';
import { enumOf, tableIn, type SeenColumn, type World } from '../world';

export const looksLikeRename: Rule = {
  number: 41,
  name: 'looks-like-rename',
  also: [],
  severity: 'danger',
  why: {
    text: text`Alembic compares the models with the database and cannot see that a thing has another name: it drops the one and adds the other, and what stood in it is lost. A rename keeps it.`,
    link: alembic('autogenerate.html#what-does-autogenerate-detect-and-what-does-it-not-detect'),
  },
  find: (context) => {
    // SQL of the revision's own may well carry the values over.
    if (context.upgrade.some(({ operation }) => isOpaque(operation))) return [];
    return [...columnPairs(context), ...tablePairs(context)];
  },
};

/** A column that goes and one of the same shape that comes; where several fit, none is taken for the other. */
function columnPairs(context: Context): Draft[] {
  const drops = movesOf(context, 'drop_column');
  const adds = movesOf(context, 'add_column');
  return drops.flatMap(({ operation: drop, moment }): Draft[] => {
    const old = shapeOf(context, drop, moment);
    if (old === null) return [];
    const sameTable = (other: TableName): boolean =>
      other.table === drop.table && other.schema === drop.schema;
    const fits = adds.filter(
      ({ operation: add }) => sameTable(add) && isAlike(moment.before, old, add.column),
    );
    const rivals = drops.filter(({ operation: other, moment: at }) => {
      const shape = sameTable(other) ? shapeOf(context, other, at) : null;
      return shape !== null && fits.some(({ operation: add }) => isAlike(at.before, shape, add.column));
    });
    const [add] = fits;
    if (add === undefined || fits.length > 1 || rivals.length > 1) return [];
    const [from, to] = [drop.column, add.operation.column.name];
    return [
      {
        where: 'upgrade',
        step: add.moment.number,
        sentence: text`Drops ${code(from)} of ${label(drop)} and adds ${code(to)}, of the same type: if that is meant as a rename, what stands in the column would be lost.`,
        fixes: context.standing === 'applied' ? [] : renameColumn(context, add.operation, drop),
      },
    ];
  });
}

/** A table that goes and one with the same columns that comes. */
function tablePairs(context: Context): Draft[] {
  const creates = movesOf(context, 'create_table');
  return movesOf(context, 'drop_table').flatMap(({ operation: drop, moment }): Draft[] => {
    const old = tableColumns(context, drop, moment);
    if (old === null || old.size === 0) return [];
    const fits = creates.filter(
      ({ operation: { columns, schema } }) =>
        schema === drop.schema &&
        columns.length === old.size &&
        columns.every((column) => {
          const known = old.get(column.name);
          return known !== undefined && isAlike(moment.before, known, column);
        }),
    );
    const [create] = fits;
    if (create === undefined || fits.length > 1) return [];
    return [
      {
        where: 'upgrade',
        step: create.moment.number,
        sentence: text`Drops the table ${label(drop)} and creates ${label(create.operation)} with the same columns: if that is meant as a rename, its rows would be lost.`,
        fixes: context.standing === 'applied' ? [] : renameTable(context, create.operation, drop),
      },
    ];
  });
}

function movesOf<Kind extends Operation['kind']>(
  { upgrade }: Context,
  kind: Kind,
): { operation: Extract<Operation, { kind: Kind }>; moment: Moment }[] {
  return upgrade.flatMap((moment) =>
    isOf(moment.operation, kind) ? { operation: moment.operation, moment } : [],
  );
}

function isOf<Kind extends Operation['kind']>(
  operation: Operation,
  kind: Kind,
): operation is Extract<Operation, { kind: Kind }> {
  return operation.kind === kind;
}

type Shape = Pick<SeenColumn, 'type' | 'enum' | 'nullable'>;

/** What a dropped column looked like: as the catalog has it, else as the downgrade makes it again. */
function shapeOf({ revision }: Context, drop: DropColumn, { before }: Moment): Shape | null {
  const known = tableIn(before, drop)?.columns.get(drop.column);
  if (known !== undefined) return known;
  const again = revision.downgrade.find(
    (other): other is AddColumn =>
      other.kind === 'add_column' &&
      other.table === drop.table &&
      other.schema === drop.schema &&
      other.column.name === drop.column,
  );
  return again === undefined ? null : asShape(before, again.column);
}

function tableColumns({ revision }: Context, drop: DropTable, { before }: Moment): Map<string, Shape> | null {
  const known = tableIn(before, drop);
  if (known?.isNew === true) return null;
  if (known !== null && known.columns.size > 0) return new Map(known.columns);
  const again = revision.downgrade.find(
    (other): other is CreateTable =>
      other.kind === 'create_table' && other.table === drop.table && other.schema === drop.schema,
  );
  return again === undefined
    ? null
    : new Map(again.columns.map((column) => [column.name, asShape(before, column)]));
}

function asShape(world: World, column: Column): Shape {
  return { type: column.type.sql, enum: enumOf(world, column.type), nullable: column.nullable };
}

function isAlike(world: World, old: Shape, column: Column): boolean {
  const made = asShape(world, column);
  const sameKind =
    old.enum !== null || made.enum !== null ? old.enum === made.enum : sameType(old.type, made.type);
  return sameKind && old.nullable === made.nullable && column.generated === null;
}

/** One call for the two, in both functions: whatever the downgrade does instead of the opposite is left alone. */
function renameColumn({ source, revision }: Context, add: AddColumn, drop: DropColumn): Fix[] {
  const [from, to] = [drop.column, add.column.name];
  const back = revision.downgrade.filter(
    (other): other is AddColumn =>
      other.kind === 'add_column' && other.table === add.table && other.column.name === from,
  );
  const away = revision.downgrade.filter(
    (other): other is DropColumn =>
      other.kind === 'drop_column' && other.table === add.table && other.column === to,
  );
  const [addBack, dropBack] = [back[0], away[0]];
  if (addBack === undefined || dropBack === undefined || back.length + away.length > 2) return [];
  const renamed = (call: AddColumn, before: string, after: string): string => {
    const table = call.batch ? [] : [pythonString(call.table)];
    const schema = call.batch || call.schema === null ? [] : [`schema=${pythonString(call.schema)}`];
    const names = [...table, pythonString(before), `new_column_name=${pythonString(after)}`, ...schema];
    return `alter_column(${names.join(', ')})`;
  };
  return fixOf(
    `Rename \`${from}\` to \`${to}\` instead`,
    callInstead(source, add, renamed(add, from, to)),
    remove(source, [drop]),
    callInstead(source, addBack, renamed(addBack, to, from)),
    remove(source, [dropBack]),
  );
}

function renameTable({ source, revision }: Context, create: CreateTable, drop: DropTable): Fix[] {
  const { schema } = create;
  const back = revision.downgrade.find(
    (other): other is CreateTable =>
      other.kind === 'create_table' && other.table === drop.table && other.schema === schema,
  );
  const away = revision.downgrade.find(
    (other): other is DropTable =>
      other.kind === 'drop_table' && other.table === create.table && other.schema === schema,
  );
  if (back === undefined || away === undefined) return [];
  const renamed = (before: string, after: string): string => {
    const within = schema === null ? [] : [`schema=${pythonString(schema)}`];
    return `rename_table(${[pythonString(before), pythonString(after), ...within].join(', ')})`;
  };
  return fixOf(
    `Rename \`${drop.table}\` to \`${create.table}\` instead`,
    callInstead(source, create, renamed(drop.table, create.table)),
    remove(source, [drop]),
    callInstead(source, back, renamed(create.table, drop.table)),
    remove(source, [away]),
  );
}

/** Another call of the same `op` or `batch_op`, where the old one is a statement of its own. */
function callInstead(source: PythonSource, { span }: Operation, instead: string): ReturnType<typeof remove> {
  const call = callAt(source, span);
  if (call === null || span === null) return null;
  const range = rangeOf(source, span);
  if (lineOf(source, range) === null) return null;
  const owner = call.callee.slice(0, call.callee.lastIndexOf('.') + 1);
  return replace(source, range.from, range.to, owner + instead);
}
