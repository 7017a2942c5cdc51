import type { DatabaseState } from '../../report';
import type { Operation } from '../operations';
import type { Revision } from '../revision';
import { standingOf, type Standing } from '../situation';
import type { DowngradeStep, UpgradeStep } from '../steps';
import { evolve } from './evolve';
import { pythonSource, type PythonSource } from './fixes/python-source';
import { worldOf, type SeenTable, type World } from './world';

/** One step in its surroundings: all that a rule may look at. */
export interface Moment {
  where: 'upgrade' | 'downgrade';
  /** Counted from 1. */
  number: number;
  operation: Operation;
  before: World;
  /** The step has run already: what it could have run into, it did not. */
  passed: boolean;
  /** All the operations of the same function. */
  all: readonly Operation[];
}

/** A revision, and the database around it, as the rules see them. */
export interface Context {
  revision: Revision;
  standing: Standing;
  source: PythonSource;
  /** As explained: with what PostgreSQL refuses for the sake of order. */
  steps: { upgrade: readonly UpgradeStep[]; downgrade: readonly DowngradeStep[] };
  upgrade: readonly Moment[];
  downgrade: readonly Moment[];
  /** The world before the upgrade and after the downgrade. */
  start: World;
  end: World;
}

/** What the rules need, from a revision, its file's text and the database as it is now. */
export function contextOf(
  revision: Revision,
  source: string,
  state: DatabaseState,
  steps: Context['steps'],
): Context {
  const standing = standingOf(revision, state);
  const now = worldOf(state);
  const start = standing === 'next' ? now : beforehand(now, revision);
  const upgrade = along(start, revision.upgrade);
  const settled = standing === 'applied' ? now : old(upgrade.at(-1) ?? start);
  const downgrade = along(settled, revision.downgrade);
  return {
    revision,
    standing,
    source: pythonSource(source),
    steps,
    upgrade: moments('upgrade', revision.upgrade, upgrade, standing === 'applied'),
    downgrade: moments('downgrade', revision.downgrade, downgrade, false),
    start,
    end: downgrade.at(-1) ?? settled,
  };
}

/**
 * The world before an upgrade that does not come next: of what is there now, without what the revision itself makes,
 * and without any claim about rows, columns or what else there was.
 */
function beforehand(now: World, revision: Revision): World {
  const blank: World = { ...now, tables: new Map(), enums: new Set() };
  const made =
    along(
      blank,
      revision.upgrade.filter((operation) => operation.kind !== 'drop_table'),
    ).at(-1) ?? blank;
  const tables = [...now.tables].filter(([id]) => !made.tables.has(id));
  return {
    ...now,
    complete: false,
    enums: new Set([...now.enums].filter((type) => !made.enums.has(type))),
    tables: new Map(tables.map(([id, table]) => [id, unknownTable(table)])),
  };
}

function unknownTable(table: SeenTable): SeenTable {
  return { ...table, rows: null, columns: new Map(), checks: [] };
}

/** The same once the function that made some of it has ended, and another command begins. */
function old(world: World): World {
  const tables = [...world.tables].map(([id, table]) => [id, { ...table, isNew: false }] as const);
  return { ...world, remembered: new Set(), tables: new Map(tables) };
}

/** The world before each of the operations, and after the last. */
function along(start: World, operations: readonly Operation[]): World[] {
  const worlds = [start];
  let world = start;
  for (const operation of operations) {
    world = evolve(world, operation);
    worlds.push(world);
  }
  return worlds;
}

function moments(
  where: Moment['where'],
  all: readonly Operation[],
  worlds: readonly World[],
  passed: boolean,
): Moment[] {
  return all.flatMap((operation, index) => {
    const before = worlds[index];
    return before === undefined ? [] : { where, number: index + 1, operation, before, passed, all };
  });
}
