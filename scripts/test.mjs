// @ts-check
// Runs the parts named, all of them when none is, and adds up what they counted.
import { runAsCommand, say, SetupError } from './setup/command.mjs';
import { setup } from './setup.mjs';

async function main() {
  await setup();
  const { PARTS } = await import('./test/parts.mjs');
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !(name in PARTS));
  if (unknown.length > 0)
    throw new SetupError(`There is no part "${unknown[0]}": name some of ${Object.keys(PARTS).join(', ')}.`);

  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of named.length > 0 ? named : Object.keys(PARTS)) {
    const part = PARTS[name];
    if (part === undefined) continue;
    say(`\n--- ${name}`);
    const { passed, failed, skipped } = await part();
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  return total.failed === 0 ? 0 : 1;
}

await runAsCommand(import.meta.url, main);
