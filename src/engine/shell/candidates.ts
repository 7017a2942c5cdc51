import type { CommandTree } from './command-tree';

/** What completion knows about. */
export interface CompletionSources {
  /** Everything that can be run. */
  names: readonly string[];
  /** Commands with their options and subcommands. */
  trees: readonly CommandTree[];
  /** Revision ids, newest first. */
  revisions: readonly string[];
  variables: readonly string[];
  /** What a folder holds, as the student would write its path ('' is the current one); nothing if there is none. */
  list(folder: string): readonly { name: string; isDirectory: boolean }[];
}

/** Candidates for the word from its `skip`-th character on. */
export interface Candidates {
  skip: number;
  candidates: string[];
}

/** Symbols that stand for revisions. */
const SYMBOLS = ['head', 'heads', 'base', '-1', '+1'];
const TAKE_COMMANDS = new Set(['which', 'type', 'help', 'command']);
const TAKE_VARIABLES = new Set(['export', 'unset']);
const TAKE_FOLDERS = new Set(['cd', 'rmdir']);
/** What `python -m` is used for here. */
const MODULES = ['alembic', 'flask', 'pip'];

/** What could stand after `words` and begins with `current`; `words` null asks for files alone. */
export function candidatesFor(
  words: readonly string[] | null,
  current: string,
  sources: CompletionSources,
): Candidates {
  if (words === null) return files(current, sources);
  const inner = unwrap(words);
  if (inner.length === 0)
    return current.includes('/') ? files(current, sources) : plain(sources.names, current);
  const [name = ''] = inner;
  if (/^python3?$/.test(name) && inner.at(-1) === '-m') return plain(MODULES, current);
  const valueAt = /^--[\w-]+=/.exec(current)?.[0].length ?? 0;
  if (valueAt > 0) return after(valueAt, files(current.slice(valueAt), sources));

  const node = follow(inner, sources.trees);
  const options = current.startsWith('-') ? (node?.options ?? []) : [];
  if (node?.takesRevision) {
    const start = current.lastIndexOf(':') + 1;
    const wanted = current.slice(start);
    const revisions = [...sources.revisions, ...SYMBOLS, ...(start === 0 ? options : [])];
    return after(
      start,
      plain(wanted === '' ? revisions.filter((text) => !text.startsWith('-')) : revisions, wanted),
    );
  }
  if (options.length > 0) return plain(options, current);
  if (node && node.commands.length > 0)
    return plain(
      node.commands.map((command) => command.name),
      current,
    );
  if (TAKE_COMMANDS.has(name)) return plain(sources.names, current);
  if (TAKE_VARIABLES.has(name)) return plain(sources.variables, current);
  return files(current, sources, TAKE_FOLDERS.has(name));
}

/** Takes off what only passes a command on: `pipenv run`, `env A=b`, `python -m`. */
function unwrap(words: readonly string[]): readonly string[] {
  const [first = '', second, third] = words;
  if (first === 'pipenv' && second === 'run') return unwrap(words.slice(2));
  if (first === 'time' || first === '!') return unwrap(words.slice(1));
  if (first === 'env') {
    const command = words.findIndex((word, index) => index > 0 && !/^-|=/.test(word));
    return command < 0 ? [] : unwrap(words.slice(command));
  }
  if (/^python3?$/.test(first) && second === '-m' && third !== undefined) return words.slice(2);
  return words;
}

/** The node of the command tree that these words lead to. */
function follow(words: readonly string[], trees: readonly CommandTree[]): CommandTree | undefined {
  let node = trees.find((tree) => tree.name === words[0]);
  for (const word of words.slice(1)) node = node?.commands.find((command) => command.name === word) ?? node;
  return node;
}

function plain(all: Iterable<string>, start: string): Candidates {
  return { skip: 0, candidates: [...new Set(all)].filter((text) => text.startsWith(start)) };
}

function after(skip: number, inner: Candidates): Candidates {
  return { skip: skip + inner.skip, candidates: inner.candidates };
}

/** Files below the folder that is typed already; hidden ones when a dot is. */
function files(current: string, sources: CompletionSources, foldersOnly = false): Candidates {
  const cut = current.lastIndexOf('/') + 1;
  const [folder, start] = [current.slice(0, cut), current.slice(cut)];
  const candidates = sources
    .list(folder)
    .filter(({ name, isDirectory }) => name.startsWith(start) && (isDirectory || !foldersOnly))
    .filter(({ name }) => start.startsWith('.') || !name.startsWith('.'))
    .map(({ name, isDirectory }) => folder + name + (isDirectory ? '/' : ''));
  return { skip: 0, candidates };
}
