import type { CompoundCommand, CompoundList, Redirected } from 'unbash';

/** What the body of a function may be. */
export type FunctionBody = CompoundCommand | Redirected | CompoundList;

export interface Variable {
  value: string;
  exported: boolean;
}

/** All that a shell remembers between commands. A subshell works on a copy. */
export class ShellState {
  cwd: string;
  readonly variables: Map<string, Variable>;
  readonly functions: Map<string, FunctionBody>;
  /** `$1`, `$2` and so on. */
  positional: string[] = [];
  /** `$0`. */
  name = 'bash';
  lastExit = 0;
  /** How many loops the script is inside of. */
  loops = 0;
  /** How many functions and sourced files it is inside of. */
  calls = 0;
  /** `set -a`: every assignment exports. */
  exportAll = false;
  /** One command line each, oldest first; shared with subshells. */
  readonly history: string[];

  constructor(
    cwd: string,
    variables: Map<string, Variable>,
    functions: Map<string, FunctionBody>,
    history: string[],
  ) {
    this.cwd = cwd;
    this.variables = variables;
    this.functions = functions;
    this.history = history;
  }

  /** The state of a new shell of the student's machine. */
  static initial(home: string, cwd: string): ShellState {
    const exported: Record<string, string> = {
      HOME: home,
      USER: 'student',
      LOGNAME: 'student',
      PWD: cwd,
      SHELL: '/bin/bash',
      PATH: '/usr/local/bin:/usr/bin:/bin',
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      EDITOR: 'stillroom-editor',
    };
    const own: Record<string, string> = { HOSTNAME: 'stillroom', UID: '1000', IFS: ' \t\n' };
    const variables = new Map<string, Variable>();
    for (const [name, value] of Object.entries(exported)) variables.set(name, { value, exported: true });
    for (const [name, value] of Object.entries(own)) variables.set(name, { value, exported: false });
    return new ShellState(cwd, variables, new Map(), []);
  }

  fork(): ShellState {
    const variables = new Map([...this.variables].map(([name, variable]) => [name, { ...variable }]));
    const copy = new ShellState(this.cwd, variables, new Map(this.functions), this.history);
    copy.positional = this.positional;
    copy.name = this.name;
    copy.lastExit = this.lastExit;
    copy.loops = this.loops;
    copy.calls = this.calls;
    copy.exportAll = this.exportAll;
    return copy;
  }

  get(name: string): string | undefined {
    return this.variables.get(name)?.value;
  }

  /** Sets a variable; one that was exported stays so. */
  set(name: string, value: string): void {
    const exported = this.exportAll || (this.variables.get(name)?.exported ?? false);
    this.variables.set(name, { value, exported });
  }

  export(name: string, value: string): void {
    this.variables.set(name, { value, exported: true });
  }

  /** Remembers what `local` hides, innermost call last. */
  readonly #hidden: Map<string, Variable | undefined>[] = [];

  /** Sets a variable until the function that is running returns. */
  setLocal(name: string, value: string): void {
    const frame = this.#hidden.at(-1);
    if (frame && !frame.has(name)) frame.set(name, this.variables.get(name));
    this.variables.set(name, { value, exported: this.variables.get(name)?.exported ?? false });
  }

  /** A function begins: what it makes local ends with it. */
  enterCall(): void {
    this.calls += 1;
    this.#hidden.push(new Map());
  }

  leaveCall(): void {
    this.calls -= 1;
    for (const [name, variable] of this.#hidden.pop() ?? []) {
      if (variable) this.variables.set(name, variable);
      else this.variables.delete(name);
    }
  }

  /** What programs get as their environment. */
  environment(): Map<string, string> {
    const environment = new Map<string, string>();
    for (const [name, { value, exported }] of this.variables) if (exported) environment.set(name, value);
    return environment;
  }
}
