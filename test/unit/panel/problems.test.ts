import { expect, test } from 'vitest';
import type { Finding } from '../../../src/engine/migration/finding';
import type { UpgradeStep } from '../../../src/engine/migration/steps';
import { failures, linkWords, problemsOf, problemsOfAll } from '../../../src/panel/problems';
import { dropTable } from '../engine/migration/make';

const fix = { title: 'Drop `b` first', edits: [] };
const refused: UpgradeStep['refused'] = {
  sqlstate: '2BP01',
  by: [],
  message: 'cannot drop table a',
  sentence: ['PostgreSQL will refuse.'],
  fix,
};
const step = (number: number, more: Partial<UpgradeStep> = {}): UpgradeStep => ({
  number,
  operation: dropTable('a'),
  sentence: [],
  table: 'a',
  columns: [],
  reason: null,
  refused: null,
  ...more,
});
const finding = (more: Partial<Finding>): Finding => ({
  rule: 1,
  name: 'ban-drop-table',
  severity: 'danger',
  where: 'downgrade',
  step: 1,
  sentence: ['Rows are lost.'],
  why: { text: ['Because.'], link: 'https://www.postgresql.org/docs/18/' },
  sqlstate: null,
  fixes: [],
  ...more,
});
const dropOrder = finding({ rule: 36, severity: 'fails', fixes: [{ title: 'other', edits: [] }] });

test('a refusal and the rule that foretells it are one problem', () => {
  const problems = problemsOf(step(1, { refused }), [finding({}), dropOrder, finding({ step: 2 })]);
  expect(problems.map(({ severity }) => severity)).toEqual(['fails', 'danger']);
  expect(problems[0]).toMatchObject({ sentence: refused.sentence, why: dropOrder.why, fixes: [fix] });
});

test('a refusal without a fix of its own takes those of the rule', () => {
  const [problem] = problemsOf(step(1, { refused: { ...refused, fix: null } }), [dropOrder]);
  expect(problem?.fixes).toEqual(dropOrder.fixes);
});

test('the gravest comes first, and what concerns no step stands apart', () => {
  const findings = [
    finding({ severity: 'advice' }),
    finding({ severity: 'fails' }),
    finding({ severity: 'caution', step: null }),
  ];
  expect(problemsOf(step(1), findings).map(({ severity }) => severity)).toEqual(['fails', 'advice']);
  expect(problemsOfAll(findings).map(({ severity }) => severity)).toEqual(['caution']);
});

test('what will fail is counted by steps', () => {
  const steps = [step(1, { refused }), step(2), step(3)];
  const findings = [
    dropOrder,
    finding({ step: 2 }),
    finding({ step: 3, severity: 'fails' }),
    finding({ step: null, severity: 'fails' }),
  ];
  expect(failures(steps, findings)).toBe(3);
});

test('links are named by where they lead', () => {
  expect(linkWords('https://www.postgresql.org/docs/18/')).toBe('PostgreSQL documentation');
  expect(linkWords('https://alembic.sqlalchemy.org/en/latest/')).toBe('Alembic documentation');
  expect(linkWords('https://docs.sqlalchemy.org/en/20/')).toBe('SQLAlchemy documentation');
  expect(linkWords('https://example.org/a')).toBe('example.org');
});
