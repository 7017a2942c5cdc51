// @ts-check
// `npm run bench [-- --update] [PART ...]`: measures side by side, in one run, and prints tables; with --update they
// go into README.md. A missed target is said, and fails nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runAsCommand, say, SetupError } from './setup/command.mjs';
import { inProject } from './setup/paths.mjs';
import { setup } from './setup.mjs';

const README = inProject('README.md');
const MARKS = /(?<=<!-- bench -->\n).*(?=<!-- \/bench -->)/s;
const PARTS = ['start', 'warm', 'memory'];

async function main() {
  const { values, positionals } = parseArgs({
    options: { update: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const parts = positionals.length === 0 ? PARTS : positionals;
  if (values.update && parts !== PARTS) throw new SetupError('--update needs all parts: name none.');
  await setup();
  const text = await measure(parts);
  process.stdout.write(`${text}\n`);
  if (values.update) update(text);
}

/** @param {readonly string[]} parts
 * @returns {Promise<string>} Markdown */
async function measure(parts) {
  const { speedTable, memoryTable } = await import('./bench/table.mjs');
  // First, in a process where no other engine has run.
  const memory = parts.includes('memory') ? await measureMemory() : [];
  const rows = [];
  if (parts.includes('start')) {
    const { buildPage } = await import('./page/build.mjs');
    await buildPage();
    say('Starting in Chromium, by turns with stock parts ...');
    rows.push(...(await (await import('./bench/start.mjs')).measureStart()));
  }
  if (parts.includes('warm')) {
    say('Running commands on the engine and natively ...');
    rows.push(...(await (await import('./bench/warm.mjs')).measureWarmCommands()));
  }
  const tables = [];
  if (rows.length > 0) tables.push(speedTable(rows));
  if (memory.length > 0) tables.push(memoryTable(memory));
  return tables.join('\n\n');
}

async function measureMemory() {
  say('Running 300 commands in one engine ...');
  return (await import('./bench/memory.mjs')).measureMemory();
}

/** @param {string} text */
function update(text) {
  const readme = readFileSync(README, 'utf8');
  if (!MARKS.test(readme)) throw new SetupError('README.md has no <!-- bench --> and <!-- /bench --> lines.');
  writeFileSync(
    README,
    readme.replace(MARKS, () => `\n${text}\n\n`),
  );
}

await runAsCommand(import.meta.url, main);
