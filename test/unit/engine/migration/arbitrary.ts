import fc from 'fast-check';
import type { CreateTable } from '../../../../src/engine/migration/operations';
import { createTable, key } from './make';

/** Names that PostgreSQL does and does not print in quotes. */
const NAMES = ['user', 't1', 'Order', 'authors', 't4', 'value', 't6', 't7', 't8', 't9'];

/** Tables in two schemas, each with keys to earlier ones and perhaps to itself: an order to create them in. */
export const creates: fc.Arbitrary<CreateTable[]> = fc
  .array(
    fc.record({
      schema: fc.constantFrom('', 'shop.'),
      parents: fc.uniqueArray(fc.nat(), { maxLength: 3 }),
      itself: fc.boolean(),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((tables) => {
    const paths = tables.map(({ schema }, index) => schema + (NAMES[index] ?? ''));
    return tables.map(({ parents, itself }, index) => {
      const earlier = index === 0 ? [] : [...new Set(parents.map((parent) => parent % index))];
      const targets = itself ? [...earlier, index] : earlier;
      return createTable(
        paths[index] ?? '',
        ...targets.map((target) => key(`to_${target}`, paths[target] ?? '')),
      );
    });
  });
