import type { ArithmeticBinary, ArithmeticExpression, ArithmeticUnary } from 'unbash';
import { ShellError } from './control';

/** The variables an expression may read and write; `expand` gives the value of a word like `$1` or `$(...)`. */
export interface ArithmeticScope {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  expand(source: string): Promise<string>;
}

const OPERATORS: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '**': (a, b) => a ** b,
  '/': (a, b) => Math.trunc(a / nonZero(b)),
  '%': (a, b) => a % nonZero(b),
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<': (a, b) => Number(a < b),
  '>': (a, b) => Number(a > b),
  '<=': (a, b) => Number(a <= b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  ',': (_, b) => b,
};

/** The value of `$((...))`. */
export async function evaluate(node: ArithmeticExpression, scope: ArithmeticScope): Promise<number> {
  switch (node.type) {
    case 'ArithmeticWord':
      return numberOf(await expanded(node.value, scope), scope);
    case 'ArithmeticGroup':
      return evaluate(node.expression, scope);
    case 'ArithmeticTernary':
      return evaluate((await evaluate(node.test, scope)) ? node.consequent : node.alternate, scope);
    case 'ArithmeticUnary':
      return unary(node, scope);
    case 'ArithmeticBinary':
      return binary(node, scope);
    case 'ArithmeticCommandExpansion':
      return numberOf(await expanded(node.text, scope), scope);
  }
}

function expanded(source: string, scope: ArithmeticScope): Promise<string> {
  return /[$`]/.test(source) ? scope.expand(source) : Promise.resolve(source);
}

async function unary(node: ArithmeticUnary, scope: ArithmeticScope): Promise<number> {
  const value = await evaluate(node.operand, scope);
  if (node.operator === '++' || node.operator === '--') {
    const changed = node.operator === '++' ? value + 1 : value - 1;
    scope.set(nameOf(node.operand), String(changed));
    return node.prefix ? changed : value;
  }
  if (node.operator === '-') return -value;
  if (node.operator === '!') return Number(value === 0);
  return node.operator === '~' ? ~value : value;
}

async function binary(node: ArithmeticBinary, scope: ArithmeticScope): Promise<number> {
  const { operator, left, right } = node;
  if (operator === '&&')
    return Number((await evaluate(left, scope)) !== 0 && (await evaluate(right, scope)) !== 0);
  if (operator === '||')
    return Number((await evaluate(left, scope)) !== 0 || (await evaluate(right, scope)) !== 0);
  const compute = OPERATORS[operator];
  if (compute) return compute(await evaluate(left, scope), await evaluate(right, scope));
  const name = nameOf(left);
  const change = OPERATORS[operator.slice(0, -1)];
  const operand = await evaluate(right, scope);
  const value = change ? change(await evaluate(left, scope), operand) : operand;
  scope.set(name, String(value));
  return value;
}

function nameOf(node: ArithmeticExpression): string {
  if (node.type === 'ArithmeticWord' && /^[a-zA-Z_]\w*$/.test(node.value)) return node.value;
  throw new ShellError('attempted assignment to non-variable');
}

/** A number, or the number that a variable holds; unset and empty count as 0. */
function numberOf(text: string, scope: ArithmeticScope, depth = 0): number {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  if (/^0[0-7]+$/.test(trimmed)) return Number.parseInt(trimmed, 8);
  if (/^-?(\d+|0[xX][0-9a-fA-F]+)$/.test(trimmed)) return Number(trimmed);
  if (/^[a-zA-Z_]\w*$/.test(trimmed) && depth < 20)
    return numberOf(scope.get(trimmed) ?? '', scope, depth + 1);
  throw new ShellError(`${trimmed}: syntax error: invalid arithmetic operator`);
}

function nonZero(value: number): number {
  if (value === 0) throw new ShellError('division by 0');
  return value;
}
