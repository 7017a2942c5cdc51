/** `stillroom run DIR [--db FILE] [--json] -- LINE ...` */
export interface RunArguments {
  directory: string;
  /** Where the database lies between calls. */
  database: string | null;
  json: boolean;
  lines: string[];
}

export const USAGE = `usage: stillroom run DIR [--db FILE] [--json] -- "LINE" ...

Runs command lines in the project folder DIR on Stillroom's engine, and writes the files they change back into it.
  --db FILE   keep the database in FILE (SQL) between calls
  --json      print one report object at the end; what the terminal would show goes to stderr
The run stops at the first line that fails, with its exit code.
`;

/** Command-line arguments that make no sense; the message says what is wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError */
export function parseArguments(args: readonly string[]): RunArguments {
  const [command, ...rest] = args;
  if (command !== 'run')
    throw new UsageError(command ? `there is no command "${command}"` : 'a command is missing');
  const dashes = rest.indexOf('--');
  if (dashes < 0) throw new UsageError('the command lines are missing: put them after --');
  const lines = rest.slice(dashes + 1);
  if (lines.length === 0) throw new UsageError('there is no command line after --');

  let directory: string | null = null;
  let database: string | null = null;
  let json = false;
  const options = rest.slice(0, dashes).values();
  for (const option of options) {
    if (option === '--json') json = true;
    else if (option === '--db') {
      const file = options.next();
      if (file.done) throw new UsageError('--db needs a file');
      database = file.value;
    } else if (option.startsWith('--db=')) database = option.slice('--db='.length);
    else if (option.startsWith('-')) throw new UsageError(`there is no option ${option}`);
    else if (directory === null) directory = option;
    else throw new UsageError(`one project folder, please: "${directory}" or "${option}"?`);
  }
  if (directory === null) throw new UsageError('the project folder is missing');
  return { directory, database, json, lines };
}
