import { expect, test } from 'vitest';
import { newestRevision } from '../../../../src/engine/migration/newest';
import type { RevisionFile } from '../../../../src/engine/migration/revision';

function file(
  revision: string | null,
  createDate: string | null,
  isHead: boolean,
  broken = false,
): RevisionFile {
  return {
    revision,
    downRevision: [],
    dependsOn: [],
    message: '',
    createDate,
    path: `migrations/versions/${revision ?? 'broken'}_.py`,
    labels: [],
    isHead,
    error: broken ? { where: 'import', type: 'SyntaxError', message: 'invalid syntax', line: 1 } : null,
  };
}

test('is the head, whatever the dates say', () => {
  const files = [file('a', '2024-03-01 00:00:00', false), file('b', '2024-01-01 00:00:00', true)];
  expect(newestRevision(files)?.revision).toBe('b');
});

test('is the later of several heads', () => {
  const files = [
    file('a', '2024-01-01 00:00:00', true),
    file('b', '2024-03-01 00:00:00', true),
    file('c', null, true),
  ];
  expect(newestRevision(files)?.revision).toBe('b');
});

test('is a broken file only where there is nothing else', () => {
  expect(newestRevision([file(null, null, false, true), file('a', null, true)])?.revision).toBe('a');
  expect(newestRevision([file(null, null, false, true)])?.error?.type).toBe('SyntaxError');
  expect(newestRevision([])).toBeNull();
});
