import type { RevisionView } from '../migration/view';

/** What stands where the id and the date will be. */
export const WHEN_WRITTEN = 'on `flask db migrate`';

/** A revision that is not written: its id and its date are drawn anew when it is, so none is shown. */
export function asNotWrittenYet(view: RevisionView): RevisionView {
  const drawn = [view.revision, view.createDate].filter((text) => text !== null);
  const source = drawn.reduce((text, value) => text.replaceAll(value, WHEN_WRITTEN), view.source);
  return { ...view, revision: null, createDate: null, source };
}
