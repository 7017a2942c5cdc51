import { expect, test } from 'vitest';
import {
  addColumn,
  column,
  createForeignKey,
  createTable,
  dropColumn,
  dropConstraint,
  dropTable,
  key,
} from '../make';
import { calledAt, enumType, findings, fixed, posts, titles } from './make';

/** A revision file with these bodies. */
function file(upgrade: string, downgrade: string, indent = '    '): string {
  const body = (text: string): string =>
    text
      .split('\n')
      .map((line) => (line === '' ? '' : indent + line))
      .join('\n');
  return `from alembic import op\nimport sqlalchemy as sa\n\n\ndef upgrade():\n${body(upgrade)}\n\n\ndef downgrade():\n${body(downgrade)}\n`;
}

const required = column('likes', 'INTEGER', { nullable: false });

test('a default stands before nullable, as Alembic writes it', () => {
  const call = "op.add_column('posts', sa.Column('likes', sa.Integer(), nullable=False))";
  const source = file(call, 'pass');
  const found = findings([calledAt(source, call, addColumn('posts', required))], [], posts(3), source);
  expect(
    fixed(source, found, "Give `likes` a default for these rows: `server_default=sa.text('0')`"),
  ).toContain("sa.Column('likes', sa.Integer(), server_default=sa.text('0'), nullable=False))");
  expect(fixed(source, found, 'Let `likes` be empty: `nullable=True`')).toContain(
    'sa.Integer(), nullable=True))',
  );
});

test('a key has no value that can be made up', () => {
  const call =
    "op.add_column('posts', sa.Column('likes', sa.Integer(), sa.ForeignKey('users.id'), nullable=False))";
  const source = file(call, 'pass');
  const added = calledAt(source, call, addColumn('posts', required, key('likes', 'users')));
  expect(titles(findings([added], [], posts(3), source)).map((fix) => fix.title)).toEqual([
    'Let `likes` be empty: `nullable=True`',
  ]);
});

test.each([
  ['a call in another file', 'pass', null],
  ['a column that is a variable', "op.add_column('posts', likes)", "op.add_column('posts', likes)"],
  ['arguments in a bundle', 'op.add_column(*bundle)', 'op.add_column(*bundle)'],
])('no fix for %s', (_, upgrade, call) => {
  const source = file(upgrade, 'pass');
  const added = addColumn('posts', required);
  const found = findings([call === null ? added : calledAt(source, call, added)], [], posts(3), source);
  expect(found.map((finding) => [finding.rule, finding.fixes])).toContainEqual([10, []]);
});

test('strings, comments and line ends of every kind are passed over', () => {
  const call = [
    'op.add_column(',
    "\t'posts',  # the (table",
    `\tsa.Column('likes', sa.Integer(), nullable=False, comment="a, 'b'"),`,
    ')',
  ];
  const source = file(call.join('\n'), 'pass', '\t').replaceAll('\n', '\r\n');
  const added = calledAt(source, call.join('\r\n\t'), addColumn('posts', required));
  const found = findings([added], [], posts(3), source);
  expect(fixed(source, found, 'Let `likes` be empty: `nullable=True`')).toBe(
    source.replace('nullable=False', 'nullable=True'),
  );
});

const role = column('role', 'roles', { type: enumType('roles') });

test('a type is created before the block that its column is added in, and dropped in the end', () => {
  const add = "batch_op.add_column(sa.Column('role', sa.Enum('a', 'b', name='roles')))";
  const drop = "batch_op.drop_column('role')";
  const source = file(
    `# commands\nwith op.batch_alter_table('posts') as batch_op:\n    ${add}\n\n# end`,
    `with op.batch_alter_table('posts') as batch_op:\n    ${drop}\n\n# end`,
  );
  const upgrade = calledAt(source, add, addColumn('posts', role));
  const downgrade = calledAt(source, drop, dropColumn('posts', 'role'));
  const found = findings([upgrade], [downgrade], posts(0), source);
  const title = 'Create the type `roles` before the column, and drop it at the end of the downgrade';
  expect(fixed(source, found, title)).toBe(
    file(
      `# commands\nsa.Enum('a', 'b', name='roles').create(op.get_bind(), checkfirst=True)\nwith op.batch_alter_table('posts') as batch_op:\n    ${add}\n\n# end`,
      `with op.batch_alter_table('posts') as batch_op:\n    ${drop}\nsa.Enum(name='roles').drop(op.get_bind(), checkfirst=True)\n\n# end`,
    ),
  );
});

test('a rename takes the place of a drop and an add, and leaves no empty block', () => {
  const add = "op.add_column('posts', sa.Column('heading', sa.String(length=40)))";
  const drop = "batch_op.drop_column('title')";
  const addBack = "op.add_column('posts', sa.Column('title', sa.String(length=40)))";
  const dropBack = "op.drop_column('posts', 'heading')";
  const block = `with op.batch_alter_table('posts') as batch_op:\n    ${drop}`;
  const source = file(`${add}\n${block}`, `${addBack}\n${dropBack}`);
  const heading = column('heading', 'VARCHAR(40)');
  const title = column('title', 'VARCHAR(40)');
  const found = findings(
    [
      calledAt(source, add, addColumn('posts', heading)),
      calledAt(source, drop, dropColumn('posts', 'title')),
    ],
    [
      calledAt(source, addBack, addColumn('posts', title)),
      calledAt(source, dropBack, dropColumn('posts', 'heading')),
    ],
    posts(3),
    source,
  );
  expect(fixed(source, found, 'Rename `title` to `heading` instead')).toBe(
    file(
      "op.alter_column('posts', 'title', new_column_name='heading')",
      "op.alter_column('posts', 'heading', new_column_name='title')",
    ),
  );
});

test('a constraint gets the name that PostgreSQL would choose, where it is made and where it is dropped', () => {
  const create = "op.create_foreign_key(None, 'posts', 'users', ['user_id'], ['id'])";
  const drop = "op.drop_constraint(None, 'posts', type_='foreignkey')";
  const source = file(create, drop);
  const taken = { name: 'posts_user_id_fkey', definition: 'CHECK (true)' };
  const make = (state: ReturnType<typeof posts>): ReturnType<typeof findings> =>
    findings(
      [calledAt(source, create, createForeignKey('posts', key('user_id', 'users')))],
      [calledAt(source, drop, dropConstraint(null, 'posts'))],
      state,
      source,
    );
  expect(fixed(source, make(posts(0)), 'Name the constraint `posts_user_id_fkey`')).toBe(
    file(create.replace('None', "'posts_user_id_fkey'"), drop.replace('None', "'posts_user_id_fkey'")),
  );
  expect(titles(make(posts(0, { checks: [taken] }))).map((fix) => fix.title)).toContain(
    'Name the constraint `posts_user_id_fkey1`',
  );
});

test('a missing key is added at the end, and goes first; a lone pass gives way', () => {
  const call = "op.create_table('a')";
  const source = file(`${call}\nop.create_table('b')\n# end`, 'pass');
  const made = calledAt(
    source,
    call,
    createTable('a', key('b_id', 'b', { useAlter: true, onDelete: 'CASCADE' })),
  );
  const found = findings([made, createTable('b')], [], posts(0), source);
  expect(fixed(source, found, 'Add the missing key `a_b_id_fkey` at the end of the upgrade')).toBe(
    file(
      `${call}\nop.create_table('b')\nop.create_foreign_key('a_b_id_fkey', 'a', 'b', ['b_id'], ['id'], ondelete='CASCADE')\n# end`,
      "op.drop_constraint('a_b_id_fkey', 'a', type_='foreignkey')",
    ),
  );
});

test.each([
  ['returns', 'op.drop_table("users")\nreturn'],
  ['raises', 'raise NotImplementedError'],
])('a function that %s is not added to', (_, downgrade) => {
  const source = file('pass', downgrade);
  const users = createTable('users');
  const made = { ...users, columns: [...users.columns, role] };
  const found = findings([made], [dropTable('users')], posts(0), source);
  expect(found.map((finding) => [finding.rule, finding.fixes])).toContainEqual([38, []]);
});

test('nothing is written into a file that does not call Alembic by its usual name', () => {
  const source = file('pass', "op.drop_table('users')").replace(
    'from alembic import op',
    'import alembic.op as op',
  );
  const users = createTable('users');
  const made = { ...users, columns: [...users.columns, role] };
  const found = findings([made], [dropTable('users')], posts(0), source);
  expect(found.map((finding) => [finding.rule, finding.fixes])).toContainEqual([38, []]);
});
