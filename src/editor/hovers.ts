/** Explains the names in a revision file to whoever points at them, or asks with Ctrl+K Ctrl+I. */
import { explain } from '../engine/migration/explain/explain';
import { nameInText } from '../engine/migration/explain/names-in';
import { isRevision } from '../workspace/revisions';
import { hoverWords } from './hover-words';
import { languages, type editor, type IDisposable } from './monaco';

/** Registers it for all editors; `pathOf` says which file a model shows. */
export function registerHovers(pathOf: (model: editor.ITextModel) => string | null): IDisposable {
  return languages.registerHoverProvider('python', {
    provideHover(model, { lineNumber, column }) {
      const path = pathOf(model);
      if (path === null || !isRevision(path)) return null;
      const found = nameInText(model.getLinesContent().slice(0, lineNumber), lineNumber, column - 1);
      const explanation = found && explain(found.name);
      if (!found || !explanation) return null;
      return {
        range: {
          startLineNumber: lineNumber,
          startColumn: found.from + 1,
          endLineNumber: lineNumber,
          endColumn: found.to + 1,
        },
        contents: [{ value: hoverWords(explanation) }],
      };
    },
  });
}
