import { describe, expect, it } from 'vitest';
import { isUnfinished } from '../../../src/terminal/unfinished';

describe('a command line', () => {
  it.each([
    'echo "one',
    "echo 'one",
    'echo one \\',
    'flask db migrate &&',
    'ls |',
    'ls || ',
    'cat <<EOF',
    'cat <<EOF\none',
    "cat <<'END'\nEOF",
    'cat <<-EOF\n\tone',
    'echo "a\nb',
    'true && # and then',
  ])('%j goes on', (text) => {
    expect(isUnfinished(text)).toBe(true);
  });

  it.each([
    '',
    'flask db migrate -m "add users"',
    "echo 'it is \\'",
    'echo one\\\\',
    'echo "a \\" b"',
    'cat <<EOF\none\nEOF',
    'cat <<-EOF\n\tone\n\tEOF',
    'cat <<< word',
    'echo # a comment with "',
    'echo a#"b"',
    'echo "a\nb"',
    'sleep 1 &',
  ])('%j is complete', (text) => {
    expect(isUnfinished(text)).toBe(false);
  });
});
