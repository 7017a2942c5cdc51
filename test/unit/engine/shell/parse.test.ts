import { expect, test } from 'vitest';
import { needsMore } from '../../../../src/engine/shell/parse';

test.each([
  'echo "a',
  "echo 'a",
  'echo a \\',
  'flask db migrate |',
  'true &&',
  'if true; then',
  'for x in a b; do',
  'for x in a b; do\necho $x',
  '{ echo a',
  '(echo a',
  'echo $(ls',
  'cat <<EOF',
  'cat <<EOF\nline',
])('%j asks for another line', (line) => {
  expect(needsMore(line)).toBe(true);
});

test.each([
  '',
  'echo a',
  'echo a \\\\',
  "echo '\\'",
  'cat <<EOF\nline\nEOF',
  'a && && b',
  'echo (',
  '# "',
  'fi',
])('%j does not', (line) => {
  expect(needsMore(line)).toBe(false);
});
