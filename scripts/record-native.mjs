// @ts-check
// `npm run record:native [-- NAME ...]`: runs the samples' commands on the native stacks (a virtual environment and
// a PostgreSQL server) and writes down what they did, for test/engine/samples.test.ts. Linux on x86-64.
import { writeFileSync } from 'node:fs';
import { importBundled } from './native/bundle.mjs';
import { startMachine } from './native/machine.mjs';
import { onStudentsMachine } from './native/paths.mjs';
import { allSamples, readProject, recordingFile } from './native/samples.mjs';
import { ensureStack, installedVersions } from './native/stack.mjs';
import { runAsCommand, say, SetupError } from './setup/command.mjs';
import { ensureNodePackages } from './setup/node-packages.mjs';

/** @typedef {import('./native/samples.mjs').Sample} Sample */
/** @typedef {import('./native/samples.mjs').Recording} Recording */
/** @typedef {import('./native/samples.mjs').StackName} StackName */
/** @typedef {Awaited<ReturnType<typeof startMachine>>} Machine */

/** @param {string[]} names of samples; none means all */
async function main(names) {
  await ensureNodePackages();
  const samples = allSamples().filter(({ name }) => names.length === 0 || names.includes(name));
  if (samples.length === 0)
    throw new SetupError(`There is no sample ${names.join(', ')} in test/samples/native.`);
  const stacks = { course: await ensureStack('course'), current: await ensureStack('current') };
  const machine = await startMachine(stacks.current);
  try {
    for (const sample of samples) {
      for (const stack of sample.stacks) {
        say(`${sample.name}, ${stack}`);
        const recording = await record(machine, stacks[stack], sample);
        writeFileSync(recordingFile(sample, stack), `${JSON.stringify(recording, null, 2)}\n`);
      }
    }
  } finally {
    await machine.stop();
  }
}

/** @param {Machine} machine
 * @param {import('./native/stack.mjs').NativeStack} stack
 * @param {Sample} sample
 * @returns {Promise<Recording>} */
async function record(machine, stack, sample) {
  /** @type {typeof import('./native/engine-parts.ts')} */
  const { readFolder } = await importBundled('scripts/native/engine-parts.ts');
  const text = onStudentsMachine(machine, stack);
  const start = await readProject(sample, stack.stack, readFolder);
  await machine.open(start);
  const commands = [];
  for (const line of sample.commands) {
    const { exitCode, output } = await machine.run(stack, line);
    commands.push({ line, exitCode, output: text(output) });
  }
  const end = (await readFolder(machine.project)).files;
  return {
    versions: { ...(await installedVersions(stack)), postgresql: await machine.serverVersion() },
    commands,
    files: changes(start, end, text),
    database: await machine.state(),
  };
}

/** @param {readonly import('../src/engine/types.ts').WorkspaceFile[]} before
 * @param {readonly import('../src/engine/types.ts').WorkspaceFile[]} after
 * @param {(text: string) => string} text */
function changes(before, after, text) {
  const contents = (/** @type {typeof before} */ files) =>
    new Map(files.map(({ path, content }) => [path, Buffer.from(content).toString('utf8')]));
  const [old, now] = [contents(before), contents(after)];
  const changed = [...now].filter(([path, content]) => old.get(path) !== content).sort(byPath);
  return {
    changed: Object.fromEntries(changed.map(([path, content]) => [path, text(content)])),
    removed: [...old.keys()].filter((path) => !now.has(path)).sort(),
  };
}

/** @param {[string, string]} a
 * @param {[string, string]} b */
function byPath([a], [b]) {
  return a < b ? -1 : 1;
}

await runAsCommand(import.meta.url, () => main(process.argv.slice(2)));
