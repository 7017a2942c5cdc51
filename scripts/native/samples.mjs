// @ts-check
// Sample projects and what is typed in them: one folder each below test/samples/native/, with
//   sample.json           about, start (a folder of the project), stacks, commands
//   files, files.STACK    laid over the start, where they are there
//   native.STACK.json     what the native stack did (npm run record:native)
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../setup/paths.mjs';

/** @typedef {import('./stack.mjs').StackName} StackName */
/** @typedef {import('../../src/engine/report.ts').DatabaseState} DatabaseState */
/** @typedef {{ about: string, start: string, stacks: StackName[], commands: string[] }} SampleFile */
/** @typedef {SampleFile & { name: string }} Sample */
/** @typedef {{ line: string, exitCode: number, output: string }} RecordedCommand */
/** @typedef {{ versions: Record<string, string>, commands: RecordedCommand[],
 *   files: { changed: Record<string, string>, removed: string[] }, database: DatabaseState }} Recording */

const SAMPLES = inProject('test', 'samples', 'native');
/** What every project for a stack has: the requirements that choose it and the URL that its SQLAlchemy understands. */
const OF_STACK = 'stacks';

/** @returns {Sample[]} */
export function allSamples() {
  return readdirSync(SAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(SAMPLES, entry.name, 'sample.json')))
    .map(({ name }) => ({
      name,
      ...JSON.parse(readFileSync(path.join(SAMPLES, name, 'sample.json'), 'utf8')),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The folders that make up a sample's project, each laid over those before it.
 * @param {Sample} sample
 * @param {StackName} stack */
export function layersOf({ name, start }, stack) {
  const layers = [
    inProject(start),
    path.join(SAMPLES, OF_STACK, stack),
    path.join(SAMPLES, name, 'files'),
    path.join(SAMPLES, name, `files.${stack}`),
  ];
  return layers.filter((folder) => existsSync(folder));
}

/** @param {Sample} sample
 * @param {StackName} stack */
export function recordingFile({ name }, stack) {
  return path.join(SAMPLES, name, `native.${stack}.json`);
}

/** @param {Sample} sample
 * @param {StackName} stack
 * @returns {Recording} */
export function readRecording(sample, stack) {
  return JSON.parse(readFileSync(recordingFile(sample, stack), 'utf8'));
}

/** Reads a sample's project.
 * @param {Sample} sample
 * @param {StackName} stack
 * @param {(folder: string) => Promise<{ files: import('../../src/engine/types.ts').WorkspaceFile[] }>} readFolder
 * @returns {Promise<import('../../src/engine/types.ts').WorkspaceFile[]>} */
export async function readProject(sample, stack, readFolder) {
  /** @type {Map<string, import('../../src/engine/types.ts').WorkspaceFile>} */
  const files = new Map();
  for (const folder of layersOf(sample, stack)) {
    for (const file of (await readFolder(folder)).files) files.set(file.path, file);
  }
  return [...files.values()];
}
