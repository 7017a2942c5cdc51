/** Problems as Monaco's markers: a squiggle under the line's text, its words on pointing at it, and F8 to go from one to the next. */
import type { CodeProblem } from '../workspace/code-marks';
import { editor, MarkerSeverity } from './monaco';

const owner = 'stillroom';

const severities = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning };

/** Puts the problems on the open files; those of before are gone. */
export function setMarkers(
  models: Iterable<readonly [path: string, model: editor.ITextModel]>,
  problems: readonly CodeProblem[],
): void {
  for (const [path, model] of models) {
    const own = problems.filter((problem) => problem.path === path);
    editor.setModelMarkers(
      model,
      owner,
      own.map((problem) => marker(model, problem)),
    );
  }
}

/** The line may be gone since: then it is the last one. */
function marker(model: editor.ITextModel, { line, message, severity }: CodeProblem): editor.IMarkerData {
  const at = Math.min(Math.max(line, 1), model.getLineCount());
  return {
    severity: severities[severity],
    message,
    startLineNumber: at,
    startColumn: model.getLineFirstNonWhitespaceColumn(at) || 1,
    endLineNumber: at,
    endColumn: model.getLineLastNonWhitespaceColumn(at) || model.getLineMaxColumn(at),
  };
}
