import { chosenName } from '../../names';
import type { CreateTable, ForeignKey, Operation, TableName } from '../../operations';
import { label } from '../../sentences';
import { code, codes, text } from '../../text';
import type { Fix } from '../../edits';
import type { Context, Moment } from '../context';
import { atBeginning, atEnd, fixOf } from '../fixes/changes';
import { pythonString } from '../fixes/python-tokens';
import { sqlalchemy } from '../links';
import type { Draft, Rule } from '../rule';
import { tableIn } from '../world';

export const missingUseAlterKey: Rule = {
  number: 42,
  name: 'missing-use-alter-key',
  also: [],
  severity: 'danger',
  why: {
    text: text`Two tables that reference each other cannot both be created with their keys. ${code('use_alter=True')} asks for the key to be added afterwards; Alembic leaves it out of the table but does not write the step that adds it.`,
    link: sqlalchemy('core/constraints.html#creating-dropping-foreign-key-constraints-via-alter'),
  },
  find: (context) =>
    context.upgrade.flatMap((moment): Draft[] => {
      const { operation, where, number: step } = moment;
      if (operation.kind !== 'create_table') return [];
      return operation.foreignKeys
        .filter((key) => key.useAlter && !isMade(context, moment, operation, key))
        .map((key) => ({
          where,
          step,
          sentence: text`Leaves out the foreign key from ${codes(key.columns)} of ${label(operation)} to ${label(key.referenced)} (${code('use_alter=True')}), and no step adds it: the database will not have it.`,
          fixes: context.standing === 'applied' ? [] : addKey(context, operation, key),
        }));
    }),
};

function isMade(
  { downgrade, end, standing }: Context,
  moment: Moment,
  table: CreateTable,
  key: ForeignKey,
): boolean {
  const added = moment.all.some((other) => isKeyOf(other, table, key));
  if (added || standing !== 'applied') return added;
  const world = downgrade[0]?.before ?? end;
  return tableIn(world, table)?.foreignKeys.some((one) => one.columns.join() === key.columns.join()) === true;
}

function isKeyOf(operation: Operation, table: TableName, key: ForeignKey): boolean {
  return (
    operation.kind === 'create_foreign_key' &&
    operation.table === table.table &&
    operation.schema === table.schema &&
    operation.key.columns.join() === key.columns.join()
  );
}

/** The step that is missing, and the one that takes it back: first of all, since no table of a circle can go before. */
function addKey({ source, revision }: Context, table: CreateTable, key: ForeignKey): Fix[] {
  const { op } = source;
  const name = key.name ?? chosenName(table.table, key.columns, 'fkey');
  if (op === null) return [];
  const named = (option: string, value: string | null): string[] =>
    value === null ? [] : [`${option}=${pythonString(value)}`];
  const create = [
    pythonString(name),
    pythonString(table.table),
    pythonString(key.referenced.table),
    names(key.columns),
    names(key.referencedColumns),
    ...named('source_schema', table.schema),
    ...named('referent_schema', key.referenced.schema),
    ...named('onupdate', key.onUpdate),
    ...named('ondelete', key.onDelete),
    ...(key.deferrable ? ['deferrable=True'] : []),
  ];
  const drop = [
    pythonString(name),
    pythonString(table.table),
    ...named('schema', table.schema),
    "type_='foreignkey'",
  ];
  const isDropped = revision.downgrade.some(
    (operation) =>
      operation.kind === 'drop_constraint' && operation.table === table.table && operation.name === name,
  );
  return fixOf(
    `Add the missing key \`${name}\` at the end of the upgrade`,
    atEnd(source, 'upgrade', `${op}.create_foreign_key(${create.join(', ')})`),
    isDropped ? [] : atBeginning(source, 'downgrade', `${op}.drop_constraint(${drop.join(', ')})`),
  );
}

function names(columns: readonly string[]): string {
  return `[${columns.map(pythonString).join(', ')}]`;
}
