import { describe, expect, test } from 'vitest';
import { allows, staysBelow } from '../../../../src/engine/python/packages/specifier';
import { compareVersions, parseVersion } from '../../../../src/engine/python/packages/version';

// The order of PEP 440's own example.
const ORDERED = [
  '1.0.dev456',
  '1.0a1',
  '1.0a2.dev456',
  '1.0a12.dev456',
  '1.0a12',
  '1.0b1.dev456',
  '1.0b2',
  '1.0b2.post345.dev456',
  '1.0b2.post345',
  '1.0rc1.dev456',
  '1.0rc1',
  '1.0',
  '1.0.post456.dev34',
  '1.0.post456',
  '1.1.dev1',
  '1.10',
  '1!0.1',
];

function version(text: string) {
  const parsed = parseVersion(text);
  if (!parsed) throw new Error(`no version: ${text}`);
  return parsed;
}

test('versions come in the order of PEP 440', () => {
  const sorted = ORDERED.toReversed().toSorted((a, b) => compareVersions(version(a), version(b)));
  expect(sorted).toEqual(ORDERED);
});

test.each([
  ['1.0', '1.0.0'],
  ['1.0-1', '1.0.post1'],
  ['1.0alpha1', '1.0a1'],
  ['v1.0', '1.0'],
  ['1.0+local.7', '1.0'],
])('%s is %s', (a, b) => {
  expect(compareVersions(version(a), version(b))).toBe(0);
});

test.each(['', 'latest', '1.0-beta-x', '>=1'])('%j is no version', (text) => {
  expect(parseVersion(text)).toBeNull();
});

describe('a specifier allows', () => {
  test.each([
    ['', '1.0', true],
    ['*', '1.0', true],
    ['==1.4.19', '1.4.19', true],
    ['==1.4.19', '1.4.20', false],
    ['==1.4.*', '1.4.19', true],
    ['!=1.4.*', '1.4.19', false],
    ['~=1.4.2', '1.4.19', true],
    ['~=1.4.2', '1.5', false],
    ['~=1.4', '1.9', true],
    ['~=1.4', '2.0', false],
    ['>=1.4,<2', '1.4.19', true],
    ['>=1.4,<2', '2.1.9', false],
    ['<2', '2.0rc1', false],
    ['>1.0', '1.0.post1', false],
    ['>= 1.0, != 1.5', '1.5', false],
    ['===1.0', '1.0', true],
    ['nonsense', '1.0', false],
  ])('%s: %s %s', (specifier, candidate, expected) => {
    expect(allows(specifier, candidate)).toBe(expected);
  });
});

describe('a specifier stays below 2', () => {
  test.each([
    ['==1.4.19', true],
    ['==1.*', true],
    ['==2.*', false],
    ['<2', true],
    ['<2.1', false],
    ['<=1.4', true],
    ['~=1.4', true],
    ['~=2.0', false],
    ['>=1.4,<2.0', true],
    ['>=1.4', false],
    ['!=2.0', false],
    ['', false],
  ])('%s: %s', (specifier, expected) => {
    expect(staysBelow(specifier, '2')).toBe(expected);
  });
});
