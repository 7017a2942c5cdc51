import { resolve, tableLabel, type Catalog, type StandingKey } from './catalog';
import { keysOnto, ownKeys, reaches } from './graph';
import { byTable, tablesWhose } from './key-words';
import type { DropTable } from './operations';
import { stepDropping, type GoneKey, type Simulation } from './simulation';
import { clauses, code, codes, text, type Text } from './text';

/**
 * Why a table is dropped where it is: what had to go before it, or what still stands in its way.
 * Null for a table that is not known: nothing can be said of who refers to it.
 */
export function dropTableReason(
  simulation: Simulation,
  catalog: Catalog,
  operation: DropTable,
  index: number,
): Text | null {
  const table = resolve(catalog, operation);
  if (!catalog.tables.has(table)) return null;
  const own = ownKeys(catalog, table);
  const itself =
    own.length === 0 ? [] : text`; its own ${codes(own.flatMap((key) => key.columns))} goes with it`;
  const blockers = keysOnto(catalog, table);
  if (blockers.length > 0) {
    const circle = blockers.some((key) => reaches(catalog, table, key.table));
    const back = circle ? ['; they refer to each other in a circle'] : [];
    return text`too early: ${clauses(waits(simulation, catalog, blockers, index))}${back}`;
  }
  const gone = simulation.gone.filter(
    ({ key, step }) => step < index && key.referenced === table && key.table !== table,
  );
  if (gone.length > 0) return text`after ${clauses(afterwards(simulation, gone))}${itself}`;
  return own.length > 0 ? text`nobody else refers to it${itself}` : ['nobody refers to it'];
}

/** What had to go first, told by the kind of step that took each key away. */
export function afterwards(simulation: Simulation, gone: readonly GoneKey[]): Text[] {
  const steps = [...new Set(gone.map(({ step }) => step))];
  return steps.flatMap((step) => {
    const operation = simulation.steps[step];
    const catalog = simulation.catalogs[step];
    const keys = gone.filter((one) => one.step === step).map(({ key }) => key);
    if (operation === undefined || catalog === undefined) return [];
    switch (operation.kind) {
      case 'drop_constraint':
        return keys.map(
          (key) =>
            text`the key ${code(key.name)} of ${code(tableLabel(catalog, key.table))} (step ${step + 1})`,
        );
      case 'drop_column':
        return [
          text`the column ${code(`${tableLabel(catalog, resolve(catalog, operation))}.${operation.column}`)} (step ${step + 1}), whose key went with it`,
        ];
      default:
        return tablesWhose(catalog, keys);
    }
  });
}

/** What still stands in the way, and when it goes. */
function waits(
  simulation: Simulation,
  catalog: Catalog,
  blockers: readonly StandingKey[],
  index: number,
): Text[] {
  return [...byTable(blockers)].map(([table, keys]) => {
    const step = stepDropping(simulation, table, index);
    const when =
      step === null ? `is not dropped by this ${simulation.where}` : `is dropped only in step ${step}`;
    return text`${clauses(tablesWhose(catalog, keys))}, ${when}`;
  });
}
