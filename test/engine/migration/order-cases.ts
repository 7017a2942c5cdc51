import fc from 'fast-check';
import type { CreateTable, Operation } from '../../../src/engine/migration/operations';
import { creates } from '../../unit/engine/migration/arbitrary';
import {
  addColumn,
  column,
  createForeignKey,
  createIndex,
  createTable,
  createUnique,
  dropColumn,
  dropConstraint,
  dropIndex,
  dropTable,
  key,
  path,
  renameColumn,
  renameTable,
} from '../../unit/engine/migration/make';

/** Something that stands when a function begins, and how it is taken back. */
interface Made {
  make: Operation;
  unmake: Operation[];
}

/** Tables in an order to create them in, and what else is made of them afterwards, each under a name of its own. */
const made: fc.Arbitrary<Made[]> = creates.chain((tables) =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom('key', 'column', 'column with a key', 'unique', 'index'),
        on: fc.nat(tables.length - 1),
        to: fc.nat(tables.length - 1),
      }),
      { maxLength: 5 },
    )
    .map((extras) => [
      ...tables.map((table) => ({ make: table, unmake: [dropTable(path(table))] })),
      ...extras.flatMap(({ kind, on, to }, number) => more(kind, at(tables, on), at(tables, to), number)),
    ]),
);

/** What stands, and steps of all kinds in an order of no sense: drops, keys, columns, renames, and what is not there. */
export const cases: fc.Arbitrary<{ upgrade: Operation[]; downgrade: Operation[] }> = made.chain((all) => {
  const tables = all.flatMap(({ make }) => (make.kind === 'create_table' ? [make] : []));
  const back = all.flatMap(({ unmake }) => unmake);
  return fc.record({
    upgrade: fc.constant(all.map(({ make }) => make)),
    downgrade: fc
      .record({
        back: fc.shuffledSubarray(back, { minLength: Math.ceil(back.length / 2) }),
        others: fc.array(
          fc.record({
            what: fc.constantFrom(...OTHERS),
            on: fc.nat(tables.length - 1),
            to: fc.nat(tables.length - 1),
            at: fc.nat(back.length),
          }),
          { maxLength: 3 },
        ),
      })
      .map(({ back: some, others }) =>
        others.reduce(
          (steps, { what, on, to, at: place }, number) =>
            steps.toSpliced(place, 0, what(path(at(tables, on)), path(at(tables, to)), number)),
          some,
        ),
      ),
  });
});

/** The same in the order in which it works, but for a few that stand elsewhere. */
export const upgrades: fc.Arbitrary<Operation[]> = made.chain((all) =>
  fc.array(fc.tuple(fc.nat(all.length - 1), fc.nat(all.length - 1)), { maxLength: 2 }).map((moves) =>
    moves.reduce(
      (steps, [from, to]) => steps.toSpliced(from, 1).toSpliced(to, 0, ...steps.slice(from, from + 1)),
      all.map(({ make }) => make),
    ),
  ),
);

const OTHERS: ((on: string, to: string, number: number) => Operation)[] = [
  (on, _, number) => renameTable(on, `renamed_${number}`),
  (on, to) => renameTable(on, to.split('.').at(-1) ?? to),
  (on) => renameColumn(on, 'id', 'number'),
  (on) => renameColumn(on, 'number', 'id'),
  (on) => dropColumn(on, 'id'),
  (on) => addColumn(on, column('id')),
  (on) => dropConstraint(`${on.split('.').at(-1) ?? on}_pkey`, on),
  (on) => dropConstraint('no_such_key', on),
  (on) => dropTable(`${on}_not_there`),
  (on) => ({ ...dropTable(`${on}_not_there`), ifExists: true }),
  () => dropTable('no_such_schema.orders'),
  () => dropIndex('ix_not_there', null),
  (on, to) => createTable(on, key('to_it', to)),
  (on, to, number) => createForeignKey(on, key('id', to, { name: `late_${number}` })),
  (on, to, number) => createForeignKey(on, key('missing', to, { name: `late_${number}` })),
  (on, _, number) => createForeignKey(on, key('id', 'nowhere', { name: `late_${number}` })),
  (on, to, number) =>
    createForeignKey(on, key('id', to, { name: `late_${number}`, referencedColumns: ['missing'] })),
  (on) => createIndex(`ix_${on.replace('.', '_')}`, on, ['missing']),
];

function more(kind: string, on: CreateTable, to: CreateTable, number: number): Made[] {
  const [owner, target] = [path(on), path(to)];
  switch (kind) {
    case 'key': {
      const name = `extra_${number}`;
      return [
        { make: createForeignKey(owner, key('id', target, { name })), unmake: [dropConstraint(name, owner)] },
      ];
    }
    case 'column':
      return [{ make: addColumn(owner, column(`c${number}`)), unmake: [dropColumn(owner, `c${number}`)] }];
    case 'column with a key': {
      const added = column(`c${number}`);
      return [
        { make: addColumn(owner, added, key(added.name, target)), unmake: [dropColumn(owner, added.name)] },
      ];
    }
    case 'unique': {
      const [uq, fk] = [`uq_${number}`, `on_uq_${number}`];
      return [
        { make: addColumn(owner, column(`u${number}`)), unmake: [dropColumn(owner, `u${number}`)] },
        { make: createUnique(uq, owner, [`u${number}`]), unmake: [dropConstraint(uq, owner)] },
        {
          make: createForeignKey(target, key('id', owner, { name: fk, referencedColumns: [`u${number}`] })),
          unmake: [dropConstraint(fk, target)],
        },
      ];
    }
    default: {
      const name = `ix_${number}`;
      const schema = on.schema;
      return [
        { make: addColumn(owner, column(`i${number}`)), unmake: [dropColumn(owner, `i${number}`)] },
        {
          make: createIndex(name, owner, [`i${number}`]),
          unmake: [{ ...dropIndex(name, on.table), schema }],
        },
      ];
    }
  }
}

function at(tables: readonly CreateTable[], index: number): CreateTable {
  const table = tables[index];
  if (table === undefined) throw new Error('no such table');
  return table;
}
