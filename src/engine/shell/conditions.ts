import type { FileTree } from '../files/file-tree';
import { resolvePath } from '../files/paths';
import { ShellError } from './control';

/** Where a test looks for files and variables. */
export interface TestScope {
  files: FileTree;
  cwd: string;
  isSet(name: string): boolean;
  isTerminal(descriptor: string): boolean;
}

/** The tests that take one operand. */
export const UNARY = /^-[abcdefghknoprstuvwxzGLNOS]$/;
/** The tests that stand between two operands. */
export const BINARY = /^(=|==|!=|<|>|-eq|-ne|-lt|-le|-gt|-ge|-nt|-ot|-ef)$/;

/** `-f FILE`, `-n TEXT` and so on. */
export function testUnary(operator: string, operand: string, scope: TestScope): boolean {
  const stat = () => (operand === '' ? null : scope.files.stat(resolvePath(scope.cwd, operand)));
  switch (operator) {
    case '-n':
      return operand !== '';
    case '-z':
      return operand === '';
    case '-e':
    case '-a':
    case '-r':
    case '-w':
    case '-N':
    case '-O':
    case '-G':
      return stat() !== null || operand === '/dev/null';
    case '-f':
      return stat()?.kind === 'file';
    case '-d':
      return stat()?.kind === 'directory';
    case '-s':
      return stat()?.kind === 'directory' || (stat()?.size ?? 0) > 0;
    case '-x':
      return ((stat()?.mode ?? 0) & 0o111) !== 0;
    case '-v':
      return scope.isSet(operand);
    case '-t':
      return scope.isTerminal(operand);
    // Links, devices, pipes and sockets do not exist on this machine.
    default:
      return false;
  }
}

/** `LEFT = RIGHT`, `LEFT -lt RIGHT` and so on. */
export function testBinary(left: string, operator: string, right: string, scope: TestScope): boolean {
  switch (operator) {
    case '=':
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '-nt':
      return changed(left, scope) > changed(right, scope);
    case '-ot':
      return changed(left, scope) < changed(right, scope);
    case '-ef':
      return resolvePath(scope.cwd, left) === resolvePath(scope.cwd, right);
    default:
      return compareNumbers(integer(left), operator, integer(right));
  }
}

function compareNumbers(left: number, operator: string, right: number): boolean {
  const order = Math.sign(left - right);
  const wanted: Record<string, number[]> = {
    '-eq': [0],
    '-ne': [-1, 1],
    '-lt': [-1],
    '-le': [-1, 0],
    '-gt': [1],
    '-ge': [0, 1],
  };
  return wanted[operator]?.includes(order) ?? false;
}

function integer(text: string): number {
  if (!/^\s*[-+]?\d+\s*$/.test(text)) throw new ShellError(`${text}: integer expression expected`, 2);
  return Number(text);
}

function changed(path: string, scope: TestScope): number {
  return scope.files.stat(resolvePath(scope.cwd, path))?.mtime ?? -Infinity;
}
