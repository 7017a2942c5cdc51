import { apply, removedKeys } from './apply';
import { placeOf, resolve, type Catalog, type StandingKey } from './catalog';
import type { Operation } from './operations';
import { pairUp } from './reverses';

/** A key that an earlier step took away, and the index of that step. */
export interface GoneKey {
  key: StandingKey;
  step: number;
}

/** A function as it would run: the catalog before each step, and what became of the keys. */
export interface Simulation {
  where: 'upgrade' | 'downgrade';
  /** What a downgrade takes back; nothing for an upgrade. */
  upgrade: readonly Operation[];
  steps: readonly Operation[];
  /** One more than there are steps: the last is what is left in the end. */
  catalogs: readonly Catalog[];
  /** For each step, the index of the operation of the upgrade that it takes back. */
  reverses: readonly (number | null)[];
  gone: readonly GoneKey[];
}

/** Runs an upgrade over a catalog. */
export function simulateUpgrade(start: Catalog, steps: readonly Operation[]): Simulation {
  return { ...simulate(start, [], steps), where: 'upgrade' };
}

/** Runs a downgrade over a catalog. A step that PostgreSQL would refuse counts as done, so that the next can be judged. */
export function simulate(
  start: Catalog,
  upgrade: readonly Operation[],
  steps: readonly Operation[],
): Simulation {
  const catalogs = catalogsAlong(start, steps);
  const gone = steps.flatMap((_, step) => {
    const [before, after] = [catalogs[step], catalogs[step + 1]];
    return before && after ? removedKeys(before, after).map((key) => ({ key, step })) : [];
  });
  return { where: 'downgrade', upgrade, steps, catalogs, reverses: pairUp(upgrade, steps), gone };
}

/** The catalog before each of the operations, and after the last. */
function catalogsAlong(start: Catalog, operations: readonly Operation[]): Catalog[] {
  const catalogs = [start];
  let catalog = start;
  for (const operation of operations) {
    catalog = apply(catalog, operation);
    catalogs.push(catalog);
  }
  return catalogs;
}

/** The number (from 1) of the first step after `index` that drops this table; null if none does. */
export function stepDropping(simulation: Simulation, table: string, index: number): number | null {
  const found = simulation.steps.findIndex((operation, step) => {
    const catalog = simulation.catalogs[step];
    return (
      step > index &&
      operation.kind === 'drop_table' &&
      catalog !== undefined &&
      resolve(catalog, operation) === table
    );
  });
  return found === -1 ? null : found + 1;
}

/** The number (from 1) of the first step after `index` that creates this table; null if none does. */
export function stepCreating(simulation: Simulation, table: string, index: number): number | null {
  const found = simulation.steps.findIndex((operation, step) => {
    const catalog = simulation.catalogs[step];
    return (
      step > index &&
      operation.kind === 'create_table' &&
      catalog !== undefined &&
      placeOf(catalog, operation) === table
    );
  });
  return found === -1 ? null : found + 1;
}
