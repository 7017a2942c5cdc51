import type { Builtin } from './builtin';
import { copyMoveTools } from './copy-move';
import { environmentCommands } from './environment';
import { fileTools } from './files';
import { grep } from './grep';
import { helpCommand } from './help';
import { lookupCommands } from './lookup';
import { ls } from './ls';
import { printingCommands } from './printing';
import { nodeCommands } from './sequelize';
import { shellCommands } from './shell';
import { testCommands } from './test-command';
import { textTools } from './text';
import { tree } from './tree';
import { variableCommands } from './variables';

const byName = new Map<string, Builtin>();

/** Every command that the shell brings along, by name. */
export const builtins: ReadonlyMap<string, Builtin> = byName;

for (const builtin of [
  ls,
  tree,
  ...fileTools,
  ...copyMoveTools,
  ...textTools,
  grep,
  ...shellCommands,
  ...printingCommands,
  ...testCommands,
  ...variableCommands,
  ...environmentCommands,
  ...nodeCommands,
  ...lookupCommands(byName),
  helpCommand(byName),
]) {
  byName.set(builtin.name, builtin);
}
