/* What has to differ between a native run and the engine's, each named; all else is compared as it came. */
import type { DatabaseState } from '../../src/engine/report';

/** What commands did: the part of a recording that is compared. */
export interface Observed {
  commands: { line: string; exitCode: number; output: string }[];
  files: { changed: Record<string, string>; removed: string[] };
  database: DatabaseState;
}

type Step = (text: string) => string;

/**
 * Takes out of what was observed all that differs from run to run or from Python to Python.
 * @param python the version of the recording's Python
 */
export function normalise(observed: Observed, python: string): Observed {
  const { commands, files, database } = observed;
  const revisions = revisionNames([...commands.map(({ output }) => output), ...Object.keys(files.changed)]);
  const steps = [revisions, ...COMMON, ...(hasPlainTracebacks(python) ? [withoutTracebackMarks] : [])];
  const text = (written: string): string => steps.reduce((result, step) => step(result), written);
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

/** Random revision ids: each becomes the number of its first appearance. Those given with --rev-id stay: a command's
 * own are of one digit, or begin with cafe. */
export function revisionNames(texts: readonly string[]): Step {
  const random = /(?<=\/versions\/|-> |downgrade )(?!([0-9a-f])\1{11}|cafe)[0-9a-f]{12}(?![0-9a-f])/g;
  const ids = [...new Set(texts.flatMap((text) => text.match(random) ?? []))];
  return (text) => ids.reduce((result, id, index) => result.replaceAll(id, `<revision ${index + 1}>`), text);
}

/** The engine's Python is newer than the natives'. */
export function withoutPythonVersion(text: string): string {
  return text.replace(/(?<=\/lib\/)python3\.\d+(?=\/)/g, 'python3.x');
}

/** When a revision was made. */
export function withoutDates(text: string): string {
  return text.replace(/(?<=Create Date: )\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+/g, '<date>');
}

/** The notes' seeds choose the tweets' words and users by chance, and SQLAlchemy names a batch's parameters in the
 * order of a set; an error shows both. */
export function withoutChosenTweets(text: string): string {
  return text
    .replace(/('tweet_content(?:__\d)?': )("[^"]*"|'[^']*')/g, '$1<words>')
    .replace(/('user_id(?:__\d)?': |Key \(user_id\)=\()\d/g, '$1<user>')
    .replace(/(?<=\[parameters: \{).*(?=\}\]$)/gm, (pairs) => pairs.split(', ').sort().join(', '));
}

/** `flask db init` copies its template's files in the order in which the file system lists them. */
export function withoutFolderOrder(text: string): string {
  return text.replace(/(?:^Generating .*\/(?:env\.py|alembic\.ini|README|script\.py\.mako) .*\n)+/gm, sorted);
}

/** Alembic keeps heads and branches in sets of strings, whose order is another in each process. */
export function withoutHeadOrder(text: string): string {
  return text
    .replace(/(?:^(?:[0-9a-f]{12}|<revision \d+>)(?: \(.*\))*\n){2,}/gm, sorted)
    .replace(/(?:^ +-> (?:[0-9a-f]{12}|<revision \d+>).*\n){2,}/gm, sorted)
    .replace(/(?<=^Branches into: ).*$/gm, (list) => list.split(', ').sort().join(', '));
}

/** Alembic reflects tables in the order in which the catalog happens to have them, and says this only of those that
 * no other table's keys have made it reflect before. */
export function withoutSequencesSeen(text: string): string {
  return text.replace(
    /(?:^INFO {2}\[alembic\.ddl\.postgresql\] Detected sequence named .*\n)+/gm,
    '<sequences>\n',
  );
}

/** What scopes a session in SQLAlchemy 1.4: a greenlet where there is one, else the thread's number. */
export function withoutScope(text: string): string {
  return text.replace(/^KeyError: (?:<greenlet\.greenlet .*>|\d+)$/gm, 'KeyError: <scope>');
}

const COMMON: readonly Step[] = [
  withoutPythonVersion,
  withoutDates,
  withoutChosenTweets,
  withoutFolderOrder,
  withoutHeadOrder,
  withoutSequencesSeen,
  withoutScope,
];

/** Whether a Python shows one line of each statement in a traceback, and none of `python -c`'s. */
function hasPlainTracebacks(python: string): boolean {
  return Number(python.split('.')[1]) < 13;
}

/** Leaves of a statement in a traceback what Pythons before 3.13 showed of it, less their marks. */
export function withoutTracebackMarks(text: string): string {
  return text
    .replace(/(^ {2}File ".*", line \d+.*\n {4}.*\n)(?: {4}.*\n)*/gm, '$1')
    .replace(/(^ {2}File "<string>", .*\n) {4}.*\n/gm, '$1');
}

function sorted(lines: string): string {
  return (lines.match(/.*\n/g) ?? []).sort().join('');
}
