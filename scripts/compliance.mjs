// @ts-check
// SQLAlchemy's own dialect suite on the engine, against what the native driver was recorded to do:
//   node scripts/compliance.mjs            runs and compares
//   node scripts/compliance.mjs --record   runs natively and writes the record (Linux on x86-64)
import { readFileSync, writeFileSync } from 'node:fs';
import { runOnEngine } from './compliance/engine.mjs';
import { recordNatively } from './compliance/native.mjs';
import { differences, listSkips, summary } from './compliance/outcomes.mjs';
import { ensureSuite, versionOf } from './compliance/suite.mjs';
import { runAsCommand, say, SetupError } from './setup/command.mjs';
import { inProject } from './setup/paths.mjs';
import { setup } from './setup.mjs';

const NATIVE = inProject('test', 'compliance', 'native.json');
const EXCLUSIONS = inProject('test', 'compliance', 'exclusions.json');
const STACK_REQUIREMENTS = 'requirements/current.txt';

/** @returns {Promise<{ passed: number, failed: number, skipped: number }>} */
export async function compliance() {
  const suite = await ensureSuite();
  const inStack = versionOf(STACK_REQUIREMENTS);
  if (inStack !== suite.version)
    throw new SetupError(
      `The "current" stack has SQLAlchemy ${inStack}, test/compliance/requirements.txt has ${suite.version}: pin the same, and record anew (npm run record:compliance).`,
    );
  const native = read(NATIVE);
  const outcomes = await runOnEngine(suite);
  const found = differences(outcomes, native, read(EXCLUSIONS));
  for (const line of [...listSkips(outcomes.skipped), ...found]) say(line);
  say(`native: ${summary(native)}`);
  process.stdout.write(`${summary(outcomes)}\n`);
  return { passed: outcomes.passed, failed: found.length, skipped: Object.keys(outcomes.skipped).length };
}

/** @param {string} file */
function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

await runAsCommand(import.meta.url, async () => {
  if (process.argv.includes('--record')) {
    writeFileSync(NATIVE, `${JSON.stringify(await recordNatively(await ensureSuite()), null, 2)}\n`);
    return 0;
  }
  await setup();
  return (await compliance()).failed === 0 ? 0 : 1;
});
