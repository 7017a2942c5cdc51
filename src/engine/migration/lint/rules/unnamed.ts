import { chosenName } from '../../names';
import type { Operation, TableName } from '../../operations';
import { label } from '../../sentences';
import { code, text } from '../../text';
import { pairUp } from '../../reverses';
import type { Fix } from '../../edits';
import type { Context, Moment } from '../context';
import { fixOf, replace } from '../fixes/changes';
import { argument, callAt } from '../fixes/python-calls';
import type { PythonSource } from '../fixes/python-source';
import { pythonString } from '../fixes/python-tokens';
import { alembic } from '../links';
import type { Draft, Rule } from '../rule';
import { tableIn } from '../world';

export const unnamedConstraint: Rule = {
  number: 40,
  name: 'unnamed-constraint',
  also: [],
  severity: 'fails',
  why: {
    text: text`A constraint can be dropped only by its name. Where the revision leaves the name to PostgreSQL, Alembic does not know it and writes ${code('drop_constraint(None, ...)')}, which it cannot run itself.`,
    link: alembic('naming.html'),
  },
  find: (context) => {
    const pairs = pairUp(context.revision.upgrade, context.revision.downgrade);
    return [...context.upgrade, ...context.downgrade].flatMap((moment): Draft[] => {
      const { operation, where, number: step, passed } = moment;
      if (operation.kind !== 'drop_constraint' || operation.name !== null || passed) return [];
      const reversed = where === 'downgrade' ? (pairs[step - 1] ?? null) : null;
      const creation = reversed === null ? undefined : context.upgrade[reversed];
      return [
        {
          where,
          step,
          sentence: text`Drops a constraint of ${label(operation)} without saying which: this ${where} will fail.`,
          fixes: creation === undefined ? [] : namingFixes(context, creation, moment),
        },
      ];
    });
  },
};

/** A name for the constraint, where it is made and where it is dropped: the one that PostgreSQL would choose. */
function namingFixes({ source, standing, end, downgrade }: Context, creation: Moment, drop: Moment): Fix[] {
  const made = parts(creation.operation);
  if (made === null || drop.operation.kind !== 'drop_constraint') return [];
  if (drop.operation.type !== null && drop.operation.type !== made.type) return [];
  // Once it is applied, the database has the name already.
  const taken = standing === 'applied' ? [] : (tableIn(creation.before, made.table)?.constraints ?? []);
  const before = downgrade[0]?.before ?? end;
  const standingKey = tableIn(before, made.table)?.foreignKeys.find(
    (key) => made.type === 'foreignkey' && key.columns.join() === made.columns.join(),
  );
  const name =
    standing === 'applied' && standingKey !== undefined
      ? standingKey.name
      : free(chosenName(made.table.table, made.columns, made.suffix), taken);
  return fixOf(
    `Name the constraint \`${name}\``,
    named(source, creation.operation, name),
    named(source, drop.operation, name),
  );
}

interface Made {
  table: TableName;
  columns: readonly string[];
  type: 'foreignkey' | 'unique' | 'check' | 'primary';
  suffix: 'fkey' | 'key' | 'pkey' | 'check';
}

function parts(operation: Operation): Made | null {
  switch (operation.kind) {
    case 'create_foreign_key':
      return { table: operation, columns: operation.key.columns, type: 'foreignkey', suffix: 'fkey' };
    case 'create_unique_constraint':
      return { table: operation, columns: operation.constraint.columns, type: 'unique', suffix: 'key' };
    case 'create_primary_key':
      return { table: operation, columns: [], type: 'primary', suffix: 'pkey' };
    case 'create_check_constraint':
      return { table: operation, columns: [], type: 'check', suffix: 'check' };
    default:
      return null;
  }
}

/** PostgreSQL counts on where a name is taken. */
function free(name: string, taken: readonly string[]): string {
  let tried = name;
  for (let number = 1; taken.includes(tried); number += 1) tried = `${name}${number}`;
  return tried;
}

/** Writes the name where the call says None. */
function named(source: PythonSource, { span }: Operation, name: string): ReturnType<typeof replace> | null {
  const call = callAt(source, span);
  const given = call === null ? null : argument(call, 0, 'constraint_name');
  if (given?.value.text !== 'None') return null;
  return replace(source, given.value.from, given.value.to, pythonString(name));
}
