// @ts-check
// Runs each program of test/samples/driver on the native driver and keeps what it prints (Linux on x86-64).
// The engine's driver is tested against these records.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { must } from './native/must.mjs';
import { ensureStack } from './native/stack.mjs';
import { withPostgres } from './native/workshop.mjs';
import { runAsCommand, say } from './setup/command.mjs';
import { inProject } from './setup/paths.mjs';
import { setup } from './setup.mjs';

const SAMPLES = inProject('test', 'samples', 'driver');

await runAsCommand(import.meta.url, async () => {
  await setup();
  const { python } = await ensureStack('current');
  await withPostgres(async (_folder, dsn) => {
    const env = { DATABASE_URL: dsn, PYTHONPATH: SAMPLES, PYTHONDONTWRITEBYTECODE: '1', TZ: 'UTC' };
    for (const name of readdirSync(SAMPLES)) {
      const program = path.join(SAMPLES, name, 'program.py');
      if (!existsSync(program)) continue;
      writeFileSync(path.join(SAMPLES, name, 'native.txt'), await must([python, program], { env }));
      say(name);
    }
  });
});
