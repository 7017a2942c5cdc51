import { label } from '../../sentences';
import { code, text } from '../../text';
import { alembic, postgres } from '../links';
import type { Rule } from '../rule';
import { sqlRemarks } from '../sql-remarks';

export const requireEnumValueOrdering: Rule = {
  number: 28,
  name: 'require-enum-value-ordering',
  also: [],
  severity: 'caution',
  why: {
    text: text`Labels sort in the order in which they were declared, and that order is fixed for ever. ${code('BEFORE')} or ${code('AFTER')} says where the new one belongs.`,
    link: postgres('sql-altertype.html'),
  },
  find: sqlRemarks((kind) =>
    kind.does === 'add value' && !kind.placed
      ? {
          sentence: text`Adds the label ${code(kind.label)} to ${label(kind.type)} without a place: it sorts behind all the others for ever.`,
        }
      : null,
  ),
};

export const uninspectableSql: Rule = {
  number: 35,
  name: 'execute with SQL that cannot be inspected',
  also: [],
  severity: 'caution',
  why: {
    text: text`What a block of code or a procedure does shows only when it runs. What is said here of the other steps leaves it out.`,
    link: alembic('ops.html#alembic.operations.Operations.execute'),
  },
  find: sqlRemarks((kind) =>
    kind.does === 'unknown'
      ? {
          sentence: text`Runs ${code(kind.word)}, of which cannot be told beforehand what it does: none of the other findings takes it into account.`,
        }
      : null,
  ),
};
