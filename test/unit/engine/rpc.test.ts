import { expect, test } from 'vitest';
import { EngineError } from '../../../src/engine/errors';
import { connect, serve } from '../../../src/engine/rpc';

class Api {
  add(a: number, b: number): number {
    return a + b;
  }

  fail(): Promise<never> {
    const error = new Error('relation "users" does not exist');
    error.name = 'DatabaseError';
    return Promise.reject(Object.assign(error, { code: '42P01', detail: 'none', line: 3, file: 'app.py' }));
  }

  hidden(): string {
    return 'not served';
  }
}

function link() {
  const { port1, port2 } = new MessageChannel();
  serve(port1, new Api(), ['add', 'fail']);
  port1.start();
  port2.start();
  return { api: connect<Api>(port2), close: () => port1.close() };
}

test('calls a method on the other side', async () => {
  const { api, close } = link();
  expect(await Promise.all([api.add(1, 2), api.add(3, 4)])).toEqual([3, 7]);
  close();
});

test('an error keeps its data', async () => {
  const { api, close } = link();
  const error = await api.fail().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(EngineError);
  expect(error).toMatchObject({
    name: 'DatabaseError',
    message: 'relation "users" does not exist',
    data: { sqlstate: '42P01', detail: 'none', line: 3, file: 'app.py' },
  });
  close();
});

test('only what is served can be called', async () => {
  const { api, close } = link();
  await expect(api.hidden()).rejects.toThrow('there is no method hidden');
  close();
});
