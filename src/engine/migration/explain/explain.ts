/** Explains the names that a revision file uses. */
import { constructs } from './constructs';
import { prose, type Entry, type Explanation } from './explanation';
import { keywords } from './keywords';
import { alembicOperation } from './links';
import { names } from './names';
import { inBatch, operations } from './operations';
import { postgresql } from './postgresql';
import { types } from './types';

/**
 * What a name stands for: `op.create_table`, `sa.ForeignKeyConstraint`, `down_revision`, `.autocommit_block`, and
 * `nullable=` for an argument. Null for a name that is the student's own.
 */
export function explain(name: string): Explanation | null {
  const entry = find(name);
  if (entry === null) return null;
  return { title: name, words: prose(entry.words), sql: entry.sql ?? null, more: entry.more };
}

function find(name: string): Entry | null {
  if (name.endsWith('=')) return own(keywords, name.slice(0, -1));
  const [, head, rest] = /^(.+?)\.(.+)$/.exec(canonical(name)) ?? [];
  if (head === undefined || rest === undefined) return own(names, name);
  if (head === 'op') return own(operations, rest);
  if (head === 'batch_op') return ofBatch(rest);
  if (head === 'sa') return own(constructs, rest) ?? own(types, rest);
  return head === 'postgresql' ? own(postgresql, rest) : null;
}

/** The name by which the tables have it: `sqlalchemy.Text` and `sa.types.Text` are `sa.Text`. */
function canonical(name: string): string {
  return name
    .replace(/^sqlalchemy\./, 'sa.')
    .replace(/^sa\.types\./, 'sa.')
    .replace(/^sa\.dialects\.postgresql(?=\.)/, 'postgresql')
    .replace(/^alembic\.op\./, 'op.');
}

function ofBatch(rest: string): Entry | null {
  const entry = own(operations, rest);
  // Names are marked in a batch just as outside of it.
  if (entry === null || rest === 'f') return entry;
  if (!inBatch.has(rest)) return null;
  return {
    ...entry,
    words: `${entry.words} The table is that of the batch.`,
    more: alembicOperation(`BatchOperations.${rest}`),
  };
}

/** Only what the table itself has: `constructor` is no explanation. */
function own(entries: Readonly<Record<string, Entry>>, name: string): Entry | null {
  return Object.hasOwn(entries, name) ? (entries[name] ?? null) : null;
}
