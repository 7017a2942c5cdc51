import { expect, test } from 'vitest';
import { RULES } from '../../../../../src/engine/migration/lint/rules';
import { plain } from '../../../../../src/engine/migration/text';

const DOCUMENTED =
  /^https:\/\/(?:www\.postgresql\.org\/docs\/18\/|alembic\.sqlalchemy\.org\/|docs\.sqlalchemy\.org\/)\S+\.html(?:#\S+)?$/;

test('all the rules are there, by number', () => {
  expect(RULES.map((rule) => rule.number)).toEqual(Array.from({ length: 43 }, (_, index) => index + 1));
  expect(new Set(RULES.map((rule) => rule.name)).size).toBe(43);
});

test.each(RULES)('$number, $name, says why and where that is documented', ({ why }) => {
  expect(plain(why.text)).toMatch(/^[A-Z`].{40,}\.$/s);
  expect(why.link).toMatch(DOCUMENTED);
});

test('what is a matter of taste is advice', () => {
  const advice = RULES.filter((rule) => rule.severity === 'advice').map((rule) => rule.number);
  expect(advice).toEqual([27, 29, 30, 31, 32, 33]);
});
