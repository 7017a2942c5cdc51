import { EngineError, errorData } from './errors';
import type { ErrorData } from './types';

/*
 * Calls across a message port. The types of the calling side derive from the implementation, so they cannot drift;
 * errors keep their data.
 */

/** What both ends of a worker and of a MessageChannel have in common. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

type Callable = (...args: never[]) => unknown;

/** `T`'s methods as seen from the other side: each answers with a promise. */
export type Remote<T> = {
  [K in keyof T as T[K] extends Callable ? K : never]: T[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
};

interface Call {
  rpc: 'call';
  id: number;
  method: string;
  args: unknown[];
}

type Answer = { rpc: 'answer'; id: number; value: unknown } | { rpc: 'error'; id: number; error: ErrorData };

/** Answers the calls that arrive at `port` with `api`'s methods of those names. */
export function serve<T extends object>(
  port: Port,
  api: T,
  methods: readonly (keyof Remote<T> & string)[],
): void {
  const allowed = new Set<string>(methods);
  port.addEventListener('message', (event: MessageEvent<Call | null>) => {
    const call = event.data;
    if (call?.rpc !== 'call') return;
    void answer(api, allowed, call).then((reply) => {
      port.postMessage(reply);
    });
  });
}

async function answer(api: object, allowed: Set<string>, call: Call): Promise<Answer> {
  try {
    const method: unknown = allowed.has(call.method) ? Reflect.get(api, call.method) : undefined;
    if (typeof method !== 'function') throw new Error(`rpc: there is no method ${call.method}`);
    const value: unknown = await Reflect.apply(method, api, call.args);
    return { rpc: 'answer', id: call.id, value };
  } catch (error) {
    return { rpc: 'error', id: call.id, error: errorData(error) };
  }
}

/** A handle on the object that is served at the other end of `port`. */
export function connect<T extends object>(port: Port): Remote<T> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  port.addEventListener('message', (event: MessageEvent<Answer | null>) => {
    const message = event.data;
    if (message?.rpc !== 'answer' && message?.rpc !== 'error') return;
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.rpc === 'answer') call?.resolve(message.value);
    else call?.reject(new EngineError(message.error));
  });
  const call = (method: string, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      port.postMessage({ rpc: 'call', id, method, args } satisfies Call);
    });
  return new Proxy({} as Remote<T>, {
    // A handle must not look like a promise, or `await handle` would call it.
    get: (_, method) =>
      typeof method === 'string' && method !== 'then'
        ? (...args: unknown[]) => call(method, args)
        : undefined,
  });
}
