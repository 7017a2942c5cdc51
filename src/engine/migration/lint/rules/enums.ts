import { bareName, schemaOf } from '../../catalog';
import type { Fix } from '../../edits';
import type { AddColumn, AlterColumn, CreateTable, EnumType, Operation } from '../../operations';
import { label as tableLabel } from '../../sentences';
import { code, text } from '../../text';
import type { Context, Moment } from '../context';
import { enumsMade, evolve } from '../evolve';
import { fixOf } from '../fixes/changes';
import { createEnum, dropEnum, dropEnumBefore } from '../fixes/enum-types';
import { postgres, sqlalchemy } from '../links';
import { allSteps, type Draft, type Rule } from '../rule';
import { enumIdOf, enumOf, usersOf, type EnumId, type World } from '../world';

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
  if (operation.kind === 'create_table') return enumsMade(before, operation.columns);
  if (operation.kind !== 'execute') return [];
  return [...evolve(before, operation).enums].filter((type) => !before.enums.has(type));
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

/** The first `create_table` of a command with a type makes it without asking whether it is there. */
function alreadyThere(context: Context): Draft[] {
  return [...context.upgrade, ...context.downgrade].flatMap((moment): Draft[] => {
    const { operation, before, passed, where, number: step } = moment;
    if (passed || operation.kind !== 'create_table') return [];
    const types = createdBy(operation, before).filter((type) => before.enums.has(type));
    return types.map((type): Draft => {
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
  find: allSteps(['add_column', 'alter_column', 'create_table'], (operation, moment, context) => {
    const { before, passed, where } = moment;
    const missing = typesNeeded(operation, before).find(
      ({ type }) => !before.enums.has(enumIdOf(before, type) ?? ''),
    );
    const id = missing === undefined ? null : enumIdOf(before, missing.type);
    if (missing === undefined || id === null || passed) return null;
    const certain = before.complete;
    const what = text`The column ${code(missing.column)} of ${tableLabel(operation)} is of the enum type ${code(label(before, id))}, which nothing has created`;
    const drops = where === 'upgrade' && !dropsLater(context, id);
    return {
      sentence: certain ? text`${what}: this ${where} will fail.` : text`${what} here.`,
      severity: certain ? 'fails' : 'danger',
      sqlstate: certain ? '42704' : null,
      fixes: createEnum(context.source, operation, missing.type, drops),
    };
  }),
};

/** The enum types that have to be there already: all but those that `create_table` makes along with its columns. */
function typesNeeded(
  operation: AddColumn | AlterColumn | CreateTable,
  before: World,
): { column: string; type: EnumType }[] {
  switch (operation.kind) {
    case 'add_column':
      return needed(operation.column.name, operation.column.type.enum);
    case 'alter_column':
      return needed(operation.column, operation.changes.type?.enum ?? null);
    case 'create_table': {
      const made = enumsMade(before, operation.columns);
      return operation.columns.flatMap(({ name, type }) =>
        made.includes(enumOf(before, type) ?? '') && type.enum?.createsType === true
          ? []
          : needed(name, type.enum),
      );
    }
  }
}

function needed(column: string, type: EnumType | null): { column: string; type: EnumType }[] {
  return type === null || type.name === null ? [] : [{ column, type }];
}

function dropsLater({ downgrade }: Context, type: EnumId): boolean {
  return downgrade.some(({ operation, before }) => {
    if (operation.kind !== 'execute') return false;
    // Whether it is there at that point does not matter.
    const there = { ...before, enums: new Set([...before.enums, type]) };
    return !evolve(there, operation).enums.has(type);
  });
}

function nameOf({ names }: World, type: EnumId): [string, string | null] {
  const schema = schemaOf(type);
  return [bareName(type), schema === names.defaultSchema ? null : schema];
}

function label(world: World, type: EnumId): string {
  const [name, schema] = nameOf(world, type);
  return schema === null ? name : `${schema}.${name}`;
}
