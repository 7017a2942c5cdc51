// @ts-check
// The page that the start is compared with: Pyodide, PGlite and the packages' sources as their makers ship them.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, unzipSync, zipSync } from 'fflate';
import { inProject, RUNTIME } from '../setup/paths.mjs';

/** Both start side by side, as they do in the engine. The imports are the engine's own, from source. */
const PAGE = `<!doctype html>
<html lang="en">
<title>Stock</title>
<script type="module">
  import { loadPyodide } from './pyodide/pyodide.mjs';
  import { PGlite } from './pglite/index.js';

  async function startPython() {
    const packages = fetch('packages.zip').then((response) => response.arrayBuffer());
    const pyodide = await loadPyodide();
    pyodide.unpackArchive(await packages, 'zip', { extractDir: '/packages' });
    pyodide.registerJsModule('_stillroom_postgres', {});
    pyodide.runPython(\`
import sys
sys.path.append('/packages')
from stillroom.process.libraries import load_libraries
load_libraries('course')
\`);
  }

  await Promise.all([startPython(), PGlite.create()]);
  document.documentElement.dataset.engine = 'ready';
</script>
</html>
`;

/** Puts the page into a folder.
 * @returns {string} the folder */
export function buildReference() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stillroom-reference-'));
  cpSync(inProject('node_modules/pyodide'), path.join(folder, 'pyodide'), { recursive: true });
  cpSync(inProject('node_modules/@electric-sql/pglite/dist'), path.join(folder, 'pglite'), {
    recursive: true,
  });
  writeFileSync(path.join(folder, 'packages.zip'), zipSync(sources(), { level: 6 }));
  writeFileSync(path.join(folder, 'index.html'), PAGE);
  return folder;
}

/** The course stack's packages and our own Python, as source files.
 * @returns {Record<string, Uint8Array>} */
function sources() {
  const { assets } = JSON.parse(readFileSync(path.join(RUNTIME, 'manifest.json'), 'utf8'));
  const archives = ['course', 'course-src', 'engine-py'].map((name) =>
    unzipSync(plain(new Uint8Array(readFileSync(path.join(RUNTIME, assets[name].file))))),
  );
  const files = Object.assign({}, ...archives);
  return Object.fromEntries(Object.entries(files).filter(([name]) => !name.endsWith('.pyc')));
}

/** The archive itself: some are compressed as a whole.
 * @param {Uint8Array} bytes */
function plain(bytes) {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}
