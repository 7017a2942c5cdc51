import { KEYWORDS } from './keywords';

/** A name as PostgreSQL prints it: in quotes where it would not be read as one without. */
export function quoted(name: string): string {
  const plain = /^[a-z_][a-z0-9_]*$/.test(name) && !KEYWORDS.has(name);
  return plain ? name : `"${name.replaceAll('"', '""')}"`;
}
