/** Tells which line of the editor is pointed at. Typing within a line tells nothing. */
import { editor } from './monaco';
import { Pointer } from './pointer';

/** Follows mouse and cursor of an editor for as long as it lives. */
export function followPointing(view: editor.ICodeEditor, tell: (line: number | null) => void): void {
  const pointer = new Pointer(tell, (callback) => requestAnimationFrame(callback));
  const cursor = (): number | null => (view.hasTextFocus() ? (view.getPosition()?.lineNumber ?? null) : null);
  view.onMouseMove(({ target }) => {
    // Below the last line the editor still names that line.
    const below = target.type === editor.MouseTargetType.CONTENT_EMPTY && target.detail.isAfterLines;
    pointer.mouse(below ? null : (target.position?.lineNumber ?? null));
  });
  view.onMouseLeave(() => pointer.mouse(null));
  view.onDidChangeCursorPosition(({ position }) => {
    if (view.hasTextFocus()) pointer.cursor(position.lineNumber);
  });
  view.onDidFocusEditorText(() => pointer.cursor(cursor()));
  view.onDidBlurEditorText(() => pointer.cursor(null));
  view.onDidChangeModel(() => pointer.otherFile(cursor()));
}
