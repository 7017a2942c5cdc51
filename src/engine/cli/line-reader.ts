import type { ReadLineSync } from '../terminal';

/**
 * Reads lines, one at a time and blocking, from what `read` fills a buffer with.
 * @param read fills the buffer, waits if it must, and returns the number of bytes; 0 at the end
 */
export function lineReader(read: (buffer: Uint8Array) => number): ReadLineSync {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(4096);
  let pending = '';
  let ended = false;
  return () => {
    while (!pending.includes('\n') && !ended) {
      const count = readOrWait(read, buffer);
      ended = count === 0;
      pending += decoder.decode(buffer.subarray(0, count), { stream: !ended });
    }
    if (pending === '') return null;
    const newline = pending.indexOf('\n');
    const end = newline < 0 ? pending.length : newline + 1;
    const line = pending.slice(0, end);
    pending = pending.slice(end);
    return line;
  };
}

/** A terminal or pipe that Node has set to non-blocking answers EAGAIN while nothing is there; a closed one EOF (Windows). */
function readOrWait(read: (buffer: Uint8Array) => number, buffer: Uint8Array): number {
  for (;;) {
    try {
      return read(buffer);
    } catch (error) {
      const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}
