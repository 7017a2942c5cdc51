import { resolvePath } from '../../files/paths';
import { matchesPattern } from '../pattern';
import type { Process } from '../program';
import { complain, tool } from './builtin';

/** Whether a path is wanted; `path` as printed. */
type Test = (path: string, name: string, kind: 'file' | 'directory') => boolean;

interface Search {
  roots: string[];
  tests: Test[];
  depth: { min: number; max: number };
  deletes: boolean;
}

export const find = {
  ...tool({
    name: 'find',
    group: 'Files and folders',
    summary: "list what is below a folder (-name '*.py', -type f or d, -maxdepth N)",
    usage: 'find [FOLDER]... [-name PATTERN] [-type f|d] [-path PATTERN] [-maxdepth N] [-not ...] [-delete]',
    options: { flags: '' },
    run: () => 0,
  }),
  options: ['-name', '-iname', '-path', '-type', '-maxdepth', '-mindepth', '-not', '-delete', '-print'],
  run: runFind,
};

function runFind(process: Process): number {
  const search = parse(process.argv.slice(1));
  if (typeof search === 'string') return complain(process, search);
  const { roots, tests, depth, deletes } = search;
  let code = 0;
  const visit = (shown: string, level: number): void => {
    const path = resolvePath(process.cwd, shown);
    const kind = process.files.stat(path)?.kind;
    if (!kind) {
      code = complain(process, `‘${shown}’: No such file or directory`);
      return;
    }
    const name = shown.replace(/\/+$/, '').split('/').at(-1) ?? '';
    const wanted = level >= depth.min && tests.every((test) => test(shown, name, kind));
    if (wanted && !deletes) process.stdout.write(`${shown}\n`);
    if (kind === 'directory' && level < depth.max) {
      for (const child of process.files.list(path)) visit(`${shown.replace(/\/$/, '')}/${child}`, level + 1);
    }
    // What is inside goes first, as `-delete` implies `-depth`.
    if (wanted && deletes && shown !== '.') process.files.remove(path);
  };
  for (const root of roots) visit(root, 0);
  return code;
}

/** Takes the expression apart, or says what is wrong with it. */
function parse(words: string[]): Search | string {
  const queue = [...words];
  const search: Search = { roots: [], tests: [], depth: { min: 0, max: Infinity }, deletes: false };
  while (queue.length > 0 && !/^[-!(]/.test(queue[0] ?? '')) search.roots.push(queue.shift() ?? '');
  if (search.roots.length === 0) search.roots.push('.');
  let negated = false;
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '-not' || word === '!') {
      negated = !negated;
      continue;
    }
    if (word === '-print' || word === '-a' || word === '-and') continue;
    if (word === '-delete') {
      search.deletes = true;
      continue;
    }
    if (!/^-(i?name|i?path|type|maxdepth|mindepth)$/.test(word)) return `unknown predicate \`${word}'`;
    const value = queue.shift();
    if (value === undefined) return `missing argument to \`${word}'`;
    if (word === '-maxdepth') search.depth.max = Number(value);
    else if (word === '-mindepth') search.depth.min = Number(value);
    else {
      const test = testFor(word, value);
      const wanted = !negated;
      search.tests.push((...args) => test(...args) === wanted);
    }
    negated = false;
  }
  return search;
}

function testFor(word: string, value: string): Test {
  if (word === '-type') return (_, __, kind) => kind === (value === 'd' ? 'directory' : 'file');
  const fold = (text: string) => (word.startsWith('-i') ? text.toLowerCase() : text);
  const pattern = [{ text: fold(value), quoted: false }];
  const ofPath = word.endsWith('path');
  return (path, name) => matchesPattern(pattern, fold(ofPath ? path : name));
}
