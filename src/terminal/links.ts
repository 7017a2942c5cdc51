/** Places in the workspace that a line of output names. */
import { toWorkspacePath } from '../workspace/paths';

export interface FoundLink {
  /** In UTF-16 units of the line. */
  start: number;
  end: number;
  path: string;
  line: number | null;
}

const traceback = /File "([^"]+)", line (\d+)/g;
// eslint-disable-next-line no-control-regex -- an escape sequence begins with a control character
const colours = /\x1b\[[0-9;]*m/g;
const bare = /(?<![\w./-])([\w./@+-]*[\w/])(?::(\d+))?/g;

/** The traceback's places and the bare paths of a line which `isFile` knows. */
export function findLinks(text: string, cwd: string, isFile: (path: string) => boolean): FoundLink[] {
  const links: FoundLink[] = [];
  const add = (start: number, end: number, printed: string, line: string | undefined): void => {
    const path = toWorkspacePath(printed, cwd);
    if (path === null || !isFile(path)) return;
    if (links.some((link) => start < link.end && end > link.start)) return;
    links.push({ start, end, path, line: line === undefined ? null : Number(line) });
  };
  for (const match of text.matchAll(traceback))
    add(match.index, match.index + match[0].length, match[1] ?? '', match[2]);
  for (const match of text.matchAll(bare)) {
    // A word that is no path (`app`) is not worth a lookup; one with a dot or a slash is.
    const printed = match[1] ?? '';
    if (/[./]/.test(printed)) add(match.index, match.index + match[0].length, printed, match[2]);
  }
  return links.sort((a, b) => a.start - b.start);
}

/** The last place that output names with a line: where a traceback ends, as far as it is the student's. */
export function lastPlace(output: string, cwd: string, isFile: (path: string) => boolean): FoundLink | null {
  // Python colours its tracebacks.
  const plain = output.replace(colours, '');
  const found = plain.split('\n').flatMap((line) => findLinks(line, cwd, isFile));
  return found.filter((link) => link.line !== null).at(-1) ?? null;
}
