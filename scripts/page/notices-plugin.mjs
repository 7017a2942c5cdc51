// @ts-check
import { nodeNotices } from '../notices/node.mjs';
import { noticesPage } from '../notices/page.mjs';
import { programNotices } from '../notices/programs.mjs';
import { pythonNotices } from '../notices/python.mjs';

/** Puts notices.html beside the page: it names what was really bundled.
 * @returns {import('vite').Plugin} */
export function noticesPlugin() {
  return {
    name: 'stillroom:notices',
    apply: 'build',
    generateBundle() {
      const source = noticesPage({
        'Programs and their runtimes': programNotices(),
        'Python packages': pythonNotices(),
        'JavaScript packages': nodeNotices(
          [...this.getModuleIds()].flatMap((id) => [id, ...inside(this, id)]),
        ),
      });
      this.emitFile({ type: 'asset', fileName: 'notices.html', source });
    },
  };
}

/** The modules that one module stands for: the engine's bundle is made apart (engine-plugin.mjs).
 * @param {import('rolldown').PluginContext} context
 * @param {string} id
 * @returns {string[]} */
function inside(context, id) {
  return context.getModuleInfo(id)?.meta['bundled'] ?? [];
}
