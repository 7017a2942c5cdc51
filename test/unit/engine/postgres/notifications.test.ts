import { expect, it } from 'vitest';
import { type Listener, Notifications } from '../../../../src/engine/postgres/notifications';
import { concat, int32, message, messages, readyForQuery } from '../../../../src/engine/postgres/wire';

const listener = (id: number, ...channels: string[]): Listener => ({
  id,
  pid: 100 + id,
  channels: new Set(channels),
});
const reply = concat([
  message('C', 'NOTIFY'),
  message('A', int32(42), 'news', 'hello'),
  readyForQuery('idle'),
]);
const types = (bytes: Uint8Array): string => [...messages(bytes)].map(({ type }) => type).join('');

it('is kept for those who listen, with the sender', () => {
  const notifications = new Notifications();
  expect(types(notifications.deliver(reply, listener(1), [listener(2, 'news'), listener(3, 'other')]))).toBe(
    'CZ',
  );
  expect(notifications.take(3)).toEqual([]);
  const [waiting = new Uint8Array(0)] = notifications.take(2);
  expect(new DataView(waiting.buffer).getInt32(5)).toBe(101);
  expect(notifications.take(2)).toEqual([]);
});

it('reaches the speaker when it listens too, or nobody else does', () => {
  const notifications = new Notifications();
  expect(types(notifications.deliver(reply, listener(1, 'news'), [listener(2, 'news')]))).toBe('CAZ');
  expect(types(notifications.deliver(reply, listener(1), []))).toBe('CAZ');
});

it('comes before ReadyForQuery when the listener next speaks', () => {
  const notifications = new Notifications();
  notifications.deliver(reply, listener(1), [listener(2, 'news')]);
  const next = concat([message('C', 'SELECT 1'), readyForQuery('idle')]);
  expect(types(notifications.deliver(next, listener(2, 'news'), []))).toBe('CAZ');
});
