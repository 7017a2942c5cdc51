import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';

// Workers read this file again and must find the same port.
process.env['STILLROOM_PORT'] ??= String(await freePort());
const url = `http://localhost:${process.env['STILLROOM_PORT']}/under/a/path/`;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/browser',
  timeout: 300_000,
  // What is waited for is a state, however long a busy machine takes to reach it.
  expect: { timeout: 60_000 },
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  webServer: {
    command: `node scripts/start.mjs --port ${process.env['STILLROOM_PORT']} --base /under/a/path`,
    url,
    timeout: 300_000,
    stdout: 'pipe',
  },
  use: { baseURL: url, trace: 'retain-on-failure' },
  projects: [
    {
      name: 'chromium',
      testIgnore: 'firefox/**',
      use: {
        browserName: 'chromium',
        viewport: { width: 1280, height: 800 },
        launchOptions: { executablePath: chromium(), args: chromiumArguments() },
      },
    },
    // Driven by puppeteer-core over WebDriver BiDi: Debian's Firefox is not the one that Playwright patches.
    { name: 'firefox', testMatch: 'firefox/**/*.spec.ts' },
  ],
});

/** The system's browser. */
function chromium(): string {
  const named = process.env['CHROMIUM'];
  const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return named ?? candidates.find((path) => existsSync(path)) ?? 'chromium';
}

function chromiumArguments(): string[] {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
  // Chromium's sandbox refuses to run as root.
  return process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
