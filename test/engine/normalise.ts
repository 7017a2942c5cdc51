/* What has to differ between a native run and the engine's, each named; all else is compared as it came. */
import type { DatabaseState } from '../../src/engine/report';

/** What commands did: the part of a recording that is compared. */
export interface Observed {
  commands: { line: string; exitCode: number; output: string }[];
  files: { changed: Record<string, string>; removed: string[] };
  database: DatabaseState;
}

/**
 * Takes out of what was observed all that differs from run to run or from Python to Python.
 * @param python the version of the recording's Python
 */
export function normalise(observed: Observed, python: string): Observed {
  const { commands, files, database } = observed;
  const revisions = revisionNames([...commands.map(({ output }) => output), ...Object.keys(files.changed)]);
  const text = (written: string): string =>
    steps(python).reduce((result, step) => step(result), revisions(written));
  return {
    commands: commands.map((command) => ({ ...command, output: text(command.output) })),
    files: {
      changed: Object.fromEntries(
        Object.entries(files.changed).map(([path, content]) => [revisions(path), text(content)]),
      ),
      removed: files.removed,
    },
    database: { ...database, heads: database.heads.map(revisions) },
  };
}

type Step = (text: string) => string;

function steps(python: string): Step[] {
  const common = [withoutPythonVersion, withoutDates, withoutChosenTweets, withoutFolderOrder, withoutImportMachinery];
  return hasPlainTracebacks(python) ? [...common, withoutTracebackMarks] : common;
}

/** Revision ids are random: each becomes the number of its first appearance. */
export function revisionNames(texts: readonly string[]): Step {
  const random = /(?<=\/versions\/|-> |downgrade )(?!([0-9a-f])\1{11}|cafe)[0-9a-f]{12}\b/g;
  const ids = [...new Set(texts.flatMap((text) => text.match(random) ?? []))];
  return (text) =>
    ids.reduce((result, id, index) => result.replaceAll(id, `<revision ${index + 1}>`), text);
}

/** The engine's Python is a newer one than most natives. */
export function withoutPythonVersion(text: string): string {
  return text.replace(/(?<=\/lib\/)python3\.\d+(?=\/)/g, 'python3.x');
}

/** When a revision was made. */
export function withoutDates(text: string): string {
  return text.replace(/(?<=Create Date: )\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+/g, '<date>');
}

/** The notes' seeds choose the tweets' words and users by chance; an error shows them among its parameters. */
export function withoutChosenTweets(text: string): string {
  return text
    .replace(/('tweet_content(?:__\d)?': )("[^"]*"|'[^']*')/g, '$1<words>')
    .replace(/('user_id(?:__\d)?': |Key \(user_id\)=\()\d/g, '$1<user>');
}

/** Python's own import machinery shows where it stands in its frozen source, which changes from version to version. */
export function withoutImportMachinery(text: string): string {
  return text.replace(/^ {2}File "<frozen [\w.]+>", line \d+, in .*\n/gm, '');
}

/** `flask db init` copies its template's files in the order in which the file system lists them. */
export function withoutFolderOrder(text: string): string {
  return text.replace(/(?:^Generating .*\/(?:env\.py|alembic\.ini|README|script\.py\.mako) \.\.\. {2}done\n)+/gm, (lines) =>
    lines.match(/.*\n/g)!.sort().join(''),
  );
}

function hasPlainTracebacks(python: string): boolean {
  return Number(python.split('.')[1]) < 13;
}

/** From 3.13 on, Python shows all lines of a statement in a traceback and marks the call; before, one line and the part
 * that failed. What is left is the first line. */
export function withoutTracebackMarks(text: string): string {
  return text.replace(/(^ {2}File ".*", line \d+.*\n {4}.*\n)(?: {4}.*\n)*/gm, '$1');
}
