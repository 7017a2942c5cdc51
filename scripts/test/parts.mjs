// @ts-check
import { ensureRuff } from '../ruff.mjs';
import { playwright, vitest } from './runners.mjs';
import { check, node } from './checks.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** The parts of the test suite, in the order in which they run. A static check counts as one test.
 * @type {Record<string, () => Promise<Count>>} */
export const PARTS = {
  types: () =>
    check([
      node(
        'typescript',
        'bin/tsc',
        '--noEmit',
        '--incremental',
        '--tsBuildInfoFile',
        '.cache/tsc.tsbuildinfo',
      ),
      svelteCheck(),
    ]),
  lint: async () =>
    check([
      node(
        'eslint',
        'bin/eslint.js',
        '.',
        '--cache',
        '--cache-strategy',
        'content',
        '--cache-location',
        '.cache/eslint',
      ),
      [await ensureRuff(), 'check', '.'],
    ]),
  format: async () =>
    check([
      node(
        'prettier',
        'bin/prettier.cjs',
        '--check',
        '--cache',
        '--cache-location',
        '.cache/prettier',
        '--log-level',
        'warn',
        '.',
      ),
      [await ensureRuff(), 'format', '--check', '.'],
    ]),
  unit: () => vitest('unit'),
  engine: () => vitest('engine'),
  compliance: async () => (await import('../compliance.mjs')).compliance(),
  lessons: () => vitest('lessons'),
  browser: playwright,
};

function svelteCheck() {
  return node('svelte-check', 'bin/svelte-check', '--fail-on-warnings', '--output', 'human');
}
