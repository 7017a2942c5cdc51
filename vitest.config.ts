import { defineConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

/** The real engine: slow to start, and one at a time is enough for two cores. */
const withEngine = { testTimeout: 120_000, hookTimeout: 120_000, pool: 'forks', maxWorkers: 1 } as const;

export default defineConfig({
  ...viteConfig,
  // Svelte's client side, not the one that renders on a server.
  resolve: { conditions: ['browser'] },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'engine', include: ['test/engine/**/*.test.ts'], ...withEngine } },
      { extends: true, test: { name: 'lessons', include: ['test/lessons/**/*.test.ts'], ...withEngine } },
    ],
  },
});
