import { expect, test } from 'vitest';
import type { Proof } from '../../../../src/engine/migration/proof';
import { proofText } from '../../../../src/engine/proof/report-text';

const proof: Proof = {
  revision: 'abc1',
  message: 'add roles',
  path: 'migrations/versions/abc1_.py',
  pending: false,
  passed: false,
  preparations: [['First this.']],
  stops: [
    { command: 'upgrade', typed: 'flask db upgrade abc1', failure: null, difference: null, seconds: 0.5 },
    {
      command: 'downgrade',
      typed: 'flask db downgrade base',
      failure: null,
      difference: [{ sign: '+', text: 'enum role: admin' }],
      seconds: 0.25,
    },
    {
      command: 'upgrade',
      typed: 'flask db upgrade abc1',
      failure: { message: 'no', sqlstate: '42710', path: null, line: null, output: 'one\ntwo\n' },
      difference: null,
      seconds: 0.125,
    },
  ],
  rows: [
    { table: 'users', before: 10, after: 0, lost: 10, added: 0, columns: [], inherent: true },
    { table: 't', before: 1, after: 3, lost: 0, added: 2, columns: [], inherent: false },
  ],
  leftBehind: [{ kind: 'enum', name: 'role' }],
  conclusions: [['The downgrade leaves ', { code: 'role' }, ' behind.']],
  seconds: 1.26,
};

test('a proof as text', () => {
  expect(proofText(proof)).toBe(`Proof of abc1, add roles, on a copy of the database

First this.

  flask db upgrade abc1  done, 0.50 s
  flask db downgrade base  done, but the schema differs, 0.25 s
      + enum role: admin
  flask db upgrade abc1  failed, 0.13 s
      | one
      | two

Rows
  users  10 before  0 after  10 lost or changed
  t      1 before   3 after  0 lost or changed   2 new

The downgrade leaves \`role\` behind.

Not passed, in 1.3 s. Your database and your files are as they were.
`);
});
