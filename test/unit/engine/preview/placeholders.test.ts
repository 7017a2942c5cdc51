import { expect, test } from 'vitest';
import { buildView } from '../../../../src/engine/migration/view';
import { asNotWrittenYet } from '../../../../src/engine/preview/placeholders';
import { database, revision } from '../migration/make';

test('id and date are drawn when the revision is written, and not shown before', () => {
  const source = `"""empty message

Revision ID: abc123
Create Date: 2024-01-23 00:55:09.318215
"""
revision = 'abc123'
down_revision = 'def456'
`;
  const made = revision([], [], { revision: 'abc123', createDate: '2024-01-23 00:55:09.318215' });
  const view = asNotWrittenYet(buildView(made, source, database([])));
  expect(view).toMatchObject({ revision: null, createDate: null });
  expect(view.source).toBe(`"""empty message

Revision ID: on \`flask db migrate\`
Create Date: on \`flask db migrate\`
"""
revision = 'on \`flask db migrate\`'
down_revision = 'def456'
`);
});
