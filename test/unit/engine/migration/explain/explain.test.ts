import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { constructs } from '../../../../../src/engine/migration/explain/constructs';
import { explain } from '../../../../../src/engine/migration/explain/explain';
import { keywords } from '../../../../../src/engine/migration/explain/keywords';
import { names } from '../../../../../src/engine/migration/explain/names';
import { namesOfLines } from '../../../../../src/engine/migration/explain/names-in';
import { operations } from '../../../../../src/engine/migration/explain/operations';
import { postgresql } from '../../../../../src/engine/migration/explain/postgresql';
import { types } from '../../../../../src/engine/migration/explain/types';
import { plain } from '../../../../../src/engine/migration/text';

const samples = join(import.meta.dirname, '../../../../samples');
const words = (name: string): string => plain(explain(name)?.words ?? []);

describe('an explanation', () => {
  it('says what stands behind a name, in the course’s words', () => {
    expect(words('op')).toContain('stands for operation');
    expect(words('sa')).toContain('is SQLAlchemy');
    expect(words('sa.Column')).toContain('In the models it was written `db.Column`.');
    expect(explain('op.drop_table')).toMatchObject({
      title: 'op.drop_table',
      sql: 'DROP TABLE users',
      more: {
        url: 'https://alembic.sqlalchemy.org/en/latest/ops.html#alembic.operations.Operations.drop_table',
      },
    });
    expect(words('nullable=')).toContain('may be empty');
    expect(explain('op.f')?.sql).toBeNull();
  });

  it('is the same under a name’s longer forms', () => {
    expect(words('sa.types.Text')).toBe(words('sa.Text'));
    expect(words('sqlalchemy.Text')).toBe(words('sa.Text'));
    expect(words('sa.dialects.postgresql.JSONB')).toBe(words('postgresql.JSONB'));
    expect(explain('sa.types.Text')?.title).toBe('sa.types.Text');
  });

  it('knows what a batch has, and what it has not', () => {
    expect(words('batch_op.add_column')).toMatch(/^Adds a column.*The table is that of the batch\.$/);
    expect(explain('batch_op.add_column')?.more.url).toContain('BatchOperations.add_column');
    expect(explain('batch_op.f')).not.toBeNull();
    expect(explain('batch_op.create_table')).toBeNull();
  });

  it('is none for what is the student’s own, or nobody’s', () => {
    for (const name of ['users', 'nullable', 'op.', 'op.drop_everything', 'sa.Intger', 'x.create_table', '='])
      expect(explain(name)).toBeNull();
    for (const name of ['constructor', 'op.constructor', 'toString=', 'sa.__proto__', 'batch_op.toString'])
      expect(explain(name)).toBeNull();
  });

  const all = { operations, constructs, types, postgresql, keywords, names };
  test.each(Object.entries(all))('is whole sentences with a link, for all %s', (_, entries) => {
    for (const [name, { words: sentence, sql, more }] of Object.entries(entries)) {
      expect(sentence, name).toMatch(/^[A-Z`].*\.$/s);
      expect(sentence.split('`').length % 2, name).toBe(1);
      expect(sentence.length, name).toBeLessThan(280);
      expect(sql ?? 'x', name).not.toBe('');
      expect(more.url, name).toMatch(
        /^https:\/\/(alembic\.sqlalchemy\.org\/en\/latest|docs\.sqlalchemy\.org\/en\/20|www\.postgresql\.org\/docs\/18)\/[\w/.#-]+$/,
      );
    }
  });
});

/** What a revision names of Alembic and SQLAlchemy, and the arguments it gives them. */
function unexplained(source: string): string[] {
  return namesOfLines(source.split('\n'))
    .flat()
    .map(({ name }) => name)
    .filter((name) => /^(op|sa|batch_op|postgresql)(\.|$)|=$/.test(name) && explain(name) === null);
}

describe('a revision', () => {
  const files = readdirSync(join(samples, 'revisions'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => /versions\/\w+\.py$/.test(path),
  );

  it('of the samples has nothing that is not explained, but for its mistakes', () => {
    expect(files.length).toBeGreaterThan(10);
    const found = files.flatMap((path) =>
      unexplained(readFileSync(join(samples, 'revisions', path), 'utf8')),
    );
    expect(found).toEqual(['sa.Intger']);
  });

  it('that Alembic wrote has nothing that is not explained', () => {
    const recordings = readdirSync(join(samples, 'native'), { recursive: true, encoding: 'utf8' }).filter(
      (path) => /native\.\w+\.json$/.test(path),
    );
    const written = recordings.flatMap((path) => {
      const { files: changes } = JSON.parse(readFileSync(join(samples, 'native', path), 'utf8')) as {
        files: { changed?: Record<string, string> };
      };
      return Object.entries(changes.changed ?? {}).filter(([file]) => /versions\/\w+\.py$/.test(file));
    });
    expect(written.length).toBeGreaterThan(10);
    expect(written.flatMap(([, source]) => unexplained(source))).toEqual([]);
    for (const [file, source] of written) {
      const said = namesOfLines(source.split('\n'))
        .flat()
        .filter(({ name }) => explain(name) !== null);
      expect(new Set(said.map(({ name }) => name)), file).toContain('down_revision');
    }
  });
});
