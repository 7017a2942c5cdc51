import type { Column } from '../../operations';
import { label } from '../../sentences';
import { code, codes, text, type Text } from '../../text';
import { postgres } from '../links';
import { upgradeSteps, type Rule } from '../rule';
import { plainType, type PlainType } from '../types';

export const banCharField = adviceOn({
  number: 29,
  name: 'ban-char-field',
  why: text`${code('char(n)')} fills every value up with blanks, which take room and surprise whoever compares them. It is never faster than ${code('text')}.`,
  link: postgres('datatype-character.html'),
  applies: (type) => type.name === 'character',
  advice: (columns) =>
    text`${columns} would do better as ${code('text')}: ${code('char')} is filled up with blanks.`,
});

export const preferTextField = adviceOn({
  number: 30,
  name: 'prefer-text-field',
  why: text`A length limit is part of the type, so that a change of it is a migration. ${code('text')} is stored the same way, and a limit that matters can be a check constraint.`,
  link: postgres('datatype-character.html'),
  applies: (type) => type.name === 'character varying' && type.sizes.length > 0,
  advice: (columns) => text`${columns} could be ${code('text')}: then another length needs no migration.`,
});

export const preferTimestamptz = adviceOn({
  number: 31,
  name: 'prefer-timestamptz',
  why: text`A ${code('timestamp')} without time zone does not say which moment it means. ${code('sa.DateTime(timezone=True)')} does: PostgreSQL keeps it in UTC and shows it in the reader's zone.`,
  link: postgres('datatype-datetime.html'),
  applies: (type) => type.name === 'timestamp without time zone',
  advice: (columns) =>
    text`${columns} would do better with a time zone: ${code('sa.DateTime(timezone=True)')}.`,
});

export const preferBigint = adviceOn({
  number: 32,
  name: 'prefer-bigint-over-int',
  also: ['prefer-bigint-over-smallint'],
  why: text`An ${code('integer')} ends at 2,147,483,647, a ${code('smallint')} at 32,767. A key that has come to its end stops every insert, and widening it then writes the whole table anew.`,
  link: postgres('datatype-numeric.html#DATATYPE-INT'),
  applies: (type) => type.name === 'integer' || type.name === 'smallint',
  advice: (columns) =>
    text`${columns} could run out of numbers one day: ${code('sa.BigInteger()')} does not.`,
});

export const preferIdentity = adviceOn({
  number: 33,
  name: 'prefer-identity',
  why: text`A ${code('serial')} column is an integer with a sequence of its own beside it, whose rights have to be given apart. An identity column, ${code('sa.Identity()')}, is the standard's way and owns its sequence.`,
  link: postgres('ddl-identity-columns.html'),
  applies: (_, column) => column.serial,
  advice: (columns) => text`${columns} could be an identity column: ${code('sa.Identity()')}.`,
});

/** A rule about the types of new columns: one remark for each step, whatever the number of columns. */
function adviceOn(rule: {
  number: number;
  name: string;
  also?: string[];
  why: Text;
  link: string;
  applies: (type: PlainType, column: Column) => boolean;
  advice: (columns: Text) => Text;
}): Rule {
  const { number, name, also = [], why, link, applies, advice } = rule;
  return {
    number,
    name,
    also,
    severity: 'advice',
    why: { text: why, link },
    find: upgradeSteps(['create_table', 'add_column'], (operation) => {
      const columns = operation.kind === 'create_table' ? operation.columns : [operation.column];
      const names = columns
        .filter((column) => applies(plainType(column.type.sql), column))
        .map((column) => column.name);
      return names.length === 0 ? null : { sentence: advice(text`${codes(names)} of ${label(operation)}`) };
    }),
  };
}
