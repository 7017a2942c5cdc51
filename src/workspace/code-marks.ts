/** What the editor is handed to show in the text: problems, and the lines that belong to what is pointed at elsewhere. */

/** Something wrong with a line of a file. Lines count from 1. */
export interface CodeProblem {
  path: string;
  line: number;
  /** Whole sentences. */
  message: string;
  severity: 'error' | 'warning';
}

/** Whole lines of a file, from 1, both included. */
export interface MarkedLines {
  path: string;
  line: number;
  endLine: number;
}

/** The files that have an error; warnings stay with their lines. */
export function pathsWithErrors(problems: readonly CodeProblem[]): ReadonlySet<string> {
  return new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path));
}
