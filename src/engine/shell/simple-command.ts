import type { Assignment, Command } from 'unbash';
import { Unsupported } from './control';
import { expandText, expandWord, type Expansion } from './expand';
import type { Interpreter } from './interpreter';
import { redirect } from './redirect';
import type { ShellState, Variable } from './state';
import type { Streams } from './streams';

/** `A=1 name arguments < redirections`: expands the words, opens the files, runs the command. */
export async function runSimpleCommand(node: Command, streams: Streams, shell: Interpreter): Promise<number> {
  const around = shell.expansion(streams);
  const before = shell.state.lastExit;
  const argv = await expandArguments(node, around);
  const redirected = await redirect(node.redirects, streams, around);
  try {
    const assignments = node.prefix.filter((part) => part.type === 'Assignment');
    if (argv.length === 0) {
      // `x=$(command)` ends as the command did; without a substitution it succeeds.
      shell.state.lastExit = 0;
      for (const assignment of assignments) await assign(assignment, shell.state, around, false);
      return shell.state.lastExit;
    }
    shell.state.lastExit = before;
    return await withAssignments(assignments, shell, around, () => shell.execute(argv, redirected.streams));
  } finally {
    redirected.close();
  }
}

async function expandArguments(node: Command, around: Expansion): Promise<string[]> {
  const argv = node.name ? await expandWord(node.name, around) : [];
  for (const part of node.args) {
    if (part.type === 'Word') argv.push(...(await expandWord(part, around)));
    else argv.push(`${part.name}${part.append ? '+' : ''}=${await assignedText(part, around)}`);
  }
  return argv;
}

/** Variables set in front of a command hold for that command alone. */
async function withAssignments(
  assignments: Assignment[],
  shell: Interpreter,
  around: Expansion,
  run: () => Promise<number>,
): Promise<number> {
  const saved = new Map<string, Variable | undefined>();
  for (const assignment of assignments) {
    if (!saved.has(assignment.name)) saved.set(assignment.name, shell.state.variables.get(assignment.name));
    await assign(assignment, shell.state, around, true);
  }
  try {
    return await run();
  } finally {
    for (const [name, variable] of saved) {
      if (variable) shell.state.variables.set(name, variable);
      else shell.state.variables.delete(name);
    }
  }
}

async function assign(
  assignment: Assignment,
  state: ShellState,
  around: Expansion,
  exported: boolean,
): Promise<void> {
  const text = await assignedText(assignment, around);
  const value = assignment.append ? (state.get(assignment.name) ?? '') + text : text;
  if (exported) state.export(assignment.name, value);
  else state.set(assignment.name, value);
}

async function assignedText({ value, index }: Assignment, around: Expansion): Promise<string> {
  if (value.type === 'ArrayValue' || index) throw new Unsupported('Arrays');
  return expandText(value, around);
}
