import { bareName, schemaOf } from '../../catalog';
import type { Fix } from '../../edits';
import type { EnumType, Operation } from '../../operations';
import { code, text } from '../../text';
import type { Context, Moment } from '../context';
import { fixOf } from '../fixes/changes';
import { createEnum, dropEnum, dropEnumBefore } from '../fixes/enum-types';
import { postgres, sqlalchemy } from '../links';
import { allSteps, type Draft, type Rule } from '../rule';
import { enumIdOf, usersOf, type EnumId, type World } from '../world';

export const enumLeftBehind: Rule = {
  number: 38,
  name: 'enum-left-behind',
  also: [],
  severity: 'danger',
  why: {
    text: text`An enum type is an object of its own. Alembic creates it along with the table, but drops only the table, so that the next upgrade finds the type there already and fails.`,
    link: postgres('datatype-enum.html'),
  },
  find: (context) => [...leftBehind(context), ...alreadyThere(context)],
};

/** Types that the upgrade makes and the downgrade leaves, though nothing uses them any more. */
function leftBehind(context: Context): Draft[] {
  const { start, end, upgrade, downgrade, revision } = context;
  if (revision.errors.length > 0) return [];
  const afterUpgrade = [...upgrade.flatMap(({ operation, before }) => createdBy(operation, before))];
  const made = new Set(afterUpgrade.filter((type) => !start.enums.has(type)));
  return [...made].flatMap((type): Draft[] => {
    const dropped = downgrade.findLast(({ operation, before }) => endsUseOf(operation, before, type));
    if (!end.enums.has(type) || usersOf(end, type).length > 0 || dropped === undefined) return [];
    return [
      {
        where: 'downgrade',
        step: dropped.number,
        sentence: text`Leaves the enum type ${code(label(end, type))} behind, which the upgrade creates: running the upgrade again will fail, since there is such a type already.`,
        fixes: fixOf(
          `Drop the type \`${label(end, type)}\` at the end of the downgrade`,
          dropEnum(context.source, 'downgrade', ...nameOf(end, type)),
        ),
      },
    ];
  });
}

function createdBy(operation: Operation, before: World): EnumId[] {
  if (operation.kind === 'create_table') {
    return operation.columns.flatMap(({ type }) =>
      type.enum?.createsType === true ? (enumIdOf(before, type.enum) ?? []) : [],
    );
  }
  if (operation.kind === 'execute' && operation.enumType?.action === 'create') {
    const { schema, name } = operation.enumType;
    return [enumIdOf(before, { name, schema, labels: [], createsType: true }) ?? ''];
  }
  return [];
}

/** The step takes away a column of this type, alone or with its table. */
function endsUseOf(operation: Operation, before: World, type: EnumId): boolean {
  if (operation.kind !== 'drop_table' && operation.kind !== 'drop_column') return false;
  return usersOf(before, type).some(
    (table) =>
      bareName(table) === operation.table &&
      schemaOf(table) === (operation.schema ?? before.names.defaultSchema),
  );
}

/** `create_table` makes its types without asking whether they are there. */
function alreadyThere(context: Context): Draft[] {
  return [...context.upgrade, ...context.downgrade].flatMap((moment): Draft[] => {
    const { operation, before, passed, where, number: step } = moment;
    if (passed || operation.kind !== 'create_table') return [];
    const types = createdBy(operation, before).filter((type) => before.enums.has(type));
    return [...new Set(types)].map((type): Draft => {
      const unused = usersOf(before, type).length === 0;
      const origin = unused && where === 'upgrade' ? ', perhaps left behind by an earlier downgrade' : '';
      return {
        where,
        step,
        sentence: text`Creates the enum type ${code(label(before, type))}, which is there already${origin}: this ${where} will fail.`,
        ...(before.complete ? { severity: 'fails', sqlstate: '42710' } : {}),
        fixes: unused ? dropFirst(context, moment, type) : [],
      };
    });
  });
}

/** A type that nothing uses can go: with the last table that used it, or else just before it is made anew. */
function dropFirst(
  { source, upgrade, standing }: Context,
  { operation, where, before }: Moment,
  type: EnumId,
): Fix[] {
  const name = label(before, type);
  if (where === 'upgrade') {
    const edits = dropEnumBefore(source, operation, ...nameOf(before, type));
    return fixOf(`Drop the unused type \`${name}\` first`, edits);
  }
  const isEnded = upgrade.some((moment) => endsUseOf(moment.operation, moment.before, type));
  if (!isEnded || standing === 'applied') return [];
  const edits = dropEnum(source, 'upgrade', ...nameOf(before, type));
  return fixOf(`Drop the type \`${name}\` at the end of the upgrade`, edits);
}

export const enumNotCreated: Rule = {
  number: 39,
  name: 'enum-not-created',
  also: [],
  severity: 'danger',
  why: {
    text: text`Alembic creates an enum type along with a table, but not for a column that is added to one. The revision has to create the type itself, before the column.`,
    link: sqlalchemy('dialects/postgresql.html#sqlalchemy.dialects.postgresql.ENUM.create'),
  },
  find: allSteps(['add_column'], (operation, moment, context) => {
    const { before, passed, where } = moment;
    const type = operation.column.type.enum;
    const id = type === null ? null : enumIdOf(before, type);
    if (type === null || id === null || passed || before.enums.has(id)) return null;
    const certain = before.complete;
    const what = text`Adds the column ${code(operation.column.name)} of the enum type ${code(label(before, id))}, which nothing has created`;
    const leaves = where === 'upgrade' && !dropsLater(context, id);
    return {
      sentence: certain ? text`${what}: this ${where} will fail.` : text`${what} here.`,
      severity: certain ? 'fails' : 'danger',
      sqlstate: certain ? '42704' : null,
      fixes: createEnum(context.source, operation, type as EnumType & { name: string }, leaves),
    };
  }),
};

function dropsLater({ downgrade }: Context, type: EnumId): boolean {
  return downgrade.some(
    ({ operation, before }) =>
      operation.kind === 'execute' &&
      operation.enumType?.action === 'drop' &&
      enumIdOf(before, { ...operation.enumType, labels: [], createsType: true }) === type,
  );
}

function nameOf({ names }: World, type: EnumId): [string, string | null] {
  const schema = schemaOf(type);
  return [bareName(type), schema === names.defaultSchema ? null : schema];
}

function label(world: World, type: EnumId): string {
  const [name, schema] = nameOf(world, type);
  return schema === null ? name : `${schema}.${name}`;
}
