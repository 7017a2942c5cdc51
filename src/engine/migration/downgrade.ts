import type { DatabaseState } from '../report';
import type { Catalog } from './catalog';
import type { Operation } from './operations';
import { dropColumnReason, dropPartReason } from './part-reasons';
import { refusalOf } from './refusal';
import type { Revision } from './revision';
import { describeOperation } from './sentences';
import { catalogsAlong, simulate, type Simulation } from './simulation';
import { beforeDowngrade, beforeUpgrade, standingOf } from './situation';
import type { DowngradeStep, Refusal, UpgradeStep } from './steps';
import { subjectOf } from './subject';
import { createTableReason, dropTableReason } from './table-reasons';
import { text, type Text } from './text';

/**
 * The revision's downgrade, step by step in its own order: what each does, why it stands where it does, and
 * whether PostgreSQL will refuse it there. `state` is the database as it is now; where this revision has not
 * run yet, what its upgrade would make of it counts.
 */
export function explainDowngrade(revision: Revision, state: DatabaseState): DowngradeStep[] {
  const simulation = simulate(beforeDowngrade(revision, state), revision.upgrade, revision.downgrade);
  const complete = isComplete(revision, state);
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
      refused: hedged(refusalOf(catalog, operation, complete), revision.downgrade, index),
    };
  });
}

/** Whether every table that stands when the downgrade begins is known. What plain SQL has made is not. */
function isComplete(revision: Revision, state: DatabaseState): boolean {
  const standing = standingOf(revision, state);
  if (standing !== 'next') return standing === 'applied';
  return !revision.upgrade.some(isOpaque) && revision.errors.every((error) => error.where !== 'upgrade');
}

function isOpaque(operation: Operation): boolean {
  return operation.kind === 'execute' || operation.kind === 'other';
}

/** SQL of the revision's own may have cleared the way before: what it does is not known here. */
function hedged(refusal: Refusal | null, operations: readonly Operation[], index: number): Refusal | null {
  if (refusal === null) return null;
  const unknown = operations.flatMap((operation, step) =>
    step < index && isOpaque(operation) ? [step + 1] : [],
  );
  if (unknown.length === 0) return refusal;
  const steps = `${unknown.length === 1 ? 'step' : 'steps'} ${unknown.join(', ')}`;
  return { ...refusal, sentence: text`${refusal.sentence} Unless the SQL of ${steps} sees to it.` };
}

/** The revision's upgrade, step by step, with what PostgreSQL will refuse. One that is applied has passed. */
export function explainUpgrade(revision: Revision, state: DatabaseState): UpgradeStep[] {
  const standing = standingOf(revision, state);
  const before = beforeUpgrade(revision, state);
  const catalogs = catalogsAlong(before, revision.upgrade);
  return revision.upgrade.map((operation, index) => {
    const catalog = catalogs[index];
    return {
      number: index + 1,
      operation,
      sentence: describeOperation(operation),
      ...subjectOf(catalog ?? before, operation),
      refused:
        catalog === undefined || standing === 'applied'
          ? null
          : refusalOf(catalog, operation, standing === 'next'),
    };
  });
}

function reasonFor(simulation: Simulation, catalog: Catalog, operation: Operation, index: number): Text {
  const place = placeOf(simulation, catalog, operation, index);
  if (operation.kind === 'drop_table' && place !== null) return place;
  const reversed = simulation.reverses[index] ?? null;
  if (reversed !== null) {
    const reverse = `reverses step ${reversed + 1} of the upgrade`;
    return place === null ? [reverse] : text`${place}; ${reverse}`;
  }
  return place ?? [withoutReason(operation)];
}

function placeOf(simulation: Simulation, catalog: Catalog, operation: Operation, index: number): Text | null {
  switch (operation.kind) {
    case 'drop_table':
      return dropTableReason(simulation, catalog, operation, index);
    case 'create_table':
      return createTableReason(simulation, catalog, operation, index);
    case 'drop_column':
      return dropColumnReason(simulation, catalog, operation, index);
    case 'drop_index':
    case 'drop_constraint':
      return dropPartReason(simulation, catalog, index);
    default:
      return null;
  }
}

function withoutReason(operation: Operation): string {
  return isOpaque(operation) || operation.kind === 'bulk_insert'
    ? 'the revision puts it here; what it depends on cannot be told from outside'
    : 'the revision puts it here; no step of the upgrade is its opposite';
}
