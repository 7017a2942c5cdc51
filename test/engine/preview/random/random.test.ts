/*
 * The look ahead tells the truth: of random models, and of what becomes of them, `flask db migrate` writes the very file
 * that was shown, and `flask db upgrade` and `flask db downgrade` pass or fail as the panel says, where it says.
 *
 * PAIRS: how many pairs of model sets for each stack; SEED: which ones (a number, or `random`); SHRINK=1: look for the
 * smallest case that fails, which takes minutes.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StackName } from '../../../../src/engine/types';
import { pairs } from './changes';
import { Journey } from './journey';
import { RandomMachine } from './machine';
import { modelsSource, projectFiles, type Setup } from './source';
import { Tally } from './tally';

const PAIRS = Number(process.env.PAIRS ?? 50);
/** Chosen so that each kind of outcome is met. */
const SEEDS: Record<StackName, number> = { course: 7, current: 11 };
const LIMIT = 3_600_000;

const setups: fc.Arbitrary<Omit<Setup, 'includeSchemas'>> = fc.record({
  compareType: fc.boolean(),
  batch: fc.boolean(),
  naming: fc.nat(4).map((one) => one === 4),
});

describe.each<StackName>(['course', 'current'])('random models on the %s stack', (stack) => {
  const tally = new Tally();
  let machine: RandomMachine;

  beforeAll(async () => {
    machine = await RandomMachine.start(stack);
  });

  afterAll(() => {
    console.log(`${stack}\n${tally.toString()}`);
  });

  test('are written, upgraded and downgraded as foretold', { timeout: LIMIT }, async () => {
    const seed = process.env.SEED === 'random' ? Date.now() : Number(process.env.SEED ?? SEEDS[stack]);
    await fc.assert(
      fc.asyncProperty(pairs, setups, async ({ before, after }, options) => {
        const includeSchemas = [...before.tables, ...after.tables].some(({ schema }) => schema !== null);
        const setup = { ...options, includeSchemas };
        const journey = new Journey(machine, tally);
        try {
          tally.count('model sets');
          await machine.begin(projectFiles(before, setup));
          const isThere = await journey.go();
          tally.count('model sets');
          // Where the first are not in the database, the others begin with an empty one.
          if (isThere) await machine.write(projectFiles(after, setup));
          else await machine.begin(projectFiles(after, setup));
          await journey.go();
        } catch (error) {
          const models = `${modelsSource(before, setup)}\n# and then\n\n${modelsSource(after, setup)}`;
          throw new Error(`${JSON.stringify(setup)}\n${models}\n${message(error)}`, { cause: error });
        }
      }),
      { numRuns: PAIRS, seed, endOnFailure: process.env.SHRINK !== '1' },
    );
    if (PAIRS >= 50) for (const kind of KINDS) expect([kind, tally.sum(kind) > 0]).toEqual([kind, true]);
  });
});

/** What has to occur, or something was not tried at all. */
const KINDS = [
  'look: pending',
  'look: no-changes',
  'look: env-failed: NoReferencedTableError',
  'file: as foretold',
  'upgrade: good, and passes',
  'upgrade: bad, and fails: rule 37 create-order',
  'upgrade: bad, fails, and put right: rule 36 drop-order',
  'upgrade: bad, fails, and put right: rule 37 create-order',
  'downgrade: good, and passes',
  'downgrade: bad, fails, and put right: rule 36 drop-order',
  'downgrade: bad, fails, and put right: rule 37 create-order',
  'downgrade: bad, fails, and put right: rule 40 unnamed-constraint',
  'upgrade again: good, and passes',
  'upgrade again: bad, fails, and put right: rule 38 enum-left-behind',
];

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
