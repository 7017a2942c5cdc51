import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { enginePlugin } from './scripts/page/engine-plugin.mjs';
import { noticesPlugin } from './scripts/page/notices-plugin.mjs';
import { policyPlugin } from './scripts/page/policy-plugin.mjs';

export default defineConfig({
  // Relative, so that the page can be hosted under any path.
  base: './',
  plugins: [svelte(), enginePlugin(), noticesPlugin(), policyPlugin()],
  worker: { format: 'es' },
  // What the set-up and the tests write beside the sources.
  server: {
    watch: { ignored: ['**/.cache/**', '**/public/runtime/**', '**/dist/**', '**/test-results/**'] },
  },
  build: {
    target: 'es2023',
    // Monaco is one large chunk, on purpose.
    chunkSizeWarningLimit: 5000,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
