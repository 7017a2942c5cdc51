import { expect, test } from 'vitest';
import {
  addToPipfile,
  newPipfile,
  parsePipfile,
  removeFromPipfile,
} from '../../../../src/engine/python/packages/pipfile';
import { formatLock } from '../../../../src/engine/python/packages/pipfile-lock';
import { parseRequirement, type Requirement } from '../../../../src/engine/python/packages/requirement';

function requirement(text: string): Requirement {
  const parsed = parseRequirement(text);
  if (!parsed) throw new Error(`no requirement: ${text}`);
  return parsed;
}

const PIPFILE = `[[source]]
name = "pypi" # the index
url = "https://pypi.org/simple"
verify_ssl = true

[packages]
flask = "==2.0.1"
"Flask-Cors" = "*"
psycopg = {extras = ["binary"], version = ">=3"}

[dev-packages]
pytest = "*"

[requires]
python_version = "3.9"
`;

test('reads versions, extras and tables', () => {
  const { packages, devPackages } = parsePipfile(PIPFILE);
  expect(packages).toEqual([
    { name: 'flask', extras: [], specifier: '==2.0.1', source: null },
    { name: 'Flask-Cors', extras: [], specifier: '', source: null },
    { name: 'psycopg', extras: ['binary'], specifier: '>=3', source: null },
  ]);
  expect(devPackages.map(({ name }) => name)).toEqual(['pytest']);
});

test('adds at the end of the table and replaces in place, leaving the rest alone', () => {
  const added = addToPipfile(PIPFILE, 'packages', [requirement('flask_cors==3.0.8'), requirement('six')]);
  expect(added).toBe(
    PIPFILE.replace('"Flask-Cors" = "*"', 'flask_cors = "==3.0.8"').replace(
      'version = ">=3"}\n',
      'version = ">=3"}\nsix = "*"\n',
    ),
  );
});

test('makes a missing table', () => {
  expect(addToPipfile('[packages]\n', 'dev-packages', [requirement('pytest')])).toBe(
    '[packages]\n\n[dev-packages]\npytest = "*"\n',
  );
});

test('removes from both tables, whatever the spelling', () => {
  expect(removeFromPipfile(PIPFILE, 'flask-cors')).toBe(PIPFILE.replace('"Flask-Cors" = "*"\n', ''));
  expect(removeFromPipfile(PIPFILE, 'PyTest')).toBe(PIPFILE.replace('pytest = "*"\n', ''));
  expect(removeFromPipfile(PIPFILE, 'nothing')).toBe(PIPFILE);
});

test('a lock holds what was asked for and what that needs', () => {
  const text = addToPipfile(newPipfile('3.14'), 'packages', [requirement('flask')]);
  const installed = [
    { name: 'Flask', requires: ['Jinja2'] },
    { name: 'Jinja2', requires: ['MarkupSafe'] },
    { name: 'MarkupSafe', requires: [] },
  ].map((one) => ({
    ...one,
    version: '',
    summary: '',
    homePage: '',
    author: '',
    authorEmail: '',
    license: '',
  }));
  const versions = { flask: '3.1.3', jinja2: '3.1.6', markupsafe: '3.0.4', click: '8' };
  expect(JSON.parse(formatLock(parsePipfile(text), 'abc', versions, installed))).toEqual({
    _meta: {
      hash: { sha256: 'abc' },
      'pipfile-spec': 6,
      requires: { python_version: '3.14' },
      sources: [{ name: 'pypi', url: 'https://pypi.org/simple', verify_ssl: true }],
    },
    default: {
      flask: { index: 'pypi', version: '==3.1.3' },
      jinja2: { version: '==3.1.6' },
      markupsafe: { version: '==3.0.4' },
    },
    develop: {},
  });
});
