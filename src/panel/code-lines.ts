/** Which steps stand on which line of a revision's text. */
import type { UpgradeStep } from '../engine/migration/steps';
import { stepKey } from '../workspace/counterparts';
import type { PartKey } from '../workspace/look-types';

interface Steps {
  upgrade: readonly UpgradeStep[];
  downgrade: readonly UpgradeStep[];
}

/**
 * The keys of the steps on each line, by line number. Where a statement holds several calls (a loop, a batch), those
 * whose call is on the line come first; the statement's other lines belong to all of them.
 */
export function stepsByLine({ upgrade, downgrade }: Steps): Map<number, PartKey[]> {
  const calls = new Map<number, PartKey[]>();
  const statements = new Map<number, PartKey[]>();
  for (const [where, steps] of [
    ['upgrade', upgrade],
    ['downgrade', downgrade],
  ] as const) {
    for (const { number, operation } of steps) {
      const key = stepKey(where, number);
      if (operation.span !== null) addTo(calls, operation.span, key);
      if (operation.statement !== null) addTo(statements, operation.statement, key);
    }
  }
  const lines = new Map(calls);
  for (const [line, keys] of statements) if (!lines.has(line)) lines.set(line, keys);
  return lines;
}

function addTo(
  lines: Map<number, PartKey[]>,
  { line, endLine }: { line: number; endLine: number },
  key: PartKey,
): void {
  for (let at = line; at <= endLine; at += 1) {
    const keys = lines.get(at);
    if (keys === undefined) lines.set(at, [key]);
    else keys.push(key);
  }
}
