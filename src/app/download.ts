/** Reads a response of known length into one array; `onBytes` is told of each piece that arrives. */
export async function readWithProgress(
  response: Response,
  length: number,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const reader = response.body?.getReader();
  let at = 0;
  for (;;) {
    const piece = await reader?.read();
    if (!piece?.value) break;
    if (at + piece.value.length > length) throw new Error(`${response.url} is longer than it should be.`);
    bytes.set(piece.value, at);
    at += piece.value.length;
    onBytes(piece.value.length);
  }
  if (at !== length) throw new Error(`${response.url} ended after ${at} of ${length} bytes.`);
  return bytes;
}
