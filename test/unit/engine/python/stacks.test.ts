import { describe, expect, test } from 'vitest';
import { chooseStack } from '../../../../src/engine/python/stacks';

const VERSIONS = {
  course: { sqlalchemy: '1.4.19', flask: '2.0.1', 'psycopg2-binary': '2.9.12' },
  current: { sqlalchemy: '2.1.9', flask: '3.1.3', 'psycopg2-binary': '2.9.13' },
};

const choose = (requirements: string | null, pipfile: string | null = null) =>
  chooseStack({ requirements, pipfile }, VERSIONS);

describe('the stack', () => {
  test.each([
    ['sqlalchemy==1.4.19', 'course'],
    ['SQLAlchemy<2', 'course'],
    ['flask~=2.0.1', 'course'],
    ['Flask==2.2', 'current'],
    ['sqlalchemy>=1.4', 'current'],
    ['flask\nsqlalchemy', 'current'],
    ['flask-sqlalchemy==2.5.1', 'current'],
  ])('%j: %s', (requirements, stack) => {
    expect(choose(requirements).stack).toBe(stack);
  });

  test('a Pipfile counts before requirements.txt', () => {
    expect(choose('sqlalchemy==1.4.19', '[packages]\nsqlalchemy = "*"\n').stack).toBe('current');
    expect(choose('sqlalchemy', '[packages]\nflask = {version = "<2.2"}\n').stack).toBe('course');
  });
});

test('the reason is told', () => {
  expect(choose(null).reason).toBe('Stack: current, as there is no Pipfile and no requirements.txt.');
  expect(choose('flask==2.0.1').reason).toBe('Stack: course, as requirements.txt asks for Flask==2.0.1.');
  expect(choose(null, '[packages\n').reason).toMatch(/^Stack: current, as Pipfile cannot be read \(/);
});

test('what cannot be met is told, one sentence each', () => {
  expect(choose('flask==2.0.3\npsycopg2\npandas\nsqlalchemy==1.4.19\npip').unmet).toEqual([
    'flask==2.0.3 is not to be had here: flask 2.0.1 serves instead.',
    'pandas is not to be had here: importing it will fail.',
  ]);
});
