import type { ParameterExpansionPart, ParameterOperation, Word } from 'unbash';
import { FatalError, ShellError, Unsupported } from './control';
import { matchesPattern, patternSource, type PatternPiece } from './pattern';
import type { ShellState } from './state';

/** How the operands of `${...}` are expanded; only those that count are. */
export interface OperandExpansion {
  text(word: Word): Promise<string>;
  pattern(word: Word): Promise<PatternPiece[]>;
}

/** The value of `$name`, special parameters included; undefined while unset. */
export function parameter(state: ShellState, name: string): string | undefined {
  if (name === '?') return String(state.lastExit);
  if (name === '$') return '1';
  if (name === '#') return String(state.positional.length);
  if (name === '@' || name === '*') {
    const separator = name === '*' ? (state.get('IFS') ?? ' ').charAt(0) : ' ';
    return state.positional.length > 0 ? state.positional.join(separator) : undefined;
  }
  if (name === '-') return 'hB';
  if (name === '0') return state.name;
  if (/^\d+$/.test(name)) return state.positional[Number(name) - 1];
  return state.get(name);
}

/** The value of `${...}`. */
export async function expandParameter(
  state: ShellState,
  part: ParameterExpansionPart,
  expand: OperandExpansion,
): Promise<string> {
  if (part.index) throw new Unsupported('Arrays');
  if (!/^(\w+|[?$#@*!-])$/.test(part.parameter)) throw new ShellError(`${part.text}: bad substitution`);
  let value = parameter(state, part.parameter);
  if (part.prefix === '#') {
    return String(/[@*]/.test(part.parameter) ? state.positional.length : Array.from(value ?? '').length);
  }
  if (part.prefix === '!') {
    if (!value) throw new ShellError(`${part.parameter}: invalid indirect expansion`);
    value = parameter(state, value);
  }
  return part.operation ? operate(state, part, part.operation, value, expand) : (value ?? '');
}

async function operate(
  state: ShellState,
  part: ParameterExpansionPart,
  operation: ParameterOperation,
  value: string | undefined,
  expand: OperandExpansion,
): Promise<string> {
  const text = value ?? '';
  switch (operation.type) {
    case 'Default':
      return orDefault(state, part.parameter, operation.operator, operation.operand, value, expand);
    case 'Remove':
      return remove(text, operation.operator, await expand.pattern(operation.operand));
    case 'Replace': {
      const replacement = await expand.text(operation.replacement);
      return replace(text, operation.operator, await expand.pattern(operation.pattern), replacement);
    }
    case 'Slice': {
      const offset = Number(await expand.text(operation.offset));
      const start = offset < 0 ? Math.max(text.length + offset, 0) : offset;
      if (!operation.length) return text.slice(start);
      const length = Number(await expand.text(operation.length));
      return text.slice(start, length < 0 ? text.length + length : start + length);
    }
    case 'CaseModification': {
      const change = (part: string) =>
        operation.operator.startsWith('^') ? part.toUpperCase() : part.toLowerCase();
      return operation.operator.length === 2 ? change(text) : change(text.charAt(0)) + text.slice(1);
    }
    default:
      throw new ShellError(`${part.text}: bad substitution`);
  }
}

async function orDefault(
  state: ShellState,
  name: string,
  operator: string,
  operand: Word,
  value: string | undefined,
  expand: OperandExpansion,
): Promise<string> {
  const missing = value === undefined || (operator.startsWith(':') && value === '');
  const action = operator.slice(-1);
  if (action === '+') return missing ? '' : expand.text(operand);
  if (!missing) return value;
  const text = await expand.text(operand);
  if (action === '?') {
    const missingHow = operator.startsWith(':') ? 'parameter null or not set' : 'parameter not set';
    throw new FatalError(`${name}: ${text || missingHow}`);
  }
  if (action === '=') state.set(name, text);
  return text;
}

function remove(text: string, operator: string, pieces: PatternPiece[]): string {
  const cuts = Array.from({ length: text.length + 1 }, (_, cut) => cut);
  const front = operator.startsWith('#');
  // The shortest match comes first for `#` and `%`, the longest for `##` and `%%`.
  if ((operator.length === 2) === front) cuts.reverse();
  for (const cut of cuts) {
    if (front && matchesPattern(pieces, text.slice(0, cut))) return text.slice(cut);
    if (!front && matchesPattern(pieces, text.slice(cut))) return text.slice(0, cut);
  }
  return text;
}

function replace(text: string, operator: string, pieces: PatternPiece[], replacement: string): string {
  const source = patternSource(pieces);
  if (source === '') return text;
  const anchored = operator === '/#' ? `^(?:${source})` : operator === '/%' ? `(?:${source})$` : source;
  return text.replace(new RegExp(anchored, operator === '//' ? 'gu' : 'u'), () => replacement);
}
