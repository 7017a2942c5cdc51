/** Whether a call has filled the stack of WebAssembly: the interpreter that made it is lost. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}
