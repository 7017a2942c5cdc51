import type { Revision } from '../revision';
import { refusalOf } from '../refusal';
import type { Simulation } from '../simulation';
import type { Refusal } from '../steps';
import { text } from '../text';
import { orderFix } from './reorder';
import { isOpaque } from './statements';

/** For each step, whether PostgreSQL refuses it; with the order that works, where there is one. */
export function judge(simulation: Simulation, revision: Revision, source: string): (Refusal | null)[] {
  const { steps, catalogs, where } = simulation;
  const refusals = steps.map((operation, index) => {
    const catalog = catalogs[index];
    return catalog === undefined ? null : refusalOf(catalog, operation);
  });
  const [start] = catalogs;
  const opaque = steps.flatMap((operation, index) => (isOpaque(operation) ? [index] : []));
  const certain = (index: number): boolean => opaque.every((step) => step > index);
  const whole = revision.errors.every((error) => error.where !== where && error.where !== 'import');
  const wanted = whole && refusals.some((refusal, index) => refusal !== null && certain(index));
  const fix = wanted && start !== undefined ? orderFix(start, steps, source) : null;
  return refusals.map((refusal, index) => {
    if (refusal === null) return null;
    return certain(index)
      ? { ...refusal, fix }
      : hedged(
          refusal,
          opaque.filter((step) => step < index),
        );
  });
}

/** SQL of the revision's own may have cleared the way before: what it does is not known here. */
function hedged(refusal: Refusal, opaque: readonly number[]): Refusal {
  const steps = `${opaque.length === 1 ? 'step' : 'steps'} ${opaque.map((step) => step + 1).join(', ')}`;
  return { ...refusal, sentence: text`${refusal.sentence} Unless the SQL of ${steps} sees to it.` };
}
