/** How control leaves the middle of a script. Thrown by the interpreter and by builtins, caught by the interpreter alone. */

/** `exit`: ends this shell or subshell. */
export class ExitShell extends Error {
  constructor(readonly code: number) {
    super('exit');
  }
}

/** `return`: ends the function, or the file being sourced. */
export class ReturnFromFunction extends Error {
  constructor(readonly code: number) {
    super('return');
  }
}

/** `break` and `continue`: `levels` loops outwards. */
export class LeaveLoop extends Error {
  constructor(
    readonly kind: 'break' | 'continue',
    readonly levels: number,
  ) {
    super(kind);
  }
}

/** A mistake in the middle of a command, said in one sentence; the command is given up with `code`. */
export class ShellError extends Error {
  constructor(
    message: string,
    readonly code = 1,
  ) {
    super(message);
  }
}

/** A mistake that gives up the rest of the command line too: `${x:?}`, a division by zero. */
export class FatalError extends ShellError {}

/** Syntax that parses and that this shell does not run. */
export class Unsupported extends ShellError {
  constructor(what: string) {
    super(`${what} cannot be used in this terminal`, 2);
  }
}
