// @ts-check
// The system's Chromium, and folders served to it as a static host would.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import { pageHandler } from '../page/serve.mjs';

/** What the page says of itself when commands can run. */
export const READY = '[data-engine="ready"]';

const QUIET = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];

export function launchBrowser() {
  return chromium.launch({
    executablePath: systemBrowser(),
    // Chromium's sandbox refuses to run as root.
    args: process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET,
  });
}

function systemBrowser() {
  const named = process.env['CHROMIUM'];
  const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return named ?? candidates.find((candidate) => existsSync(candidate)) ?? 'chromium';
}

/** @param {string} folder
 * @returns {Promise<{ url: string, close: () => void }>} */
export function serve(folder) {
  const server = createServer(pageHandler(folder, '/'));
  return new Promise((resolve) => {
    server.listen(0, 'localhost', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ url: `http://localhost:${port}/`, close: () => server.close() });
    });
  });
}
