/**
 * One Monaco model for each file that was opened, so that each keeps its own undo history and cursor. The text belongs
 * to the workspace: models forward edits to it and follow what others change in it.
 */
import type { Content } from '../workspace/files';
import { moved } from '../workspace/paths';
import { changeBetween } from '../workspace/text-change';
import { languageOf } from './languages';
import { editor } from './monaco';

interface Entry {
  path: string;
  model: editor.ITextModel;
  /** The text that model and workspace last agreed on. */
  agreed: string;
  view: editor.ICodeEditorViewState | null;
}

export class Models {
  readonly #entries = new Map<string, Entry>();
  readonly #onEdit: (path: string, text: string) => void;

  constructor(onEdit: (path: string, text: string) => void) {
    this.#onEdit = onEdit;
  }

  /** The model of a file, made when it is first asked for. */
  get(path: string, text: string): editor.ITextModel {
    const entry = this.#entries.get(path) ?? this.#make(path, text);
    this.#follow(entry, text);
    return entry.model;
  }

  /** The open files with their models. */
  *[Symbol.iterator](): Iterator<[path: string, model: editor.ITextModel]> {
    for (const { path, model } of this.#entries.values()) yield [path, model];
  }

  /** The file that a model shows; null for a model of someone else's. */
  pathOf(model: editor.ITextModel): string | null {
    for (const entry of this.#entries.values()) if (entry.model === model) return entry.path;
    return null;
  }

  /** Brings the models in line with the workspace; a file that is gone takes its model with it. */
  follow(files: ReadonlyMap<string, Content>): void {
    for (const [path, entry] of this.#entries) {
      const content = files.get(path);
      if (typeof content === 'string') this.#follow(entry, content);
      else this.#drop(path, entry);
    }
  }

  /** Keeps models across a rename of a file or directory. */
  rename(from: string, to: string): void {
    for (const [path, entry] of [...this.#entries]) {
      const target = moved(path, from, to);
      if (target === null) continue;
      this.#entries.delete(path);
      this.#entries.set(target, entry);
      entry.path = target;
      editor.setModelLanguage(entry.model, languageOf(target));
    }
  }

  saveView(path: string, view: editor.ICodeEditorViewState | null): void {
    const entry = this.#entries.get(path);
    if (entry) entry.view = view;
  }

  viewOf(path: string): editor.ICodeEditorViewState | null {
    return this.#entries.get(path)?.view ?? null;
  }

  dispose(): void {
    for (const [path, entry] of [...this.#entries]) this.#drop(path, entry);
  }

  #make(path: string, text: string): Entry {
    const model = editor.createModel(text, languageOf(path));
    model.updateOptions({
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    const entry: Entry = { path, model, agreed: text, view: null };
    model.onDidChangeContent(() => {
      const now = textOf(model);
      if (now === entry.agreed) return;
      entry.agreed = now;
      this.#onEdit(entry.path, now);
    });
    this.#entries.set(path, entry);
    return entry;
  }

  #follow(entry: Entry, text: string): void {
    if (entry.agreed === text) return;
    entry.agreed = text;
    const { model } = entry;
    // In the model's own line ends, and without the mark at the beginning that it keeps apart.
    const change = changeBetween(
      model.getValue(),
      text.replace(/^\uFEFF/, '').replace(/\r\n?|\n/g, model.getEOL()),
    );
    if (change === null) return;
    const [from, to] = [model.getPositionAt(change.from), model.getPositionAt(change.to)];
    const range = {
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    };
    // An edit rather than a new text: Ctrl+Z goes back to before the file was changed, in one step. And no more of it
    // than is different, so that cursor and folding stay.
    model.pushStackElement();
    model.pushEditOperations(null, [{ range, text: change.text }], () => null);
    model.pushStackElement();
  }

  #drop(path: string, entry: Entry): void {
    this.#entries.delete(path);
    entry.model.dispose();
  }
}

function textOf(model: editor.ITextModel): string {
  return model.getValue(undefined, true);
}
