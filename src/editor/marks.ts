/** The lines that belong to what is pointed at elsewhere on the page, on a calm ground. */
import type { MarkedLines } from '../workspace/code-marks';
import type { editor } from './monaco';

export class Marks {
  readonly #shown: editor.IEditorDecorationsCollection;

  constructor(view: editor.ICodeEditor) {
    this.#shown = view.createDecorationsCollection();
  }

  /** Marks the lines of the file that the view shows. */
  show(path: string | null, marked: readonly MarkedLines[]): void {
    const own = marked.filter((lines) => lines.path === path);
    if (own.length === 0) {
      this.#shown.clear();
      return;
    }
    this.#shown.set(own.map(decoration));
  }
}

function decoration({ line, endLine }: MarkedLines): editor.IModelDeltaDecoration {
  return {
    range: { startLineNumber: line, startColumn: 1, endLineNumber: endLine, endColumn: 1 },
    options: { isWholeLine: true, className: 'marked-lines', linesDecorationsClassName: 'marked-edge' },
  };
}
