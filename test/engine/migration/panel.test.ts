import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Engine } from '../../../src/engine/engine';
import type { RevisionView } from '../../../src/engine/migration/view';
import { plain } from '../../../src/engine/migration/text';
import { nodeHost } from '../../../src/engine/node';
import type { StackName } from '../../../src/engine/types';
import { courseApp } from '../course-app';

const ROOT = join(import.meta.dirname, '../../..');

const size = { columns: 100, rows: 30 };
const expected = [
  'nobody refers to it',
  'after `tweet_images`, whose `tweet_id` references `tweets.id`',
  'after `tweets`, whose `user_id` references `users.id`',
];

describe.each<StackName>(['course', 'current'])("the course's app on the %s stack", (stack) => {
  let engine: Engine;

  beforeAll(async () => {
    const { loadAsset, manifest, pyodide } = await nodeHost(join(ROOT, 'public/runtime'));
    engine = new Engine({
      loadAsset,
      pyodide,
      versions: manifest.versions,
      emit: () => {},
      isTerminal: false,
      readLineSync: () => null,
    });
    const files = await courseApp(stack);
    const state = await engine.open({ files, emptyDirectories: [], database: null });
    expect(state.stack.stack).toBe(stack);
  });

  async function run(line: string): Promise<void> {
    const { exitCode } = await engine.run(line, size);
    expect([line, exitCode]).toEqual([line, 0]);
  }

  async function newest(): Promise<RevisionView | null> {
    return await engine.revision(null);
  }

  test('there is nothing to show before the first revision', async () => {
    expect(await newest()).toBeNull();
    await run('flask db init');
    expect(await newest()).toBeNull();
  });

  test('the new revision is shown, with its downgrade explained', async () => {
    await run('flask db migrate');
    const view = await newest();
    expect(view?.source).toContain("op.create_table('users'");
    expect(view?.upgrade.map((step) => plain(step.sentence))).toEqual([
      'Creates the table `users` with 2 columns: `id` and `name`; `id` is its primary key.',
      'Creates the table `tweets` with 3 columns: `id`, `tweet_content` and `user_id`; `id` is its primary key and `user_id` references `users.id`.',
      'Creates the table `tweet_images` with 3 columns: `id`, `image_url` and `tweet_id`; `id` is its primary key and `tweet_id` references `tweets.id`.',
    ]);
    expect(view?.downgrade.map((step) => plain(step.reason))).toEqual(expected);
  });

  test('it reads the same once it is applied', async () => {
    await run('flask db upgrade');
    const view = await newest();
    expect(view?.downgrade.map((step) => plain(step.reason))).toEqual(expected);
    expect(view?.downgrade.map((step) => step.refused)).toEqual([null, null, null]);
  });

  test('what is foretold of a downgrade edited by hand is what happens', async () => {
    const view = await newest();
    const swapped = (view?.source ?? '')
      .replace("op.drop_table('tweets')", 'SWAP')
      .replace("op.drop_table('users')", "op.drop_table('tweets')")
      .replace('SWAP', "op.drop_table('users')");
    await engine.write([{ kind: 'written', path: view?.path ?? '', content: swapped }]);
    const [, refused] = (await newest())?.downgrade ?? [];
    expect(refused?.refused).toMatchObject({ sqlstate: '2BP01' });
    const { exitCode } = await engine.run('flask db downgrade > out.txt 2> err.txt', size);
    expect(exitCode).toBe(1);
    const { exitCode: found } = await engine.run(`grep "${refused?.refused?.message}" err.txt`, size);
    expect(found).toBe(0);
  });
});
