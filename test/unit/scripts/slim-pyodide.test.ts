import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withoutUnusedExports } from '../../../scripts/page/slim-pyodide.mjs';

const module = readFileSync('node_modules/pyodide/pyodide.asm.mjs', 'utf8');

test('what Pyodide uses of its exports keeps its variable, the rest is put where libraries look', () => {
  const slim = withoutUnusedExports(module);
  expect(slim.length).toBeLessThan(0.7 * module.length);
  expect(slim).toContain('_malloc=Module["_malloc"]=wasmExports["malloc"];');
  expect(slim).toContain('memory=Module["memory"]=wasmMemory=wasmExports["memory"]');
  expect(slim).toContain('_main=Module["_main"]=wasmExports["__main_argc_argv"]');
  expect(slim).not.toContain('Module["_PyObject_GetAttrString"]');
  expect(slim).toContain('Module["_"+name]??=');
});

test('code of another shape is left alone', () => {
  expect(withoutUnusedExports('export default 1;')).toBe('export default 1;');
});
