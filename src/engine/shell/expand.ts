import { parse, type ArithmeticExpression, type ParsedScript, type Word, type WordPart } from 'unbash';
import type { FileTree } from '../files/file-tree';
import { evaluate } from './arithmetic';
import { expandBraces } from './braces';
import { FatalError, ShellError, Unsupported } from './control';
import { expandGlob } from './glob';
import { expandParameter, parameter } from './parameters';
import { isPattern, type PatternPiece } from './pattern';
import type { ShellState } from './state';

/** What expansion needs from around it; `substitute` runs the script of a `$(...)` and gives its output. */
export interface Expansion {
  state: ShellState;
  files: FileTree;
  substitute(script: ParsedScript): Promise<string>;
}

/** A piece of an expanded word. `split`: it came out of an unquoted expansion, so blanks in it separate words. */
interface Fragment extends PatternPiece {
  split: boolean;
  /** The word ends after this piece: between the values of `"$@"`. */
  ends?: boolean;
}

/** A word as arguments: every expansion, then splitting at blanks, then file names. */
export async function expandWord(word: Word, around: Expansion): Promise<string[]> {
  if (word.parts?.some((part) => part.type === 'BraceExpansion')) {
    const texts = expandBraces(word.text);
    if (texts.length > 1 || texts[0] !== word.text) {
      const words: string[] = [];
      for (const text of texts) {
        const made = reparse(text);
        if (made) words.push(...(await expandWord(made, around)));
      }
      return words;
    }
  }
  const fields = splitFields(await fragments(word, around), around.state.get('IFS') ?? ' \t\n');
  return fields.flatMap((field) => fileNames(field, around));
}

/** A word as one text: no splitting, no file names (assignments, here-strings, `case`). */
export async function expandText(word: Word, around: Expansion): Promise<string> {
  return (await fragments(word, around)).map((fragment) => fragment.text).join('');
}

/** A word as a pattern (`case`, `[[ == ]]`, `${x%...}`). */
export function expandPattern(word: Word, around: Expansion): Promise<PatternPiece[]> {
  return fragments(word, around);
}

/** The text of an unquoted here-document. */
export async function expandParts(parts: readonly WordPart[], around: Expansion): Promise<string> {
  const expanded: Fragment[] = [];
  for (const part of parts) expanded.push(...(await expandPart(part, true, around)));
  return expanded.map((fragment) => fragment.text).join('');
}

/** The value of `((...))` and `$((...))`. */
export async function evaluateArithmetic(
  expression: ArithmeticExpression,
  around: Expansion,
  source = '((',
): Promise<number> {
  try {
    return await evaluate(expression, {
      get: (name) => parameter(around.state, name),
      set: (name, value) => around.state.set(name, value),
      expand: (text) => expandSource(`"${text}"`, around),
    });
  } catch (error) {
    if (error instanceof ShellError) throw new FatalError(`${source}: ${error.message}`);
    throw error;
  }
}

async function fragments(word: Word, around: Expansion): Promise<Fragment[]> {
  const tilde = expandTilde(word, around.state);
  const parts = word.parts ?? [];
  if (parts.length === 0) return [...tilde.fragments, quoted(word.value.slice(tilde.length))];
  const result = tilde.fragments;
  for (const [index, part] of parts.entries()) {
    if (index === 0 && tilde.length > 0 && part.type === 'Literal')
      result.push(quoted(part.value.slice(tilde.length)));
    else result.push(...(await expandPart(part, false, around)));
  }
  return result;
}

/** `~`, `~/x`, `~student`, `~+`: what the start of a word stands for, and how much of it is used up. */
function expandTilde(word: Word, state: ShellState): { fragments: Fragment[]; length: number } {
  const first = word.parts?.[0];
  const text = first ? (first.type === 'Literal' ? first.text : '') : word.text;
  const match = /^~(\+|-|\w*)(?=\/|$)/.exec(text);
  const whole = !first || word.parts.length === 1 || text.includes('/');
  if (!match || !whole) return { fragments: [], length: 0 };
  const [prefix, name] = match;
  const home = { '': 'HOME', [state.get('USER') ?? '']: 'HOME', '+': 'PWD', '-': 'OLDPWD' }[name ?? ''];
  const value = home && state.get(home);
  return value ? { fragments: [quoted(value)], length: prefix.length } : { fragments: [], length: 0 };
}

async function expandPart(part: WordPart, inQuotes: boolean, around: Expansion): Promise<Fragment[]> {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return [quoted(part.value)];
    case 'Glob':
      return part.kind === 'bracket' ? bracket(part.parts, around) : [unquoted(part.value)];
    case 'DoubleQuoted':
    case 'LocaleString':
      return doubleQuoted(part.parts, around);
    case 'SimpleExpansion':
      return [value(parameter(around.state, part.text.slice(1)) ?? '', inQuotes)];
    case 'ParameterExpansion': {
      const operands = {
        text: (word: Word) => expandText(word, around),
        pattern: (word: Word) => expandPattern(word, around),
      };
      return [value(await expandParameter(around.state, part, operands), inQuotes)];
    }
    case 'CommandExpansion': {
      const output = part.script ? await around.substitute(part.script) : '';
      return [value(output.replace(/\n+$/, ''), inQuotes)];
    }
    case 'ArithmeticExpansion': {
      const source = part.text.slice(3, -2);
      if (!part.expression) throw new FatalError(`${source}: syntax error: operand expected`);
      return [value(String(await evaluateArithmetic(part.expression, around, source)), inQuotes)];
    }
    case 'BraceExpansion':
      return [quoted(part.text)];
    case 'ProcessSubstitution':
      throw new Unsupported('Process substitution (`<(...)`)');
    case 'ExtendedGlob':
      throw new Unsupported(`The extended pattern \`${part.text}\``);
  }
}

async function doubleQuoted(parts: readonly WordPart[], around: Expansion): Promise<Fragment[]> {
  const result: Fragment[] = [];
  for (const part of parts) {
    if (part.type !== 'SimpleExpansion' || part.text !== '$@')
      result.push(...(await expandPart(part, true, around)));
    else {
      const { positional } = around.state;
      if (positional.length === 0 && parts.length === 1) return [];
      positional.forEach((text, index) =>
        result.push({ ...quoted(text), ends: index < positional.length - 1 }),
      );
    }
  }
  return result.length > 0 ? result : [quoted('')];
}

/** `[...]` may hold quotations and variables: `[$x]`. */
async function bracket(parts: readonly WordPart[], around: Expansion): Promise<Fragment[]> {
  const result = [unquoted('[')];
  for (const part of parts) {
    if (part.type === 'Literal') result.push(unquoted(part.text));
    else result.push(...(await expandPart(part, false, around)));
  }
  return [...result, unquoted(']')];
}

function unquoted(text: string): Fragment {
  return { text, quoted: false, split: false };
}

function quoted(text: string): Fragment {
  return { text, quoted: true, split: false };
}

function value(text: string, inQuotes: boolean): Fragment {
  return { text, quoted: inQuotes, split: !inQuotes };
}

/** Cuts the fragments into words where an unquoted expansion gave a blank. */
function splitFields(all: Fragment[], separators: string): PatternPiece[][] {
  const fields: PatternPiece[][] = [];
  let field: PatternPiece[] | null = null;
  for (const { text, quoted, split, ends } of all) {
    if (!split) {
      (field ??= []).push({ text, quoted });
      if (ends) {
        fields.push(field);
        field = null;
      }
      continue;
    }
    const pieces =
      separators === '' ? [text] : text.split(new RegExp(`[${separators.replace(/[\]\\^-]/g, '\\$&')}]+`));
    for (const [index, piece] of pieces.entries()) {
      if (index > 0 && field) {
        fields.push(field);
        field = null;
      }
      if (piece !== '') (field ??= []).push({ text: piece, quoted });
    }
  }
  if (field) fields.push(field);
  return fields;
}

function fileNames(field: PatternPiece[], around: Expansion): string[] {
  const text = plainText(field);
  if (!isPattern(field)) return [text];
  const found = expandGlob(around.files, around.state.cwd, field);
  return found.length > 0 ? found : [text];
}

/** The value of source text that is one word. */
async function expandSource(source: string, around: Expansion): Promise<string> {
  const word = reparse(source);
  return word ? expandText(word, around) : '';
}

/** Text that brace expansion made, as a word again; undefined when nothing is left of it. */
function reparse(text: string): Word | undefined {
  const command = parse(`: ${text}`).commands[0]?.command;
  const word = command?.type === 'Command' ? command.suffix[0] : undefined;
  return word?.type === 'Word' ? word : undefined;
}

/** The text that pieces stand for when they match no file. */
function plainText(pieces: PatternPiece[]): string {
  return pieces.map((piece) => piece.text).join('');
}
