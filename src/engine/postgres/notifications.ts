import { concat, int32, messages, strings } from './wire';

/** Who is speaking, who else is connected, and on which channels each of them listens. */
export interface Listener {
  id: number;
  /** The process id that it was told as its own. */
  pid: number;
  /** Channels as last known; those of the speaker may have grown since. */
  channels: ReadonlySet<string>;
}

/**
 * Notifications come with the reply of whoever speaks when they are sent, since all share one session. This keeps
 * for each connection those that are its own.
 */
export class Notifications {
  readonly #waiting = new Map<number, Uint8Array[]>();

  /** The reply as the speaker is to see it: with all that waited for it, without what is for the others only. */
  deliver(reply: Uint8Array, speaker: Listener, others: readonly Listener[]): Uint8Array {
    const kept: Uint8Array[] = [];
    for (const { type, body, bytes } of messages(reply)) {
      if (type !== 'A') {
        kept.push(bytes);
        continue;
      }
      const [channel = ''] = strings(body.subarray(4));
      const notification = withSender(bytes, speaker.pid);
      const receivers = others.filter(({ channels }) => channels.has(channel));
      for (const { id } of receivers) this.#queue(id).push(notification);
      if (receivers.length === 0 || speaker.channels.has(channel)) kept.push(notification);
    }
    return insertBeforeReady(kept, this.take(speaker.id));
  }

  /** What waits for a connection; it waits no longer. */
  take(id: number): Uint8Array[] {
    const waiting = this.#waiting.get(id) ?? [];
    this.#waiting.delete(id);
    return waiting;
  }

  #queue(id: number): Uint8Array[] {
    const queue = this.#waiting.get(id) ?? [];
    this.#waiting.set(id, queue);
    return queue;
  }
}

/** The server's own process id is everybody's here: the sender's goes in its place. */
function withSender(notification: Uint8Array, pid: number): Uint8Array {
  const copy = notification.slice();
  copy.set(int32(pid), 5);
  return copy;
}

function insertBeforeReady(reply: Uint8Array[], notifications: Uint8Array[]): Uint8Array {
  const last = reply.at(-1);
  const ready = last !== undefined && last[0] === 'Z'.charCodeAt(0) ? reply.splice(-1) : [];
  return concat([...reply, ...notifications, ...ready]);
}
