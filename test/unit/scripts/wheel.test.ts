import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cachePath } from '../../../scripts/runtime/compiler.mjs';
import { readWheel, wheelName } from '../../../scripts/runtime/wheel.mjs';
import { unzip, zip } from '../../../scripts/runtime/zip.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillroom-wheel-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a wheel with the files named, each holding its own path. */
function wheel(name: string, paths: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, zipSync(Object.fromEntries(paths.map((path) => [path, strToU8(path)]))));
  return file;
}

const paths = (entries: { path: string }[]): string[] => entries.map((entry) => entry.path).sort();

test('a wheel is named as PyPI compares names', () => {
  expect(wheelName('/x/Flask_SQLAlchemy-2.5.1-py2.py3-none-any.whl')).toEqual({
    name: 'flask-sqlalchemy',
    version: '2.5.1',
  });
});

test('compiled parts stay out, data for site-packages moves there', () => {
  const { modules } = readWheel(
    wheel('Some_Thing-1.0-cp39-cp39-manylinux1_x86_64.whl', [
      'some_thing/__init__.py',
      'some_thing/_speedups.c',
      'some_thing/_speedups.cpython-39-x86_64-linux-gnu.so',
      'some_thing.libs/libpq-1.so.5.17',
      'Some_Thing-1.0.data/purelib/other.py',
      'Some_Thing-1.0.data/scripts/some-thing',
      'Some_Thing-1.0.dist-info/METADATA',
    ]),
  );
  expect(paths(modules)).toEqual(['other.py', 'some_thing/__init__.py']);
});

test('metadata records what is there, and who installed it', () => {
  const { metadata } = readWheel(
    wheel('thing-1.0-py3-none-any.whl', [
      'thing.py',
      'thing-1.0.dist-info/METADATA',
      'thing-1.0.dist-info/RECORD',
    ]),
  );
  expect(paths(metadata)).toEqual([
    'thing-1.0.dist-info/INSTALLER',
    'thing-1.0.dist-info/METADATA',
    'thing-1.0.dist-info/RECORD',
  ]);
  const record = metadata.find((entry) => entry.path.endsWith('RECORD'));
  const lines = new TextDecoder().decode(record?.bytes).trim().split('\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual([
    'thing-1.0.dist-info/INSTALLER',
    'thing-1.0.dist-info/METADATA',
    'thing.py',
    'thing-1.0.dist-info/RECORD',
  ]);
  // sha256 of the eight bytes "thing.py", as `pip` writes it.
  expect(lines[2]).toMatch(/^thing\.py,sha256=[\w-]{43},8$/);
});

test('greenlet counts as installed and brings no module', () => {
  const { modules, metadata } = readWheel(
    wheel('greenlet-1.1.0-cp39-cp39-manylinux2014_x86_64.whl', [
      'greenlet/__init__.py',
      'greenlet-1.1.0.dist-info/METADATA',
    ]),
  );
  expect(modules).toEqual([]);
  expect(paths(metadata)).toContain('greenlet-1.1.0.dist-info/METADATA');
});

test('botocore keeps the data of S3 alone', () => {
  const { modules } = readWheel(
    wheel('botocore-1.0-py3-none-any.whl', [
      'botocore/data/endpoints.json',
      'botocore/data/ec2/2016-11-15/service-2.json',
      'botocore/data/s3/2006-03-01/service-2.json',
    ]),
  );
  expect(paths(modules)).toEqual([
    'botocore/data/endpoints.json',
    'botocore/data/s3/2006-03-01/service-2.json',
  ]);
});

test('an archive depends on what is in it, not on the order or the hour', () => {
  const entries = ['b/c.txt', 'a.txt', 'b/'].map((path) => ({
    path,
    bytes: strToU8(path.replace('b/', '')),
  }));
  expect(zip(entries)).toEqual(zip(entries.toReversed()));
  expect(paths(unzip(zip(entries)))).toEqual(['a.txt', 'b/', 'b/c.txt']);
});

test('byte code lies where a finder looks for it', () => {
  expect(cachePath('flask/cli.py')).toBe('flask/__pycache__/cli.cpython-314.pyc');
  expect(cachePath('six.py')).toBe('__pycache__/six.cpython-314.pyc');
});
