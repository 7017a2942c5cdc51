import { code, codes, text, type Text } from '../migration/text';
import type { RowVerdict } from './row-verdicts';

/** What became of the rows, in sentences; what lies in the nature of the trip comes last. */
export function rowConclusions(verdicts: readonly RowVerdict[]): Text[] {
  const ofTables = verdicts.filter(({ change, dropped }) => change.inherent && dropped && change.lost > 0);
  const ofColumns = verdicts.filter(({ change, dropped }) => change.inherent && !dropped);
  return [
    ...verdicts.filter(({ change }) => !change.inherent).flatMap(loss),
    ...(ofTables.length === 0 ? [] : [ownTables(ofTables)]),
    ...ofColumns.map(ownColumns),
  ];
}

function loss(verdict: RowVerdict): Text[] {
  const { change, gone, changed, there, back, dropped } = verdict;
  const table = code(change.table);
  const sentences: Text[] = [];
  if (gone > 0) {
    const why = dropped
      ? text`: the ${there} drops the table, and the ${back} makes it again without them`
      : text` after the ${back}`;
    sentences.push(text`${rows(gone)} of ${table} ${gone === 1 ? 'is' : 'are'} gone${why}.`);
  }
  if (changed > 0) sentences.push(...lostValues(verdict));
  if (change.added > 0)
    sentences.push(
      text`${rows(change.added)} ${change.added === 1 ? 'appears' : 'appear'} in ${table} that ${change.added === 1 ? 'was' : 'were'} not there before${leftIn(verdict)}.`,
    );
  return sentences;
}

function lostValues(verdict: RowVerdict): Text[] {
  const { change, changed, there, back, droppedColumns } = verdict;
  const table = code(change.table);
  const others = change.columns.filter((name) => !droppedColumns.includes(name));
  const sentences: Text[] = [];
  if (droppedColumns.length > 0) {
    const [column, it] = droppedColumns.length === 1 ? ['the column', 'it'] : ['the columns', 'them'];
    sentences.push(
      text`${rows(changed)} of ${table} ${changed === 1 ? 'loses' : 'lose'} what stood in ${codes(droppedColumns)}: the ${there} drops ${column}, and the ${back} can only make ${it} anew.`,
      ...rename(verdict),
    );
  }
  if (others.length > 0)
    sentences.push(
      text`${rows(changed)} of ${table} ${changed === 1 ? 'holds' : 'hold'} something else in ${codes(others)} after the ${back}.`,
    );
  return sentences;
}

/** One column for one column: it may be meant as a new name. */
function rename({ change, there, droppedColumns, columnsThere }: RowVerdict): Text[] {
  const [here, far] = [droppedColumns[0], columnsThere[0]];
  if (here === undefined || far === undefined || droppedColumns.length + columnsThere.length > 2) return [];
  const [old, now] = there === 'upgrade' ? [here, far] : [far, here];
  const call = `op.alter_column('${change.table}', '${old}', new_column_name='${now}')`;
  return [
    text`If ${code(now)} is meant to be ${code(old)} under a new name, ${code(call)} in its place keeps what stands in it.`,
  ];
}

function leftIn({ there, back }: RowVerdict): Text {
  return there === 'upgrade' ? text`: the ${back} does not take back what the ${there} inserts` : [];
}

function ownTables(verdicts: readonly RowVerdict[]): Text {
  const lost = verdicts.reduce((sum, { change }) => sum + change.lost, 0);
  const [tables, them] = verdicts.length === 1 ? ['the table', 'it'] : ['the tables', 'them'];
  return text`${rows(lost)} of ${codes(verdicts.map(({ change }) => change.table))} ${lost === 1 ? 'goes' : 'go'} with ${tables}: this revision creates ${them}, so its downgrade drops ${them}.`;
}

function ownColumns({ change, changed, droppedColumns }: RowVerdict): Text {
  const [columns, them] = droppedColumns.length === 1 ? ['the column', 'it'] : ['the columns', 'them'];
  return text`${rows(changed)} of ${code(change.table)} ${changed === 1 ? 'loses' : 'lose'} what stood in ${codes(droppedColumns)}: this revision adds ${columns}, so its downgrade drops ${them}.`;
}

function rows(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}
