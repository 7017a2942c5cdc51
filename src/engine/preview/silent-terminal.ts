/** The terminal of a program that nobody watches: the JavaScript module `_stillroom_terminal` (see process/terminal.py). */
export function silentTerminal(interrupted: () => boolean): object {
  return {
    write: () => undefined,
    canReadSync: () => true,
    readLineSync: () => null,
    readLine: () => Promise.resolve(null),
    interrupted,
    breathe: () => Promise.resolve(),
    sleep: () => Promise.resolve(),
    edit: () => undefined,
  };
}
