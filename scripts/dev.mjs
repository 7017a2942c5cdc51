// @ts-check
// The developer's server: sets up what is missing, then serves src/ and shows each change.
import { runAsCommand } from './setup/command.mjs';
import { inProject, ROOT } from './setup/paths.mjs';
import { setup } from './setup.mjs';

const ENGINE_PYTHON = inProject('src', 'engine', 'python', 'stillroom');

async function main() {
  await setup();
  const { createServer } = await import('vite');
  const server = await createServer({ root: ROOT, configFile: inProject('vite.config.ts') });
  let rebuilt = Promise.resolve();
  server.watcher.add(ENGINE_PYTHON).on('all', (_event, file) => {
    if (!file.startsWith(ENGINE_PYTHON)) return;
    rebuilt = rebuilt.then(setup).then(() => server.ws.send({ type: 'full-reload' }));
  });
  await server.listen();
  server.printUrls();
}

await runAsCommand(import.meta.url, main);
