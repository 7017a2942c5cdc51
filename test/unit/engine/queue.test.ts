import { expect, test } from 'vitest';
import { Queue } from '../../../src/engine/queue';

test('jobs run one after the other, whatever becomes of the one before', async () => {
  const queue = new Queue();
  const log: string[] = [];
  const slow = queue.run(async () => {
    log.push('a starts');
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push('a ends');
    throw new Error('a failed');
  });
  const next = queue.run(() => log.push('b'));
  await expect(slow).rejects.toThrow('a failed');
  await next;
  expect(log).toEqual(['a starts', 'a ends', 'b']);
});
