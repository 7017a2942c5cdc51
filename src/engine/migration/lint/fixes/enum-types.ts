import type { Fix, TextEdit } from '../../edits';
import type { EnumType, Operation } from '../../operations';
import { atEnd, beforeStatement, fixOf } from './changes';
import { pythonString } from './python-tokens';
import type { PythonSource } from './python-source';

/** The line that drops an enum type, at the end of a function; null where it cannot be put there. */
export function dropEnum(
  source: PythonSource,
  where: 'upgrade' | 'downgrade',
  name: string,
  schema: string | null,
): TextEdit[] | null {
  const code = enumCall(source, [], name, schema, 'drop');
  return code === null ? null : atEnd(source, where, code);
}

/** The same line, before an operation. */
export function dropEnumBefore(
  source: PythonSource,
  operation: Operation,
  name: string,
  schema: string | null,
): TextEdit[] | null {
  const code = enumCall(source, [], name, schema, 'drop');
  return code === null ? null : beforeStatement(source, operation, code);
}

/** Creates a type before the column that needs it, and drops it in the end where nothing else does. */
export function createEnum(
  source: PythonSource,
  operation: Operation,
  type: EnumType,
  andDrop: boolean,
): Fix[] {
  const { name, schema, labels } = type;
  const code = name === null ? null : enumCall(source, labels, name, schema, 'create');
  // Without its labels, the type would be of no use.
  if (name === null || code === null || labels.length === 0) return [];
  const create = beforeStatement(source, operation, code);
  return andDrop
    ? fixOf(
        `Create the type \`${name}\` before the column, and drop it at the end of the downgrade`,
        create,
        dropEnum(source, 'downgrade', name, schema),
      )
    : fixOf(`Create the type \`${name}\` before the column`, create);
}

function enumCall(
  { sa, op }: PythonSource,
  labels: readonly string[],
  name: string,
  schema: string | null,
  action: 'create' | 'drop',
): string | null {
  if (sa === null || op === null) return null;
  const within = schema === null ? [] : [`schema=${pythonString(schema)}`];
  const values = [...labels.map(pythonString), `name=${pythonString(name)}`, ...within].join(', ');
  return `${sa}.Enum(${values}).${action}(${op}.get_bind(), checkfirst=True)`;
}
