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
const PARTS = ['start', 'warm', 'preview', 'memory'];

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
  const { lookTable, memoryTable, speedTable } = await import('./bench/table.mjs');
  // First, in a process where no other engine has run.
  const memory = parts.includes('memory') ? await measureMemory() : null;
  const inBrowser = parts.includes('start') || parts.includes('preview');
  if (inBrowser) await (await import('./page/build.mjs')).buildPage();
  const rows = [];
  if (parts.includes('start')) {
    say('Starting in Chromium, by turns with stock parts ...');
    rows.push(...(await (await import('./bench/start.mjs')).measureStart()));
  }
  if (parts.includes('warm')) {
    say('Running commands on the engine and natively ...');
    rows.push(...(await (await import('./bench/warm.mjs')).measureWarmCommands()));
  }
  const tables = [];
  if (rows.length > 0) tables.push(speedTable(rows));
  if (parts.includes('preview')) {
    say('Typing in Chromium, and running flask db migrate natively ...');
    tables.push(lookTable(await (await import('./bench/preview.mjs')).measureLooks()));
  }
  if (memory !== null)
    tables.push(memoryTable('commands', memory.commands), memoryTable('looks ahead', memory.looks));
  return tables.join('\n\n');
}

async function measureMemory() {
  const { measureLookMemory, measureMemory } = await import('./bench/memory.mjs');
  say('Running 300 commands in one engine ...');
  const commands = await measureMemory();
  say('Looking ahead 500 times in one engine ...');
  return { commands, looks: await measureLookMemory() };
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
