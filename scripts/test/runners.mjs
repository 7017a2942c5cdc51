// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { run } from '../setup/command.mjs';
import { inProject, ROOT } from '../setup/paths.mjs';
import { node } from './checks.mjs';

/** @typedef {import('./parts.mjs').Count} Count */

const RESULTS = inProject('test-results');

/** Runs one project of vitest.config.ts.
 * @param {string} project
 * @returns {Promise<Count>} */
export async function vitest(project) {
  const report = reportFile(project);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await stream(
    node('vitest', 'vitest.mjs', 'run', '--project', project, ...mayBeEmpty(project), ...reporters),
  );
  const result = read(report);
  const failedFiles = (result.testResults ?? []).filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return settle(code, {
    passed: result.numPassedTests ?? 0,
    failed: (result.numFailedTests ?? 0) + failedFiles,
    skipped: (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0),
  });
}

/** There are no lessons yet, and so no tests of theirs.
 * @param {string} project */
function mayBeEmpty(project) {
  return project === 'lessons' ? ['--passWithNoTests'] : [];
}

/** Runs the tests in a browser.
 * @returns {Promise<Count>} */
export async function playwright() {
  const report = reportFile('browser');
  const command = node('@playwright/test', 'cli.js', 'test', '--reporter=list,json');
  const code = await stream(command, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = read(report).stats ?? {};
  return settle(code, { passed: expected + flaky, failed: unexpected, skipped });
}

/** @param {string} name */
function reportFile(name) {
  mkdirSync(RESULTS, { recursive: true });
  const file = inProject('test-results', `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** @param {string[]} command
 * @param {Record<string, string>} [env] */
async function stream(command, env = {}) {
  const { code } = await run(command, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return code;
}

/** @param {string} file
 * @returns {any} a report in its runner's own shape; empty when the runner died before it could write one */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** A runner can fail with no test to blame, for one in its own start: that counts as one.
 * @param {number} code
 * @param {Count} count
 * @returns {Count} */
function settle(code, count) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
