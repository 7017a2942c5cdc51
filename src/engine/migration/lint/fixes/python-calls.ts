import type { SourceSpan } from '../../operations';
import { rangeOf, type PythonSource } from './python-source';
import { depthChange, type PythonToken } from './python-tokens';

/** One argument of a call, by its place in the text. */
export interface Argument {
  /** Null for one that stands by its position; `*` and `**` for those that bring several. */
  name: string | null;
  from: number;
  to: number;
  /** Its value alone, without `name=`. */
  value: { from: number; to: number; text: string };
}

/** A call, taken apart. */
export interface Call {
  /** What is called: `op.add_column`, `sa.Column`. */
  callee: string;
  arguments: Argument[];
  /** The place of the bracket that closes it. */
  close: number;
}

/** The call that an operation was made by; null where the text there is something else. */
export function callAt(source: PythonSource, span: SourceSpan | null): Call | null {
  return span === null ? null : callIn(source, rangeOf(source, span));
}

/** The call that a piece of the text consists of, or null. */
export function callIn(source: PythonSource, { from, to }: { from: number; to: number }): Call | null {
  const tokens = source.tokens.filter(
    (token) => token.from >= from && token.to <= to && token.kind !== 'newline',
  );
  const open = tokens.findIndex((token) => token.text === '(');
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (open < 1 || first?.from !== from || last?.to !== to || last.text !== ')') return null;
  const callee = tokens.slice(0, open);
  if (!callee.every((token, index) => (index % 2 === 0 ? token.kind === 'word' : token.text === '.')))
    return null;
  const inside = tokens.slice(open + 1, -1);
  if (closesEarly(inside)) return null;
  return {
    callee: callee.map((token) => token.text).join(''),
    arguments: split(inside).map((argument) => argumentOf(source.text, argument)),
    close: last.from,
  };
}

/** The argument at a position, or of a name; null where arguments that come as a bundle hide which is which. */
export function argument(call: Call, position: number, name: string): Argument | null {
  if (call.arguments.some((one) => one.name?.startsWith('*') === true)) return null;
  const named = call.arguments.find((one) => one.name === name);
  if (named !== undefined) return named;
  const placed = call.arguments[position];
  return placed?.name === null ? placed : null;
}

/** `f(a)(b)` and `f(a) + g(b)` are no single call. */
function closesEarly(tokens: readonly PythonToken[]): boolean {
  let depth = 0;
  return tokens.some((token) => {
    depth += depthChange(token);
    return depth < 0;
  });
}

function split(tokens: readonly PythonToken[]): PythonToken[][] {
  const parts: PythonToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += depthChange(token);
    if (depth === 0 && token.kind === 'symbol' && token.text === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

function argumentOf(text: string, tokens: readonly PythonToken[]): Argument {
  const [first, second, third] = tokens;
  const [from, to] = [first?.from ?? 0, tokens.at(-1)?.to ?? 0];
  const isNamed =
    first?.kind === 'word' && second?.text === '=' && third?.text !== '=' && third !== undefined;
  const start = isNamed ? third.from : from;
  const name = isNamed ? first.text : first?.text === '*' ? '*' : null;
  return { name, from, to, value: { from: start, to, text: text.slice(start, to) } };
}
