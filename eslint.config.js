import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const SCRIPTS = ['scripts/**', '*.config.{js,ts}', 'public/policy.js'];

// Who may import whom (ARCHITECTURE.md, "Who may know whom"), said as what each part must not import.
const VIEWS = ['editor', 'terminal', 'panel', 'progress'];
const NO_NEIGHBOURS = 'This part knows the workspace and the engine, not its neighbours.';
const ENGINE_ENTRIES = {
  regex: '/engine/(?!(client|types|report|assets|shell/parse)(\\.ts)?$|migration/)',
  message:
    'The page knows the engine by client.ts, types.ts, assets.ts, report.ts, migration/ and the grammar alone.',
};
const LAYERS = [
  {
    files: ['src/engine/**'],
    patterns: [parts(['app', 'workspace', 'ui', ...VIEWS], 'The engine knows nobody above it.')],
  },
  { files: ['src/workspace/**'], patterns: [parts(['app', ...VIEWS], NO_NEIGHBOURS), ENGINE_ENTRIES] },
  ...VIEWS.map((view) => ({
    files: [`src/${view}/**`],
    patterns: [parts(['app', ...VIEWS.filter((other) => other !== view)], NO_NEIGHBOURS), ENGINE_ENTRIES],
  })),
  {
    files: ['src/ui/**'],
    patterns: [parts(['app', 'workspace', 'engine', ...VIEWS], 'This part knows nobody.')],
  },
  { files: ['src/app/**'], patterns: [ENGINE_ENTRIES] },
];

export default defineConfig(
  { ignores: ['dist/', 'public/runtime/', '.cache/', 'test-results/', 'node_modules/', 'test/samples/'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Numbers and booleans in a template are no mistake.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  { files: ['src/**'], rules: { 'no-console': 'error' } },
  // The engine runs in a worker and in Node: no page, and nothing of the page.
  {
    files: ['src/engine/**'],
    rules: { 'no-restricted-globals': ['error', 'window', 'document', 'localStorage', 'sessionStorage'] },
  },
  ...LAYERS.map(({ files, patterns }) => ({
    files,
    rules: { 'no-restricted-imports': restricted(patterns) },
  })),
  // Plain JavaScript: tsc checks its types, and much of it handles what has none (JSON, Pyodide's objects).
  { files: ['**/*.{js,mjs}'], extends: [ts.configs.disableTypeChecked] },
  { files: SCRIPTS, rules: { 'no-console': 'off' } },
);

/** A pattern of imports from other folders of src/.
 * @param {readonly string[]} folders
 * @param {string} message */
function parts(folders, message) {
  return { regex: `^(\\.\\./)+(${folders.join('|')})/`, message };
}

/** @param {{ regex: string, message: string }[]} patterns
 * @returns {['error', { patterns: { regex: string, message: string }[] }]} */
function restricted(patterns) {
  return ['error', { patterns }];
}
