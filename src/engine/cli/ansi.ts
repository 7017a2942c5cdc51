// ECMA-48 control sequences (CSI) and operating system commands (OSC): what a terminal obeys instead of showing.
// eslint-disable-next-line no-control-regex -- the escape character is the very thing to match
const CONTROL_SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

/** The text as a terminal without colours would show it. */
export function withoutAnsi(text: string): string {
  return text.replace(CONTROL_SEQUENCE, '');
}
