import { applyEdits, type Fix } from '../../../../../src/engine/migration/edits';
import type { Finding } from '../../../../../src/engine/migration/finding';
import type {
  AlterColumn,
  ColumnType,
  CreateCheckConstraint,
  CreatePrimaryKey,
  CreateUniqueConstraint,
  EnumType,
  Operation,
  RenameTable,
} from '../../../../../src/engine/migration/operations';
import { plain } from '../../../../../src/engine/migration/text';
import { buildView } from '../../../../../src/engine/migration/view';
import type { ColumnState, DatabaseState, TableState } from '../../../../../src/engine/report';
import { database, name, revision } from '../make';

const recorded = { span: null, statement: null, statements: ['...'], batch: false, autocommit: false };

export function alterColumn(
  path: string,
  column: string,
  changes: AlterColumn['changes'],
  existing: AlterColumn['existing'] = {},
): AlterColumn {
  return { kind: 'alter_column', ...recorded, ...name(path), column, changes, existing, using: null };
}

export function renameTable(path: string, newName: string): RenameTable {
  return { kind: 'rename_table', ...recorded, ...name(path), newName };
}

export function createUnique(
  path: string,
  constraint: string | null,
  columns: string[],
): CreateUniqueConstraint {
  return {
    kind: 'create_unique_constraint',
    ...recorded,
    ...name(path),
    constraint: { name: constraint, columns },
  };
}

export function createPrimaryKey(path: string, columns: string[]): CreatePrimaryKey {
  return { kind: 'create_primary_key', ...recorded, ...name(path), constraint: { name: null, columns } };
}

export function createCheck(
  path: string,
  constraint: string | null,
  condition: string,
): CreateCheckConstraint {
  return {
    kind: 'create_check_constraint',
    ...recorded,
    ...name(path),
    constraint: { name: constraint, condition },
    notValid: false,
  };
}

export function bulkInsert(path: string, rows: number): Operation {
  return { kind: 'bulk_insert', ...recorded, ...name(path), columns: ['id'], rows };
}

export function type(sql: string): ColumnType {
  return { sql, python: `sa.${sql}()`, enum: null };
}

export function enumType(typeName: string, more: Partial<EnumType> = {}): ColumnType {
  const own = { name: typeName, schema: null, labels: ['a', 'b'], createsType: true, ...more };
  return { sql: typeName, python: `sa.Enum('a', 'b', name='${typeName}')`, enum: own };
}

/** A database with one table, `posts`: `id`, `title` (varchar, may be NULL) and `slug` (varchar, NOT NULL). */
export function posts(rows: number, more: Partial<TableState> = {}, enums: string[] = []): DatabaseState {
  const state = database([], { posts: [] });
  const [schema] = state.schemas;
  const [table] = schema?.tables ?? [];
  if (schema === undefined || table === undefined) throw new Error('no table');
  schema.enums = enums.map((enumName) => ({ name: enumName, labels: ['a', 'b'] }));
  Object.assign(table, {
    rows,
    columns: [
      columnState('id', 'integer', false),
      columnState('title', 'character varying(40)', true),
      columnState('slug', 'character varying(20)', false),
    ],
    ...more,
  });
  return state;
}

export function columnState(
  columnName: string,
  sql: string,
  nullable: boolean,
  fallback: string | null = null,
): ColumnState {
  return {
    name: columnName,
    type: sql,
    nullable,
    default: fallback,
    identity: null,
    generated: null,
    comment: null,
  };
}

/** What the rules say of such a revision. */
export function findings(
  upgrade: Operation[],
  downgrade: Operation[],
  state: DatabaseState = posts(10),
  source = '',
  more: Parameters<typeof revision>[2] = {},
): Finding[] {
  return buildView(revision(upgrade, downgrade, more), source, state).findings;
}

/** What one rule says, each as one line: `fails 23502, upgrade 1: Adds ...`. */
export function said(rule: number, found: readonly Finding[]): string[] {
  return found
    .filter((finding) => finding.rule === rule)
    .map(({ severity, sqlstate, where, step, sentence }) => {
      const head = [severity, ...(sqlstate === null ? [] : [sqlstate])].join(' ');
      return `${head}, ${where}${step === null ? '' : ` ${step}`}: ${plain(sentence)}`;
    });
}

/** The operation, called where the text has this call: on the line of its own level, or within a batch's block. */
export function calledAt<Called extends Operation>(source: string, call: string, operation: Called): Called {
  const from = source.indexOf(call);
  if (from === -1) throw new Error(`no such call: ${call}`);
  const before = source.slice(0, from).split('\n');
  const until = source.slice(0, from + call.length).split('\n');
  const span = {
    line: before.length,
    column: before.at(-1)?.length ?? 0,
    endLine: until.length,
    endColumn: until.at(-1)?.length ?? 0,
  };
  const batch = call.startsWith('batch_op.');
  const head = batch ? before.findLastIndex((line) => line.trimStart().startsWith('with ')) + 1 : span.line;
  return { ...operation, span, statement: { line: head, endLine: span.endLine }, batch };
}

/** The text after the fix of this title. */
export function fixed(source: string, found: readonly Finding[], title: string): string {
  const fix = titles(found).find((one) => one.title === title);
  if (fix === undefined)
    throw new Error(
      `only: ${titles(found)
        .map((one) => one.title)
        .join('; ')}`,
    );
  return applyEdits(source, fix.edits);
}

export function titles(found: readonly Finding[]): Fix[] {
  return found.flatMap((finding) => finding.fixes);
}
