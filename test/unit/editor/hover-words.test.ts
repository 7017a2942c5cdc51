import { expect, it } from 'vitest';
import { hoverWords } from '../../../src/editor/hover-words';

it('says an explanation in Markdown, its signs kept from it', () => {
  const words = hoverWords({
    title: 'op.f',
    words: ['It is *not* a_b, but ', { code: 'a_b' }, '.'],
    sql: 'SELECT *',
    more: { title: 'The [docs]', url: 'https://example.org/a#b' },
  });
  expect(words).toBe(
    '**`op.f`**\n\nIt is \\*not\\* a\\_b, but `a_b`.\n\n```pgsql\nSELECT *\n```\n\n[The \\[docs\\]](https://example.org/a#b)',
  );
});

it('leaves out SQL where there is none', () => {
  const words = hoverWords({ title: 'op', words: ['x'], sql: null, more: { title: 'y', url: 'https://z' } });
  expect(words).toBe('**`op`**\n\nx\n\n[y](https://z)');
});
