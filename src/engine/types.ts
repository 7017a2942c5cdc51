/**
 * The shapes that cross the engine's boundary. Plain data only: everything here survives a structured clone.
 * The database's state is defined in report.ts, as a schema, because others read it as JSON.
 */
import type { DatabaseState } from './report';

/** The two sets of Python packages a workspace can run on. */
export type StackName = 'course' | 'current';

/** One file of a workspace. Paths are relative to the workspace's root, with `/` between. */
export interface WorkspaceFile {
  path: string;
  /** Text as a string; anything that is not valid UTF-8 as bytes. */
  content: string | Uint8Array;
}

/** What happened to one path since the engine last reported. A directory appears only when it is empty. */
export type FileChange =
  | { kind: 'written'; path: string; content: string | Uint8Array }
  | { kind: 'removed'; path: string }
  | { kind: 'directory'; path: string };

/** What a shell remembers that outlives its engine. */
export interface ShellMemory {
  /** Absolute, in the engine's own file system. */
  cwd: string;
  /** The exported variables. */
  exported: Record<string, string>;
}

/** What the engine needs to take up a workspace where it was left. */
export interface WorkspaceSnapshot {
  files: WorkspaceFile[];
  /** Directories that hold nothing. */
  emptyDirectories: string[];
  /** The database as SQL (a logical dump), or null for an empty one. */
  database: string | null;
  /** Where the shell goes on; without it, a new one begins. */
  shell?: ShellMemory;
}

/** How the terminal looks to a program that asks. */
export interface TerminalSize {
  columns: number;
  rows: number;
}

export type BootStep = 'download' | 'python' | 'postgres' | 'packages' | 'workspace';

/** Sent while the engine does what the page did not wait for. */
export type EngineEvent =
  /** `done` and `total` count bytes for `download` and are 0 or 1 for the other steps. */
  | { type: 'progress'; step: BootStep; done: number; total: number }
  /** Text for the terminal, in the order the programs wrote it; lines end with \n. */
  | { type: 'output'; stream: 'stdout' | 'stderr'; text: string }
  /** The program waits for a line; `secret` asks for no echo (getpass, click's hide_input). */
  | { type: 'input'; secret: boolean }
  /** `flask db edit`: show this file in the editor. */
  | { type: 'edit'; path: string }
  /** `clear` was typed. */
  | { type: 'clear' }
  /** How far a round-trip proof is: a few words for the step that begins, and its number from 0. */
  | { type: 'proof'; step: string; done: number; total: number }
  /** The student's code begins to run for a look ahead: until it has come back, the engine hears nothing. */
  | { type: 'looking' };

/** The stack that a workspace got, and what the student should be told about it. */
export interface StackChoice {
  stack: StackName;
  /** One sentence: which stack and why. */
  reason: string;
  /** One sentence for each pin that this stack cannot meet exactly. */
  unmet: string[];
}

/** The state of things after a workspace was opened or a command line ended. */
export interface EngineState extends ShellMemory {
  stack: StackChoice;
  database: DatabaseState;
}

export interface CommandResult {
  exitCode: number;
  /** Wall time in the warm engine. */
  seconds: number;
  changes: FileChange[];
  state: EngineState;
}

/** A mistake of ours or of the machine's, with its data, as it crosses the worker's boundary. */
export interface ErrorData {
  name: string;
  message: string;
  stack?: string;
  sqlstate?: string;
  detail?: string;
  hint?: string;
  file?: string;
  line?: number;
}
