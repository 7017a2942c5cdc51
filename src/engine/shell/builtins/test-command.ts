import { BINARY, testBinary, testUnary, UNARY, type TestScope } from '../conditions';
import { ShellError } from '../control';
import { complainAsShell, shellCommand } from './builtin';

/** `test EXPRESSION`: the rules by the number of words, as POSIX has them, then `!`, `-a`, `-o` and parentheses. */
export function evaluateTest(words: readonly string[], scope: TestScope): boolean {
  const [first = '', second = '', third = ''] = words;
  switch (words.length) {
    case 0:
      return false;
    case 1:
      return first !== '';
    case 2:
      if (first === '!') return second === '';
      if (UNARY.test(first)) return testUnary(first, second, scope);
      throw new ShellError(`${first}: unary operator expected`, 2);
    case 3:
      if (BINARY.test(second)) return testBinary(first, second, third, scope);
  }
  if (words.length >= 3) {
    const or = words.indexOf('-o', 1);
    if (or > 0) return evaluateTest(words.slice(0, or), scope) || evaluateTest(words.slice(or + 1), scope);
    const and = words.indexOf('-a', 1);
    if (and > 0) return evaluateTest(words.slice(0, and), scope) && evaluateTest(words.slice(and + 1), scope);
    if (first === '!') return !evaluateTest(words.slice(1), scope);
    if (first === '(' && words.at(-1) === ')') return evaluateTest(words.slice(1, -1), scope);
  }
  if (words.length === 3) throw new ShellError(`${second}: binary operator expected`, 2);
  throw new ShellError('too many arguments', 2);
}

const command = (name: 'test' | '[') =>
  shellCommand(
    name,
    name === '[' ? '[ EXPRESSION ]' : 'test EXPRESSION',
    'ask about files and texts: -f FILE, -d FOLDER, A = B, 1 -lt 2',
    (process, { state }) => {
      const words = process.argv.slice(1);
      if (name === '[' && words.pop() !== ']') return complainAsShell(process, "missing `]'", 2);
      const scope: TestScope = {
        files: process.files,
        cwd: process.cwd,
        isSet: (variable) => state.variables.has(variable),
        isTerminal: (fd) => [process.stdin, process.stdout, process.stderr][Number(fd)]?.isTerminal ?? false,
      };
      try {
        return evaluateTest(words, scope) ? 0 : 1;
      } catch (error) {
        if (!(error instanceof ShellError)) throw error;
        return complainAsShell(process, error.message, error.code);
      }
    },
  );

export const testCommands = [command('test'), command('[')];
