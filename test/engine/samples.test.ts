/* What the native stacks did with the samples' commands, the engine has to do too: see scripts/native/samples.mjs. */
import { beforeAll, describe, expect, test } from 'vitest';
import { allSamples, readProject, readRecording } from '../../scripts/native/samples.mjs';
import { readFolder } from '../../src/engine/cli/folder';
import type { StackName } from '../../src/engine/types';
import { type Headless, startHeadless } from './headless';
import { normalise, type Observed } from './normalise';

const samples = allSamples();
let machine: Headless;

beforeAll(async () => {
  machine = await startHeadless();
});

describe.each<StackName>(['course', 'current'])('the stack "%s"', (stack) => {
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
      let { database } = await machine.open(await readProject(sample, stack, readFolder));
      const commands: Observed['commands'] = [];
      for (const command of sample.commands) {
        const { state, line, exitCode, output } = await machine.run(command);
        database = state.database;
        commands.push({ line, exitCode, output });
      }
      found = normalise({ commands, files: machine.files(), database }, python);
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
