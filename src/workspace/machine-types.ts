/** What a machine and the terminal that shows it say to each other, and what is kept of a machine. */

/** What a terminal does for the machine; it links itself, and may come late. */
export interface Screen {
  /** A program's output, at the cursor. */
  write(text: string): void;
  /** A line of the page's own, above the prompt. */
  note(text: string): void;
  clear(): void;
  /** Runs a command line as if it had been typed. */
  enter(line: string): void;
  /** The program waits for a line. */
  ask(secret: boolean): void;
}

/** What is saved of a machine. */
export interface MachineMemory {
  database: string | null;
  transcript: string;
  history: readonly string[];
}

/** What a command line came to, for whoever typed it. */
export type Ended = { kind: 'ended'; exitCode: number } | { kind: 'lost'; message: string };

/** How the page's own words look among the programs'. */
export function aside(text: string): string {
  return `\x1b[90m${text}\x1b[39m`;
}
