/* What the native stacks did with the samples' commands, the engine has to do too: see scripts/native/samples.mjs. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { allSamples, readProject, readRecording } from '../../scripts/native/samples.mjs';
import { readFolder } from '../../src/engine/cli/folder';
import { Engine } from '../../src/engine/engine';
import { nodeHost } from '../../src/engine/node';
import type { FileChange, StackName } from '../../src/engine/types';
import { type Observed, normalise } from './normalise';

const SIZE = { columns: 80, rows: 24 };

const samples = allSamples();

describe.each<StackName>(['course', 'current'])('the stack "%s"', (stack) => {
  let engine: Engine;
  let output = '';

  beforeAll(async () => {
    const host = await nodeHost(join(import.meta.dirname, '../../public/runtime'));
    engine = new Engine({
      loadAsset: host.loadAsset,
      versions: host.manifest.versions,
      pyodide: host.pyodide,
      isTerminal: false,
      // Standard input is empty.
      readLineSync: () => null,
      emit: (event) => {
        if (event.type === 'output') output += event.text;
      },
    });
  });

  describe.each(samples.filter((sample) => sample.stacks.includes(stack)))('$name', (sample) => {
    let expected: Observed;
    let found: Observed;

    beforeAll(async () => {
      const native = readRecording(sample, stack);
      expect(
        native.commands.map(({ line }) => line),
        'what is recorded (npm run record:native)',
      ).toEqual(sample.commands);
      const python = native.versions['python'] ?? '';
      expected = normalise(native, python);
      const files = await readProject(sample, stack, readFolder);
      let { database } = await engine.open({ files, emptyDirectories: [], database: null });
      const commands: Observed['commands'] = [];
      for (const line of sample.commands) {
        output = '';
        const { exitCode, state } = await engine.run(line, SIZE);
        database = state.database;
        commands.push({ line, exitCode, output });
      }
      found = normalise({ commands, files: contents(engine.changesSinceOpen()), database }, python);
    });

    test.each(sample.commands.map((line, index) => ({ line, index })))('$line', ({ index }) => {
      expect(found.commands[index]).toEqual(expected.commands[index]);
    });

    test('the files', () => {
      expect(found.files).toEqual(expected.files);
    });

    test('the database', () => {
      expect(found.database).toEqual(expected.database);
    });
  });
});

function contents(changes: readonly FileChange[]): Observed['files'] {
  const changed: Record<string, string> = {};
  const removed: string[] = [];
  for (const change of changes) {
    if (change.kind === 'removed') removed.push(change.path);
    else if (change.kind === 'written') changed[change.path] = textOf(change.content);
  }
  return { changed, removed };
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
