import type { Builtin } from './builtin';
import { copyMoveTools } from './copy-move';
import { environmentCommands } from './environment';
import { fileTools } from './files';
import { find } from './find';
import { grep } from './grep';
import { helpCommand } from './help';
import { lookupCommands } from './lookup';
import { ls } from './ls';
import { nameTools } from './names';
import { printingCommands } from './printing';
import { sed } from './sed';
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
  find,
  ...fileTools,
  ...copyMoveTools,
  ...nameTools,
  ...textTools,
  grep,
  sed,
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
