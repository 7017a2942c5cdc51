import type { LeftBehind, ProofFailure, ProofStop } from '../migration/proof';
import { code, list, text, type Text } from '../migration/text';
import type { Findings } from './judge';
import { rowConclusions } from './row-conclusions';

/** What a round trip comes to, in sentences: what went wrong first, or that all is well. */
export function conclude(findings: Findings): Text[] {
  const schema = aboutFailure(findings) ?? aboutSchema(findings);
  const rows = rowConclusions(findings.rows);
  const verdict = findings.passed ? [allIsWell(findings)] : [];
  return [...verdict, ...schema, ...rows, ...findings.course.notes];
}

function aboutFailure(findings: Findings): Text[] | null {
  const { stops, course } = findings;
  const at = stops.findIndex(({ failure }) => failure !== null);
  const failure = stops[at]?.failure ?? null;
  if (failure === null) return null;
  const end = course.stops[at]?.end;
  const { command } = stops[at] as ProofStop;
  if (end && 'crashed' in end && end.crashed)
    return [
      text`The ${command} stops PostgreSQL itself${placeOf(failure)}. It was the copy's: your database has not been touched.`,
    ];
  const cause = command === 'upgrade' ? causeOf(findings) : null;
  if (cause === null)
    return [text`The ${command} fails${again(stops, at)}${placeOf(failure)}: ${reasonOf(failure)}`];
  return [text`${cause}, so the next upgrade fails: ${reasonOf(failure)}`, ...detailsAfter(findings)];
}

/** What an earlier downgrade did wrong, as the first half of a sentence. */
function causeOf(findings: Findings): Text | null {
  if (findings.downgradeDoesNothing) return text`The downgrade does nothing`;
  if (findings.leftBehind.length > 0) return text`The downgrade leaves ${things(findings.leftBehind)} behind`;
  const lines = linesIn(downgradeOf(findings));
  return lines === 0 ? null : text`The downgrade does not bring back the schema as it was before the upgrade`;
}

/** What is still to be said when the sentence about the failure has named its cause. */
function detailsAfter(findings: Findings): Text[] {
  const rest = linesIn(downgradeOf(findings)) - findings.leftBehind.length;
  if (findings.downgradeDoesNothing || findings.leftBehind.length === 0 || rest === 0) return [];
  return [differs('downgrade', rest)];
}

function aboutSchema(findings: Findings): Text[] {
  if (findings.downgradeDoesNothing)
    return [text`The downgrade does nothing: what the upgrade changes is still there afterwards.`];
  const sentences: Text[] = [];
  if (findings.leftBehind.length > 0)
    sentences.push(text`The downgrade leaves ${things(findings.leftBehind)} behind.`);
  const rest = linesIn(downgradeOf(findings)) - findings.leftBehind.length;
  if (rest > 0) sentences.push(differs('downgrade', rest));
  const upgrade = Math.max(0, ...findings.stops.filter(({ command }) => command === 'upgrade').map(linesIn));
  if (upgrade > 0) sentences.push(differs('upgrade', upgrade));
  return sentences;
}

function allIsWell({ course, rows, changesSchema }: Findings): Text {
  const way =
    course.start === 'below' ? 'Upgrade, downgrade and upgrade' : 'Downgrade, upgrade and downgrade';
  const schema = changesSchema ? 'bring the same schema each time' : 'leave the schema as it is';
  const total = [...course.begun.rows.values()].reduce((sum, table) => sum + table.rows.length, 0);
  const kept =
    rows.length > 0
      ? 'no row is lost but in what this revision itself makes'
      : total === 0
        ? 'there are no rows that could be lost'
        : 'no row is lost';
  return text`${way} again ${schema}, and ${kept}.`;
}

function differs(command: 'upgrade' | 'downgrade', lines: number): Text {
  const than =
    command === 'downgrade' ? 'what it was before the upgrade' : 'what it was after the upgrade before';
  return text`After the ${command} the schema differs in ${lines} ${lines === 1 ? 'line' : 'lines'} from ${than}.`;
}

/** The first downgrade that does not come out where it should, or null. */
function downgradeOf({ stops }: Findings): ProofStop | null {
  return stops.find((stop) => stop.command === 'downgrade' && linesIn(stop) > 0) ?? null;
}

function linesIn(stop: ProofStop | null): number {
  return (stop?.difference ?? []).filter(({ sign }) => sign !== ' ').length;
}

function again(stops: readonly ProofStop[], at: number): string {
  const { command } = stops[at] as ProofStop;
  return stops.slice(0, at).some((stop) => stop.command === command) ? ' the second time' : '';
}

function placeOf({ path, line }: ProofFailure): Text {
  if (path === null) return [];
  return line === null ? text` in ${code(path)}` : text` in line ${line} of ${code(path)}`;
}

/** In PostgreSQL's words, or Alembic's. */
function reasonOf({ message, sqlstate }: ProofFailure): Text {
  const words = message.trim().replace(/\.$/, '');
  return sqlstate === null ? text`${words}.` : text`${words} (${sqlstate}).`;
}

function things(left: readonly LeftBehind[]): Text {
  return list(
    left.map(({ kind, name }) => {
      if (kind === 'other') return [code(name)];
      return text`the ${kind === 'enum' ? 'enum type' : 'sequence'} ${code(name)}`;
    }),
  );
}
