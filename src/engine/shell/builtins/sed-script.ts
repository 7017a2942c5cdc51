import { escapeRegExp } from '../pattern';
import { basic, extended } from './regular-expressions';

/** Where a command of a sed script applies: a line number, the last line (`$`) or what matches. */
export type Address = number | '$' | RegExp;

/** One command of a sed script. */
export interface SedCommand {
  from: Address | null;
  to: Address | null;
  negated: boolean;
  name: string;
  /** Of `a`, `i` and `c`. */
  text: string;
  /** Of `s`. */
  pattern: RegExp | null;
  replacement: string;
  /** Of `s`: which match is the first to be replaced; all after it too with `g`. */
  nth: number;
  prints: boolean;
}

/** A script that sed would refuse; the message is sed's. */
export class SedError extends Error {}

/** Reads a sed script: `s d p q a i c =` with addresses and ranges, parted by `;` or newlines. @throws SedError */
export function parseSed(script: string, isExtended: boolean): SedCommand[] {
  let rest = script;
  const commands: SedCommand[] = [];
  const fail = (message: string): never => {
    throw new SedError(`-e expression #1, char ${script.length - rest.length + 1}: ${message}`);
  };

  function take(pattern: RegExp): string | null {
    const match = pattern.exec(rest);
    if (match) rest = rest.slice(match[0].length);
    return match && (match[1] ?? match[0]);
  }

  /** Up to the next delimiter that is not escaped; the delimiter itself is taken too. */
  function delimited(delimiter: string, what: string): string {
    for (let at = 0, inSet = false; at < rest.length; at += 1) {
      if (rest[at] === '\\') at += 1;
      else if (rest[at] === '[' && what === 'pattern') inSet = true;
      else if (rest[at] === ']') inSet = false;
      else if (rest[at] === delimiter && !inSet) {
        const text = rest.slice(0, at);
        rest = rest.slice(at + 1);
        return delimiter === '/' ? text.replaceAll('\\/', '/') : text.replaceAll(`\\${delimiter}`, delimiter);
      }
    }
    return fail(what === 'address' ? 'unterminated address regex' : "unterminated `s' command");
  }

  function expression(source: string, flags: string): RegExp {
    try {
      return new RegExp(extended(isExtended ? source : basic(source)), flags);
    } catch {
      return fail(`${escapeRegExp(source)}: not a regular expression`);
    }
  }

  function address(): Address | null {
    const number = take(/^\d+/);
    if (number !== null) return Number(number);
    if (take(/^\$/) !== null) return '$';
    return take(/^\//) !== null ? expression(delimited('/', 'address'), '') : null;
  }

  while (take(/^[\s;]+/) !== null || rest !== '') {
    if (rest === '' || take(/^#[^\n]*/) !== null) continue;
    const from = address();
    const to = from !== null && take(/^\s*,\s*/) !== null ? address() : null;
    const negated = take(/^\s*!\s*/) !== null;
    take(/^\s+/);
    const name = take(/^./) ?? fail('missing command');
    const command = {
      from,
      to,
      negated,
      name,
      text: '',
      pattern: null,
      replacement: '',
      nth: 1,
      prints: false,
    };
    if (name === 's') commands.push(substitution(command));
    else if ('aic'.includes(name)) {
      const text = take(/^\s*\\?\n?([^]*?)(?:(?<!\\)\n|$)/) ?? '';
      commands.push({ ...command, text: text.replace(/\\([^])/g, '$1') });
    } else if ('dpqDGxhHgNnlP='.includes(name)) {
      if (!'dpq='.includes(name)) fail(`the command \`${name}' cannot be used in this terminal`);
      commands.push(command);
    } else fail(`unknown command: \`${name}'`);
    if (take(/^\s*(?:[;}\n]|$)/) === null && rest !== '') fail('extra characters after command');
  }
  return commands;

  function substitution(command: SedCommand): SedCommand {
    const delimiter = take(/^[^\n\\]/) ?? fail("unterminated `s' command");
    const source = delimited(delimiter, 'pattern');
    const replacement = delimited(delimiter, 'replacement');
    const flags = take(/^[gpIi\d]*/) ?? '';
    const nth = Number(/\d+/.exec(flags)?.[0] ?? 1);
    const pattern = expression(source, /i/i.test(flags) ? 'gi' : 'g');
    return {
      ...command,
      pattern,
      replacement,
      nth: flags.includes('g') ? nth : -nth,
      prints: flags.includes('p'),
    };
  }
}
