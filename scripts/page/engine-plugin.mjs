// @ts-check
import { inProject } from '../setup/paths.mjs';
import { bundleEngine } from './engine-bundle.mjs';

const IMPORTED = 'virtual:engine-url';
const RESOLVED = `\0${IMPORTED}`;
const DEV_PATH = '@engine.txt';
const ENGINE = inProject('src', 'engine');

/** Gives the page `import url from 'virtual:engine-url'`: where the text of the engine's `data:` URL lies. The page
 * fetches it and starts a worker from it, so that it also works on a host that sends no CORS header.
 * @returns {import('vite').Plugin} */
export function enginePlugin() {
  /** @type {string} */
  let base;
  let isDev = false;
  return {
    name: 'stillroom:engine',
    configResolved(config) {
      base = config.base;
      isDev = config.command === 'serve';
    },
    resolveId: (id) => (id === IMPORTED ? RESOLVED : null),
    async load(id) {
      if (id !== RESOLVED) return null;
      if (isDev) return `export default ${JSON.stringify(base + DEV_PATH)}`;
      const { url, modules } = await bundleEngine();
      const file = this.emitFile({ type: 'asset', name: 'engine.txt', source: url });
      return { code: `export default import.meta.ROLLUP_FILE_URL_${file}`, meta: { bundled: modules } };
    },
    // Bundled anew whenever the page asks, which it does after each change.
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.endsWith(`/${DEV_PATH}`)) return next();
        bundleEngine().then(({ url }) => response.end(url), next);
      });
      server.watcher.on('change', (file) => {
        if (file.startsWith(ENGINE) && file.endsWith('.ts')) server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
