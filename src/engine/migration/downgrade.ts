import type { DatabaseState } from '../report';
import type { Catalog } from './catalog';
import type { Operation } from './operations';
import { judge } from './order/judge';
import { placeReason } from './place-reasons';
import type { Revision } from './revision';
import { describeOperation } from './sentences';
import { simulate, simulateUpgrade, type Simulation } from './simulation';
import { beforeDowngrade, beforeUpgrade, standingOf } from './situation';
import type { DowngradeStep, UpgradeStep } from './steps';
import { subjectOf } from './subject';
import { text, type Text } from './text';
import { isOpaque } from './order/statements';

/**
 * The revision's downgrade, step by step in its own order: what each does, why it stands where it does, and
 * whether PostgreSQL will refuse it there. `state` is the database as it is now; where this revision has not
 * run yet, what its upgrade would make of it counts. `source` is the file's text, for an order that works.
 */
export function explainDowngrade(revision: Revision, state: DatabaseState, source = ''): DowngradeStep[] {
  const simulation = simulate(beforeDowngrade(revision, state), revision.upgrade, revision.downgrade);
  const refusals = judge(simulation, revision, source);
  return revision.downgrade.flatMap((operation, index) => {
    const catalog = simulation.catalogs[index];
    if (catalog === undefined) return [];
    const reversed = simulation.reverses[index] ?? null;
    return {
      number: index + 1,
      operation,
      sentence: describeOperation(operation),
      ...subjectOf(catalog, operation),
      reason: reasonFor(simulation, catalog, operation, index),
      reverses: reversed === null ? null : reversed + 1,
      refused: refusals[index] ?? null,
    };
  });
}

/**
 * The revision's upgrade, step by step, with the reason for each place that matters and what PostgreSQL will refuse.
 * One that is applied has passed.
 */
export function explainUpgrade(revision: Revision, state: DatabaseState, source = ''): UpgradeStep[] {
  const simulation = simulateUpgrade(beforeUpgrade(revision, state), revision.upgrade);
  const passed = standingOf(revision, state) === 'applied';
  const refusals = passed ? [] : judge(simulation, revision, source);
  return revision.upgrade.flatMap((operation, index) => {
    const catalog = simulation.catalogs[index];
    if (catalog === undefined) return [];
    return {
      number: index + 1,
      operation,
      sentence: describeOperation(operation),
      ...subjectOf(catalog, operation),
      reason: placeReason(simulation, catalog, operation, index),
      refused: refusals[index] ?? null,
    };
  });
}

function reasonFor(simulation: Simulation, catalog: Catalog, operation: Operation, index: number): Text {
  const place = placeReason(simulation, catalog, operation, index);
  if (operation.kind === 'drop_table' && place !== null) return place;
  const reversed = simulation.reverses[index] ?? null;
  if (reversed !== null) {
    const reverse = `reverses step ${reversed + 1} of the upgrade`;
    return place === null ? [reverse] : text`${place}; ${reverse}`;
  }
  return place ?? [withoutReason(operation)];
}

function withoutReason(operation: Operation): string {
  return isOpaque(operation) || operation.kind === 'bulk_insert'
    ? 'the revision puts it here; what it depends on cannot be told from outside'
    : 'the revision puts it here; no step of the upgrade is its opposite';
}
