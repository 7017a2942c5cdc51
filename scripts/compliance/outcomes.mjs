// @ts-check
// What a run of the suite brought, and how two runs compare. Pure.

/** @typedef {Record<string, string>} Reasons by test id */
/** @typedef {{ passed: number, failed: Reasons, errors: Reasons, skipped: Reasons }} Outcomes */

/** What the engine's run has that it may not have: one line for each test.
 * @param {Outcomes} engine
 * @param {Outcomes} native
 * @param {Reasons} exclusions skips of the engine alone, with the reason for each
 * @returns {string[]} */
export function differences(engine, native, exclusions) {
  const expected = { ...native.skipped, ...exclusions };
  return [
    ...beyond('fails', engine.failed, native.failed),
    ...beyond('breaks', engine.errors, native.errors),
    ...beyond('is skipped', engine.skipped, expected),
    ...missing(engine, native),
  ];
}

/** @param {Outcomes} outcomes */
export function total({ passed, failed, errors, skipped }) {
  return passed + [failed, errors, skipped].reduce((sum, reasons) => sum + Object.keys(reasons).length, 0);
}

/** The line at the end.
 * @param {Outcomes} outcomes */
export function summary({ passed, failed, errors, skipped }) {
  const bad = Object.keys(failed).length + Object.keys(errors).length;
  return `${passed} passed, ${bad} failed, ${Object.keys(skipped).length} skipped`;
}

/** Skips by their reason.
 * @param {Reasons} skipped
 * @returns {string[]} */
export function listSkips(skipped) {
  /** @type {Map<string, string[]>} */
  const byReason = new Map();
  for (const [test, reason] of Object.entries(skipped))
    byReason.set(reason, [...(byReason.get(reason) ?? []), test]);
  return [...byReason].flatMap(([reason, tests]) => [
    `skipped: ${reason}`,
    ...tests.map((test) => `  ${test}`),
  ]);
}

/** @param {string} what
 * @param {Reasons} found
 * @param {Reasons} allowed */
function beyond(what, found, allowed) {
  return Object.entries(found)
    .filter(([test]) => !(test in allowed))
    .map(([test, reason]) => `${test} ${what}: ${reason}`);
}

/** @param {Outcomes} engine
 * @param {Outcomes} native */
function missing(engine, native) {
  const [here, there] = [total(engine), total(native)];
  return here === there ? [] : [`${here} tests were run, natively ${there}: the two suites differ`];
}
