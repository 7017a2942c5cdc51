/** The command lines typed before, as bash keeps them: no empty ones, no repetition in a row. */

const limit = 1000;

export function remember(history: readonly string[], line: string): readonly string[] {
  if (line.trim() === '' || history.at(-1) === line) return history;
  return [...history, line].slice(-limit);
}
