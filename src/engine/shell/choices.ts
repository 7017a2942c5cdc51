import type { Case, TestBinaryExpression, TestExpression } from 'unbash';
import { testBinary, testUnary, type TestScope } from './conditions';
import { ShellError } from './control';
import { expandPattern, expandText, type Expansion } from './expand';
import type { Interpreter } from './interpreter';
import { matchesPattern } from './pattern';
import type { Streams } from './streams';

/** `case WORD in PATTERN) ...;; esac`. */
export async function runCase(node: Case, streams: Streams, shell: Interpreter): Promise<number> {
  const around = shell.expansion(streams);
  const word = await expandText(node.word, around);
  let code = 0;
  let falling = false;
  for (const { pattern, body, terminator } of node.items) {
    let met = falling;
    for (const choice of pattern) met ||= matchesPattern(await expandPattern(choice, around), word);
    if (!met) continue;
    code = await shell.list(body, streams);
    if (terminator !== ';&' && terminator !== ';;&') return code;
    falling = terminator === ';&';
  }
  return code;
}

/** `[[ ... ]]`. */
export async function runCondition(node: TestExpression, around: Expansion): Promise<boolean> {
  switch (node.type) {
    case 'TestGroup':
      return runCondition(node.expression, around);
    case 'TestNot':
      return (await runCondition(node.operand, around)) === (node.negations.length % 2 === 0);
    case 'TestLogical': {
      const stopsAt = node.operator === '||';
      for (const operand of node.operands) {
        if ((await runCondition(operand, around)) === stopsAt) return stopsAt;
      }
      return !stopsAt;
    }
    case 'TestUnary':
      return testUnary(node.operator, await expandText(node.operand, around), scopeOf(around));
    case 'TestBinary':
      return compare(node, around);
  }
}

async function compare({ left, operator, right }: TestBinaryExpression, around: Expansion): Promise<boolean> {
  const text = await expandText(left, around);
  if (operator === '=~') return matchesExpression(text, await expandText(right, around));
  if (/^(=|==|!=)$/.test(operator)) {
    return matchesPattern(await expandPattern(right, around), text) === (operator !== '!=');
  }
  return testBinary(text, operator, await expandText(right, around), scopeOf(around));
}

function matchesExpression(text: string, source: string): boolean {
  try {
    return new RegExp(source).test(text);
  } catch {
    throw new ShellError(`${source}: not a regular expression`, 2);
  }
}

/** What tests see of a shell. */
export function scopeOf({ files, state }: Pick<Expansion, 'files' | 'state'>): TestScope {
  return {
    files,
    cwd: state.cwd,
    isSet: (name) => state.variables.has(name),
    isTerminal: () => false,
  };
}
