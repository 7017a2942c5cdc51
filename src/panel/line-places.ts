/** From a place on the screen to a column of a line of text that is spread over several elements, and back. */

/** The column under a point; null where the point is not on the line's text. */
export function columnAt(line: HTMLElement, x: number, y: number): number | null {
  // Browsers that are a few years old do not have it.
  const at = 'caretPositionFromPoint' in document ? document.caretPositionFromPoint(x, y) : null;
  if (at === null || !line.contains(at.offsetNode)) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(at.offsetNode, at.offset);
  const column = before.toString().length;
  // A caret stands between two letters: the point may be on the one before it, or past the end.
  for (const candidate of [column, column - 1]) {
    const rect = candidate < 0 ? null : rectOf(line, candidate, candidate + 1);
    if (rect !== null && rect.left <= x && x < rect.right) return candidate;
  }
  return null;
}

/** Where some columns of a line are on the screen. */
export function rectOf(line: HTMLElement, from: number, to: number): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(line);
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (from >= passed && from <= passed + length) range.setStart(node, from - passed);
    if (to >= passed && to <= passed + length) {
      range.setEnd(node, to - passed);
      break;
    }
    passed += length;
  }
  return range.getBoundingClientRect();
}
