import type { FileTree } from '../files/file-tree';
import { resolvePath } from '../files/paths';
import { isPattern, patternSource, type PatternPiece } from './pattern';

/** The paths that match, in C order; none means that nothing matches. Names that start with a dot match only a dot. */
export function expandGlob(files: FileTree, cwd: string, pieces: readonly PatternPiece[]): string[] {
  const absolute = (pieces[0]?.text ?? '').startsWith('/');
  let found = [absolute ? '/' : ''];
  const segments = splitAtSlashes(pieces);
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1;
    found = found.flatMap((base) => matchSegment(files, cwd, base, segment, last));
  });
  return found;
}

/** One segment between slashes; empty ones (of `a//b` or a final slash) ask for a directory. */
function matchSegment(
  files: FileTree,
  cwd: string,
  base: string,
  segment: PatternPiece[],
  last: boolean,
): string[] {
  const text = segment.map((piece) => piece.text).join('');
  const directory = resolvePath(cwd, base);
  const slash = last ? '' : '/';
  if (!isPattern(segment)) {
    const stat = files.stat(resolvePath(directory, text));
    return stat && (last || stat.kind === 'directory') ? [base + text + (text === '' ? '' : slash)] : [];
  }
  if (files.stat(directory)?.kind !== 'directory') return [];
  const pattern = new RegExp(`^(?:${patternSource(segment, false)})$`, 'u');
  return files
    .list(directory)
    .filter((name) => pattern.test(name) && (!name.startsWith('.') || text.startsWith('.')))
    .filter((name) => last || files.stat(`${directory}/${name}`)?.kind === 'directory')
    .map((name) => base + name + slash);
}

function splitAtSlashes(pieces: readonly PatternPiece[]): PatternPiece[][] {
  const segments: PatternPiece[][] = [[]];
  for (const { text, quoted } of pieces) {
    text.split('/').forEach((part, index) => {
      if (index > 0) segments.push([]);
      if (part !== '') segments.at(-1)?.push({ text: part, quoted });
    });
  }
  return segments;
}
