/** The longest name PostgreSQL keeps, in bytes (NAMEDATALEN - 1). */
const LIMIT = 63;

/**
 * The name that PostgreSQL gives a constraint that was made without one: `tweets_user_id_fkey`.
 * Where the whole would be too long, the longer of table and columns is cut, as makeObjectName does. `count` is how
 * many such names are taken already.
 */
export function chosenName(
  table: string,
  columns: readonly string[],
  suffix: 'fkey' | 'key' | 'pkey' | 'check',
  count = 0,
): string {
  const ending = count === 0 ? suffix : `${suffix}${count}`;
  const encoder = new TextEncoder();
  const parts = [table, ...(suffix === 'pkey' || columns.length === 0 ? [] : [columns.join('_')])].map(
    (part) => encoder.encode(part),
  );
  const lengths = parts.map((part) => part.length);
  const room = LIMIT - ending.length - parts.length;
  while (lengths.reduce((sum, length) => sum + length, 0) > room) {
    const longest = (lengths[0] ?? 0) > (lengths[1] ?? 0) ? 0 : lengths.length - 1;
    lengths[longest] = (lengths[longest] ?? 0) - 1;
  }
  return [...parts.map((part, index) => cut(part, lengths[index] ?? 0)), ending].join('_');
}

/** The bytes as text, cut at a length but never inside a character. */
function cut(bytes: Uint8Array, length: number): string {
  let end = length;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return new TextDecoder().decode(bytes.subarray(0, end));
}
