import { expect, test } from 'vitest';
import { nodeNotices } from '../../../scripts/notices/node.mjs';
import { noticesPage } from '../../../scripts/notices/page.mjs';

test('a bundled module brings its package, once, with its licence', () => {
  const modules = ['dist/index.js', 'dist/other.js'].map(
    (file) => `${process.cwd()}/node_modules/idb/${file}`,
  );
  const [notice, ...more] = nodeNotices([...modules, `${process.cwd()}/src/app/main.ts`, '\0virtual:x']);
  expect(more).toEqual([]);
  expect(notice).toMatchObject({ name: 'idb', licence: 'ISC' });
  expect(notice?.text).toContain('Permission to use, copy, modify');
});

test('texts are shown as they are written', () => {
  const page = noticesPage({ Things: [{ name: 'b', version: '1', licence: 'X', text: 'a <b> & c' }] });
  expect(page).toContain('<pre>a &lt;b> &amp; c</pre>');
});
