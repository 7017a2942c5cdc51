import { expect, test } from 'vitest';
import {
  formatRequirement,
  normalName,
  parseRequirement,
} from '../../../../src/engine/python/packages/requirement';
import { parseRequirementsFile } from '../../../../src/engine/python/packages/requirements-file';

test.each([
  ['flask', 'flask'],
  ['Flask == 2.0.1', 'Flask==2.0.1'],
  ['psycopg[binary, pool] >= 3.1 ; python_version > "3.8"', 'psycopg[binary,pool]>=3.1'],
  ['requests (>=2.8.1, <3)', 'requests>=2.8.1,<3'],
  ['thing @ https://example.org/thing.whl', 'thing @ https://example.org/thing.whl'],
])('%s', (text, expected) => {
  const requirement = parseRequirement(text);
  expect(requirement && formatRequirement(requirement)).toBe(expected);
});

test.each(['', '==1.0', 'a b', '-e .', './here'])('%j is no requirement', (text) => {
  expect(parseRequirement(text)).toBeNull();
});

test('names differ by more than case and separators', () => {
  expect(normalName('Flask_SQLAlchemy')).toBe(normalName('flask-sqlalchemy'));
  expect(normalName('zope.interface')).toBe('zope-interface');
});

test('a requirements file: comments, continued lines, options, other files', () => {
  const file = [
    '# the app',
    'flask==2.0.1  # pinned',
    '',
    '-r base.txt',
    '--index-url https://example.org',
    'click==7.1.2 \\',
    '  --hash=sha256:abc',
    'not a requirement',
  ].join('\r\n');
  expect(parseRequirementsFile(file)).toMatchObject([
    { line: 2, content: { kind: 'requirement', requirement: { name: 'flask', specifier: '==2.0.1' } } },
    { line: 4, content: { kind: 'include', path: 'base.txt' } },
    { line: 5, content: { kind: 'option' } },
    { line: 7, content: { kind: 'requirement', requirement: { name: 'click' } } },
    { line: 8, content: { kind: 'invalid', text: 'not a requirement' } },
  ]);
});
