// @ts-check
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { hashFiles } from '../runtime/hash.mjs';
import { say } from '../setup/command.mjs';
import { CACHE, inProject, ROOT } from '../setup/paths.mjs';

const STAMP = path.join(CACHE, 'page-stamp.txt');
const SINGLE_INPUTS = [
  'index.html',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
];

/** Builds dist/ unless nothing that it is made from has changed since. */
export async function buildPage() {
  const key = hashFiles(inputs());
  if (existsSync(inProject('dist', 'index.html')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === key)
    return;
  say('Building the page ...');
  await build({ root: ROOT, configFile: inProject('vite.config.ts'), logLevel: 'warn' });
  writeFileSync(STAMP, key);
}

/** The manifest stands for all of public/runtime/: names in it carry a hash of the content. */
function inputs() {
  const folders = ['src', 'scripts/page', 'scripts/notices', 'public'].flatMap((folder) =>
    readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
  const files = folders.filter((file) => !file.startsWith('public/runtime/') && !file.endsWith('.pyc'));
  return [...SINGLE_INPUTS, 'public/runtime/manifest.json', ...files].sort();
}
