/** How the parts of a revision lie in files: from a line to what is there, and back. */
import type { CodeError, ModelPlace, Preview } from '../engine/migration/preview';
import type { UpgradeStep } from '../engine/migration/steps';
import { plain } from '../engine/migration/text';
import { columnKey, stepKey, tableKey } from './counterparts';
import type { PartKey, Shown } from './look-types';

/** Lines of a file, counted from 1, both included. */
export interface Lines {
  path: string;
  line: number;
  endLine: number;
}

/** Something wrong at a line, as the editor marks it. */
export interface Problem {
  path: string;
  line: number;
  message: string;
  severity: 'error' | 'warning';
}

/** What a line is about: a step of the revision file on show, or a column or table of a model; null elsewhere. */
export function partAt(
  models: readonly ModelPlace[],
  shown: Shown | null,
  path: string,
  line: number,
): PartKey | null {
  for (const { key, lines } of stepLines(shown))
    if (lines.path === path && lines.line <= line && line <= lines.endLine) return key;
  for (const model of models) {
    const column = model.columns.find((one) => one.path === path && one.line === line);
    if (column) return columnKey(labelOf(model), column.name);
  }
  const model = models.find((one) => one.path === path && one.line === line);
  return model ? tableKey(labelOf(model)) : null;
}

/** The lines at which the parts are written. */
export function linesOf(
  parts: ReadonlySet<PartKey>,
  models: readonly ModelPlace[],
  shown: Shown | null,
): Lines[] {
  if (parts.size === 0) return [];
  const at = (path: string, line: number): Lines => ({ path, line, endLine: line });
  const inModels = models.flatMap((model) => {
    const label = labelOf(model);
    const columns = model.columns.filter(({ name }) => parts.has(columnKey(label, name)));
    const own = parts.has(tableKey(label)) ? [at(model.path, model.line)] : [];
    return [...own, ...columns.map(({ path, line }) => at(path, line))];
  });
  const inRevision = stepLines(shown).flatMap(({ key, lines }) => (parts.has(key) ? [lines] : []));
  return [...inModels, ...inRevision];
}

/** What is wrong with the student's code, and with the revision file on show. */
export function problemsOf(preview: Preview | null, shown: Shown | null): Problem[] {
  return [...inCode(preview), ...inRevisionFile(shown)];
}

/** A model's table as the steps of a revision name it. */
function labelOf({ schema, table }: ModelPlace): string {
  return schema === null || schema === 'public' ? table : `${schema}.${table}`;
}

function inCode(preview: Preview | null): Problem[] {
  const outcome = preview?.outcome;
  switch (outcome?.kind) {
    case 'import-failed':
    case 'env-failed':
    case 'revisions-broken':
      return problemAt(outcome.error);
    default:
      return [];
  }
}

function problemAt({ type, message, path, line }: CodeError): Problem[] {
  return path === null || line === null
    ? []
    : [{ path, line, message: `${type}: ${message}`, severity: 'error' }];
}

function inRevisionFile(shown: Shown | null): Problem[] {
  if (shown?.choice.kind !== 'file') return [];
  const { path } = shown.choice;
  const { view } = shown;
  const problems = view.errors.flatMap(({ type, message, line }): Problem[] =>
    line === null ? [] : [{ path, line, message: `${type}: ${message}`, severity: 'error' }],
  );
  for (const step of [...view.upgrade, ...view.downgrade]) {
    const line = step.operation.span?.line;
    if (step.refused && line !== undefined)
      problems.push({ path, line, message: plain(step.refused.sentence), severity: 'error' });
  }
  for (const { severity, where, step, sentence, sqlstate } of view.findings) {
    const about = view[where].find(({ number }) => number === step);
    const line = about?.operation.span?.line;
    if (line === undefined || severity === 'advice' || severity === 'caution') continue;
    // A refusal is a finding, too.
    if (about?.refused && about.refused.sqlstate === sqlstate) continue;
    const kind = severity === 'fails' ? 'error' : 'warning';
    problems.push({ path, line, message: plain(sentence), severity: kind });
  }
  return problems;
}

function stepLines(shown: Shown | null): { key: PartKey; lines: Lines }[] {
  if (shown?.choice.kind !== 'file') return [];
  const { path } = shown.choice;
  const of = (where: 'upgrade' | 'downgrade', steps: readonly UpgradeStep[]) =>
    steps.flatMap(({ number, operation: { span } }) =>
      span === null
        ? []
        : [{ key: stepKey(where, number), lines: { path, line: span.line, endLine: span.endLine } }],
    );
  return [...of('upgrade', shown.view.upgrade), ...of('downgrade', shown.view.downgrade)];
}
