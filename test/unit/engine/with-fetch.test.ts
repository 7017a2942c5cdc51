import { expect, test } from 'vitest';
import { withFetch } from '../../../src/engine/with-fetch';

const answering = (text: string): typeof fetch => {
  return () => Promise.resolve(new Response(text));
};

async function ask(times: number): Promise<string[]> {
  const answers: string[] = [];
  for (let at = 0; at < times; at += 1) answers.push(await (await fetch('https://nowhere.invalid')).text());
  return answers;
}

test('each has its own answers, however they overlap, and fetch comes back', async () => {
  const real = globalThis.fetch;
  const [one, other] = await Promise.all([
    withFetch(answering('one'), () => ask(3)),
    withFetch(answering('other'), () => ask(3)),
    expect(withFetch(answering('bad'), () => Promise.reject(new Error('no')))).rejects.toThrow('no'),
  ]);
  expect([one, other]).toEqual([
    ['one', 'one', 'one'],
    ['other', 'other', 'other'],
  ]);
  expect(globalThis.fetch).toBe(real);
});
