import { label } from '../../sentences';
import { code, text } from '../../text';
import { postgres } from '../links';
import { upgradeSteps, type Rule } from '../rule';
import { sqlRemarks } from '../sql-remarks';
import { tableIn } from '../world';

export const renamingTable: Rule = {
  number: 6,
  name: 'renaming-table',
  also: ['BC101'],
  severity: 'caution',
  why: {
    text: text`The rows stay, but a program that still runs with the old models asks for the old name and fails. Where it must not stop, first give the new name a view or a table of its own.`,
    link: postgres('ddl-alter.html#DDL-ALTER-RENAMING-TABLE'),
  },
  find: upgradeSteps(['rename_table'], (operation, { before }) =>
    tableIn(before, operation)?.isNew === true
      ? null
      : {
          sentence: text`Renames ${label(operation)} to ${code(operation.newName)}: whatever still asks for ${label(operation)} fails from then on.`,
        },
  ),
};

export const renamingColumn: Rule = {
  number: 7,
  name: 'renaming-column',
  also: ['BC102'],
  severity: 'caution',
  why: {
    text: text`What stands in the column stays, but a program that still runs with the old models selects the old name and fails. Where it must not stop, add a new column, fill it, and drop the old one later.`,
    link: postgres('ddl-alter.html#DDL-ALTER-RENAMING-COLUMN'),
  },
  find: upgradeSteps(['alter_column'], (operation, { before }) => {
    const { name } = operation.changes;
    if (name === undefined || name === operation.column || tableIn(before, operation)?.isNew === true)
      return null;
    return {
      sentence: text`Renames the column ${code(operation.column)} of ${label(operation)} to ${code(name)}: whatever still asks for ${code(operation.column)} fails from then on.`,
    };
  }),
};

export const renameSchema: Rule = {
  number: 8,
  name: 'rename_schema',
  also: [],
  severity: 'caution',
  why: {
    text: text`Every statement that names the schema, and every search path that leads to it, fails once it has another name.`,
    link: postgres('sql-alterschema.html'),
  },
  find: sqlRemarks((kind) =>
    kind.does === 'rename schema'
      ? {
          sentence: text`Renames the schema ${code(kind.from)} to ${code(kind.to)}: whatever still asks for ${code(kind.from)} fails from then on.`,
        }
      : null,
  ),
};

export const renameEnumValue: Rule = {
  number: 9,
  name: 'rename_enum_value',
  also: [],
  severity: 'caution',
  why: {
    text: text`The rows show the new label at once, and a program that still writes or expects the old one fails.`,
    link: postgres('sql-altertype.html'),
  },
  find: sqlRemarks((kind) =>
    kind.does === 'rename value'
      ? {
          sentence: text`Renames the label ${code(kind.from)} of the enum type ${label(kind.type)} to ${code(kind.to)}: whatever still writes ${code(kind.from)} fails from then on.`,
        }
      : null,
  ),
};
