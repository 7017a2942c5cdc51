import { expect, test } from '@playwright/test';
import { App } from './support/app';

/** What the student's Python tries from inside the worker, each answered with the error's name or "allowed". */
const ATTEMPTS = `
import asyncio
from js import eval as evaluate, fetch, indexedDB, self
from pyodide.ffi import run_sync

def attempt(name, action):
    try:
        action()
        print(name, "allowed")
    except Exception as error:
        print(name, "refused")

print("origin", self.origin)
attempt("eval", lambda: evaluate("1"))
attempt("constructor", lambda: fetch.constructor("return 1")())
attempt("foreign", lambda: run_sync(fetch("http://127.0.0.1:9/")))
attempt("own host", lambda: run_sync(fetch(HOST)))
attempt("storage", lambda: indexedDB.open("x"))
`;

test('Python in the worker has no origin, no network, no storage and no eval', async ({ page, baseURL }) => {
  const app = new App(page);
  await app.open();
  await app.student.ready();
  const program = ATTEMPTS.replace('HOST', JSON.stringify(`${baseURL ?? ''}runtime/manifest.json`));
  const encoded = Buffer.from(program).toString('base64');
  const output = await app.student.run(`python -c "import base64; exec(base64.b64decode('${encoded}'))"`);
  // A refused fetch also complains on its own.
  const answers = output.split('\n').filter((line) => /^origin |(allowed|refused)$/.test(line));
  expect(answers).toEqual([
    'origin null',
    'eval refused',
    'constructor refused',
    'foreign refused',
    'own host refused',
    'storage refused',
  ]);
});

test("the engine refuses to start with the page's rights", async ({ page }) => {
  await page.goto('');
  const error = await page.evaluate(async () => {
    const engine = performance
      .getEntriesByType('resource')
      .map((entry) => entry.name)
      .find((name) => /engine-.*\.txt$/.test(name));
    const code = decodeURIComponent(
      (await (await fetch(engine ?? '')).text()).slice('data:text/javascript,'.length),
    );
    try {
      await import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      return 'started';
    } catch (caught) {
      return String(caught);
    }
  });
  // The policy stops it before its own check can.
  expect(error).not.toBe('started');
});

test('the page itself runs nothing but its own files', async ({ page }) => {
  await page.goto('');
  const refused = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
    const inline = document.createElement('script');
    inline.textContent = 'window.inlineRan = true';
    document.body.append(inline);
    await fetch('http://127.0.0.1:9/').catch(() => null);
    const image = document.createElement('img');
    image.src = 'http://127.0.0.1:9/pixel.png';
    document.body.append(image);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { violations: violations.sort(), inlineRan: 'inlineRan' in window };
  });
  expect(refused).toEqual({
    violations: ['connect-src', 'img-src', 'script-src-elem'],
    inlineRan: false,
  });
});
