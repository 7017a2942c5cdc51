// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @param {...string} parts a path inside the project */
export function inProject(...parts) {
  return path.join(ROOT, ...parts);
}

/** Downloads and stamps; may be deleted at any time. */
export const CACHE = inProject('.cache');

/** What the engine loads at run time; built, not committed. */
export const RUNTIME = inProject('public', 'runtime');
