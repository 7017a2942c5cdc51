import { fileURLToPath } from 'node:url';
import { nodeHost } from '../../../src/engine/node';
import type { Backend } from '../../../src/engine/postgres/backend';
import { bootPostgres, type Postgres } from '../../../src/engine/postgres/boot';
import type { Row } from '../../../src/engine/postgres/session';
import * as wire from '../../../src/engine/postgres/wire';

export async function startPostgres(): Promise<Postgres> {
  const { loadAsset } = await nodeHost(fileURLToPath(new URL('../../../public/runtime', import.meta.url)));
  return bootPostgres({ loadAsset });
}

/** What one exchange brought. */
export interface Answer {
  rows: Row[];
  tags: string[];
  error: wire.ErrorFields | null;
  status: wire.TransactionStatus | null;
  parameters: Record<string, string>;
  notifications: { pid: number; channel: string; payload: string }[];
  /** The types of its messages, in order. */
  types: string;
}

/** A driver as small as can be: one connection, spoken to in wire messages. */
export class Client {
  readonly id: number;
  readonly greeting: Answer;
  readonly pid: number;

  constructor(
    private readonly backend: Backend,
    parameters: Record<string, string> = {},
  ) {
    const startup = wire.startupMessage({ user: 'starter', database: 'twitter', ...parameters });
    const { id, reply } = backend.connect(startup);
    this.id = id;
    this.greeting = read(reply);
    this.pid = pidIn(reply);
  }

  query(sql: string): Answer {
    return this.send(wire.query(sql));
  }

  /** The extended protocol: Parse, Bind, Execute, Sync. */
  execute(sql: string, { name = '', parse = true }: { name?: string; parse?: boolean } = {}): Answer {
    const none = new Uint8Array(2);
    const parts = [
      ...(parse ? [wire.message('P', name, sql, none)] : []),
      wire.message('B', '', name, none, none, none),
      wire.message('E', '', wire.int32(0)),
      wire.message('S'),
    ];
    return this.send(wire.concat(parts));
  }

  send(request: Uint8Array): Answer {
    return read(this.backend.exchange(this.id, request));
  }

  /** What came without being asked for. */
  poll(): Answer {
    return this.send(new Uint8Array(0));
  }

  close(): void {
    this.backend.close(this.id);
  }
}

function read(reply: Uint8Array): Answer {
  const answer: Answer = {
    rows: [],
    tags: [],
    error: null,
    status: null,
    parameters: {},
    notifications: [],
    types: '',
  };
  for (const { type, body } of wire.messages(reply)) {
    answer.types += type;
    if (type === 'D') answer.rows.push(wire.dataRow(body));
    if (type === 'C') answer.tags.push(wire.strings(body)[0] ?? '');
    if (type === 'E') answer.error ??= wire.errorFields(body);
    if (type === 'Z') answer.status = wire.statusOf(body);
    if (type === 'S') Object.assign(answer.parameters, Object.fromEntries([wire.strings(body)]));
    if (type === 'A') {
      const [channel = '', payload = ''] = wire.strings(body.subarray(4));
      answer.notifications.push({
        pid: new DataView(body.buffer, body.byteOffset).getInt32(0),
        channel,
        payload,
      });
    }
  }
  return answer;
}

function pidIn(reply: Uint8Array): number {
  for (const { type, body } of wire.messages(reply))
    if (type === 'K') return new DataView(body.buffer, body.byteOffset).getInt32(0);
  return 0;
}
