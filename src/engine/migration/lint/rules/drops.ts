import { tableIn } from '../world';
import { label } from '../../sentences';
import { code, codes, text } from '../../text';
import type { CreateForeignKey, DropConstraint, Operation } from '../../operations';
import type { Moment } from '../context';
import { postgres } from '../links';
import { upgradeSteps, type Rule } from '../rule';
import { rowCount, rowsAt } from '../rows';
import { sqlRemarks } from '../sql-remarks';

export const banDropTable: Rule = {
  number: 1,
  name: 'ban-drop-table',
  also: ['DS102'],
  severity: 'danger',
  why: {
    text: text`A table that is dropped takes its rows along. A downgrade can make the table again, but never the rows.`,
    link: postgres('sql-droptable.html'),
  },
  find: upgradeSteps(['drop_table'], (operation, moment) => {
    const table = tableIn(moment.before, operation);
    if (table?.isNew === true) return null;
    const rows = rowsAt(moment, operation);
    if (rows === null && table !== null && !moment.passed) {
      return { sentence: text`Drops the table ${label(operation)}, which is empty.`, severity: 'caution' };
    }
    const loss =
      rows === null || rows.count === null
        ? text` and every row in it`
        : text`, which has ${rowCount(rows.count)}: ${rows.count === 1 ? 'it is' : 'they are'} lost`;
    return { sentence: text`Drops the table ${label(operation)}${loss}.` };
  }),
};

export const banDropColumn: Rule = {
  number: 2,
  name: 'ban-drop-column',
  also: ['DS103', 'remove_column'],
  severity: 'danger',
  why: {
    text: text`What stands in a dropped column is gone for good, and a program that still runs with the old models goes on selecting it. First stop using the column, then drop it.`,
    link: postgres('ddl-alter.html#DDL-ALTER-REMOVING-A-COLUMN'),
  },
  find: upgradeSteps(['drop_column'], (operation, moment) => {
    const table = tableIn(moment.before, operation);
    if (table?.isNew === true) return null;
    const what = text`Drops the column ${code(operation.column)} of ${label(operation)}`;
    const rows = rowsAt(moment, operation);
    if (rows === null && table !== null && !moment.passed) {
      return { sentence: text`${what}, which has no rows.`, severity: 'caution' };
    }
    if (rows === null || rows.count === null) return { sentence: text`${what} and what stands in it.` };
    return { sentence: text`${what}, which has ${rowCount(rows.count)}: what stands in it is lost.` };
  }),
};

export const schemaDropped: Rule = {
  number: 3,
  name: 'DS101 schema dropped',
  also: [],
  severity: 'danger',
  why: {
    text: text`With CASCADE, a schema that is dropped takes all of its tables and their rows along.`,
    link: postgres('sql-dropschema.html'),
  },
  find: sqlRemarks((kind) =>
    kind.does === 'drop schema'
      ? { sentence: text`Drops the schema ${codes(kind.names)}, with CASCADE also all that lies in it.` }
      : null,
  ),
};

export const foreignKeyDropped: Rule = {
  number: 4,
  name: 'CD101 foreign key dropped',
  also: [],
  severity: 'danger',
  why: {
    text: text`Without its foreign key a column may hold what references nothing, and nobody is told when such a row comes to be.`,
    link: postgres('ddl-constraints.html#DDL-CONSTRAINTS-FK'),
  },
  find: upgradeSteps(['drop_constraint'], (operation, moment) => {
    const known = tableIn(moment.before, operation)?.foreignKeys.find(({ name }) => name === operation.name);
    const isKey = operation.type === 'foreignkey' || (operation.type === null && known !== undefined);
    if (!isKey || operation.name === null || isMadeUpFor(operation, known?.columns ?? null, moment))
      return null;
    return {
      sentence: text`Drops the foreign key ${code(operation.name)} of ${label(operation)}: from then on nothing keeps its values right.`,
    };
  }),
};

/** The column or table goes too, or another key takes the place of this one. */
function isMadeUpFor(operation: DropConstraint, columns: readonly string[] | null, { all }: Moment): boolean {
  return all.some((other) => {
    if (!('table' in other) || other.table !== operation.table || other.schema !== operation.schema)
      return false;
    if (other.kind === 'drop_table') return true;
    if (other.kind === 'drop_column') return columns === null || columns.includes(other.column);
    return isKey(other) && (columns === null || other.key.columns.join() === columns.join());
  });
}

function isKey(operation: Operation): operation is CreateForeignKey {
  return operation.kind === 'create_foreign_key';
}
