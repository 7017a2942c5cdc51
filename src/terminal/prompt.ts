/** The prompt as bash shows it. */
import { cellsOf } from './cells';

export interface Prompt {
  text: string;
  cells: number;
}

const home = '/home/student';

export function shellPrompt(cwd: string): Prompt {
  const shown = cwd === home || cwd.startsWith(`${home}/`) ? `~${cwd.slice(home.length)}` : cwd;
  return {
    text: `\x1b[32mstudent\x1b[39m:\x1b[34m${shown}\x1b[39m$ `,
    cells: cellsOf(`student:${shown}$ `),
  };
}

/** Asks for the rest of a command line that is not finished. */
export const continuationPrompt: Prompt = { text: '> ', cells: 2 };

export function plainPrompt(text: string): Prompt {
  return { text, cells: cellsOf(text) };
}
