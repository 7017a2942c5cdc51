import type { ArithmeticFor, For, While } from 'unbash';
import { LeaveLoop } from './control';
import { evaluateArithmetic, expandWord } from './expand';
import type { Interpreter } from './interpreter';
import type { Streams } from './streams';

/** `for NAME in WORDS; do ...; done`. */
export async function runFor(node: For, streams: Streams, shell: Interpreter): Promise<number> {
  const values: string[] = [];
  if (!node.wordlist) values.push(...shell.state.positional);
  for (const word of node.wordlist ?? []) values.push(...(await expandWord(word, shell.expansion(streams))));
  let code = 0;
  await loop(shell, async () => {
    const value = values.shift();
    if (value === undefined) return false;
    shell.state.set(node.name.value, value);
    code = await shell.list(node.body, streams);
    return true;
  });
  return code;
}

/** `for ((a; b; c)); do ...; done`. */
export async function runArithmeticFor(
  node: ArithmeticFor,
  streams: Streams,
  shell: Interpreter,
): Promise<number> {
  const around = shell.expansion(streams);
  let step = node.initialize;
  let code = 0;
  await loop(shell, async () => {
    if (step) await evaluateArithmetic(step, around);
    step = node.update;
    if (node.test && (await evaluateArithmetic(node.test, around)) === 0) return false;
    code = await shell.list(node.body, streams);
    return true;
  });
  return code;
}

/** `while ...; do ...; done` and `until ...; do ...; done`. */
export async function runWhile(node: While, streams: Streams, shell: Interpreter): Promise<number> {
  let code = 0;
  await loop(shell, async () => {
    const met = (await shell.list(node.clause, streams)) === 0;
    if (met !== (node.kind === 'while')) return false;
    code = await shell.list(node.body, streams);
    return true;
  });
  return code;
}

/** Takes turns until one says that it was none, or the script breaks out. */
async function loop(shell: Interpreter, turn: () => Promise<boolean>): Promise<void> {
  const { state } = shell;
  state.loops += 1;
  try {
    for (let more = true; more;) {
      await shell.breathe();
      try {
        more = await turn();
      } catch (error) {
        if (!(error instanceof LeaveLoop)) throw error;
        if (error.levels > 1 && state.loops > 1) throw new LeaveLoop(error.kind, error.levels - 1);
        more = error.kind === 'continue';
      }
    }
  } finally {
    state.loops -= 1;
  }
}
