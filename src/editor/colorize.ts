/** Python in the editor's colours, for reading elsewhere on the page: a piece of safe HTML for each line. */
export async function colorizePython(source: string): Promise<string[]> {
  const { editor } = await import('./monaco');
  const html = await editor.colorize(source, 'python', { tabSize: 4 });
  return html.split('<br/>');
}
