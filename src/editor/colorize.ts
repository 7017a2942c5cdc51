/** Python in the editor's colours, for reading elsewhere on the page: a piece of safe HTML for each line. */
export function colorizePython(source: string): Promise<string[]> {
  return colorize(source, 'python');
}

/** The same for PostgreSQL's SQL. */
export function colorizeSql(source: string): Promise<string[]> {
  return colorize(source, 'pgsql');
}

async function colorize(source: string, language: 'python' | 'pgsql'): Promise<string[]> {
  const { editor } = await import('./monaco');
  const html = await editor.colorize(source, language, { tabSize: 4 });
  return html.split('<br/>');
}
