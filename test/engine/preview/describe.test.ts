import { beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../../../src/engine/migration/operations';
import type { StackName } from '../../../src/engine/types';
import { startProject, type Project } from './project';

const PATH = 'migrations/versions/data_.py';

/** Adds a column and fills it, row by row, with what it finds in others. */
const DATA_MIGRATION = `from alembic import op
import sqlalchemy as sa

revision = "data"
down_revision = DOWN

def upgrade():
    op.add_column("users", sa.Column("initial", sa.String(1)))
    bind = op.get_bind()
    for id_, name in bind.execute(sa.text("SELECT id, name FROM users ORDER BY id")).fetchall():
        op.execute(f"UPDATE users SET initial = '{name[0]}' WHERE id = {id_}")
    with op.batch_alter_table("users") as batch_op:
        batch_op.alter_column("initial", nullable=False)

def downgrade():
    op.drop_column("users", "initial")
`;

describe.each<StackName>(['course', 'current'])('a revision on the %s stack', (stack) => {
  let project: Project;

  beforeAll(async () => {
    project = await startProject(stack);
  });

  async function ready(text: string): Promise<void> {
    await project.reset();
    for (const line of ['flask db init', 'flask db migrate', 'flask db upgrade', 'flask seed all'])
      await project.must(line);
    const first = await project.engine.revision(null);
    await project.write(PATH, text.replace('DOWN', JSON.stringify(first?.revision)));
  }

  test('that reads rows is recorded with the rows that there are, and nothing of it stays', async () => {
    await ready(DATA_MIGRATION);
    const before = await project.engine.checkpoint();
    const view = await project.engine.revision(PATH);
    expect(view).toMatchObject({ readsRows: true, onRows: true, errors: [] });
    expect(view?.upgrade.map(({ operation }) => short(operation))).toEqual([
      'add_column',
      'SELECT id, name FROM users ORDER BY id',
      "UPDATE users SET initial = 'A' WHERE id = 1",
      "UPDATE users SET initial = 'S' WHERE id = 2",
      "UPDATE users SET initial = 'W' WHERE id = 3",
      "UPDATE users SET initial = 'E' WHERE id = 4",
      'alter_column',
    ]);
    expect(view?.downgrade.map(({ operation }) => short(operation))).toEqual(['drop_column']);
    expect(await project.engine.checkpoint()).toBe(before);

    await project.must('flask db upgrade');
    const applied = await project.engine.revision(PATH);
    expect(applied).toMatchObject({ standing: 'applied', onRows: true, errors: [] });
    expect(applied?.upgrade).toHaveLength(7);
  });

  test('that reads rows and fails on them is shown as far as it can be told without', async () => {
    await ready(DATA_MIGRATION.replace('name[0]', 'name[99]'));
    const view = await project.engine.revision(PATH);
    expect(view).toMatchObject({ readsRows: true, onRows: false, errors: [] });
    expect(view?.upgrade).toHaveLength(3);
  });

  test('that does not come back is stopped, and said so', async () => {
    await ready(DATA_MIGRATION.replace('    bind = op.get_bind()\n', '    while True:\n        pass\n'));
    const view = await project.engine.revision(PATH);
    expect(view?.errors).toMatchObject([{ where: 'upgrade', type: 'TimeoutError' }]);
    expect(view?.upgrade.map(({ operation }) => operation.kind)).toEqual(['add_column']);
    await project.write(PATH, 'while True:\n    pass\n');
    const list = await project.engine.revisions();
    expect(list.revisions.find(({ path }) => path === PATH)?.error).toMatchObject({ type: 'TimeoutError' });
  });
});

function short(operation: Operation): string {
  return operation.kind === 'execute' ? operation.sql : operation.kind;
}
