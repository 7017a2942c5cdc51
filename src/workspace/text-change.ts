/** The smallest single change between two texts. */

/** What stands between two places (in UTF-16 units) gives way to `text`. */
export interface TextChange {
  from: number;
  to: number;
  text: string;
}

/** The change that makes one text of the other; null where they are the same. No character or line end is cut in two. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  while (cuts(before, head) || cuts(after, head)) head -= 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  while (cuts(before, before.length - tail) || cuts(after, after.length - tail)) tail -= 1;
  return { from: head, to: before.length - tail, text: after.slice(head, after.length - tail) };
}

/** The line of a place, counted from 1. */
export function lineAt(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}

/** Whether a place is inside of what belongs together: a surrogate pair, or `\r\n`. */
function cuts(text: string, at: number): boolean {
  return (
    at > 0 && at < text.length && /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(text.slice(at - 1, at + 1))
  );
}
