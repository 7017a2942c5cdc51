/** What the panel says of the revision on show, beside its state. */
import type { ImportTrace } from '../engine/migration/preview';
import type { RevisionView } from '../engine/migration/view';
import { code, list, text, type Text } from '../engine/migration/text';
import type { LookState, RevisionChoice, RevisionEntry, Shown } from '../workspace/look-types';
import { wordsOfState } from './state-words';

/** Why just this revision is shown: the line under its name while nothing is the matter. */
export function whyShown({ because, stale }: Shown): Text {
  if (stale) return text`The last that could be read; the models have changed since.`;
  switch (because) {
    case 'pending':
      return text`What ${code('flask db migrate')} would write now.`;
    case 'not-applied':
      return text`The next that ${code('flask db upgrade')} runs.`;
    case 'head':
      return text`The head: the newest revision, and applied.`;
    case 'open-file':
      return text`The file that is open in the editor.`;
    case 'pinned':
      return text`Pinned: it stays on show, whatever changes.`;
  }
}

/** The line under the revision's name: what comes and goes while one types, else why it is shown. */
export function lineOf(state: LookState, shown: Shown): Text {
  const { tone, title, whileTyping } = wordsOfState(state);
  if (whileTyping && tone !== 'calm') return title;
  if (state.kind === 'known' && state.preview.outcome.kind === 'no-changes' && shown.because === 'head')
    return title;
  return whyShown(shown);
}

export const stateNames: Record<RevisionEntry['state'], string> = {
  pending: 'pending',
  'not-applied': 'not applied',
  head: 'head',
  applied: 'applied',
};

/** How the revision on show stands, in a word or two. */
export function stateName(shown: Shown, entries: readonly RevisionEntry[]): string {
  if (shown.stale) return 'out of date';
  const entry = entries.find(({ choice }) => sameChoice(choice, shown.choice));
  if (entry !== undefined) return stateNames[entry.state];
  if (shown.choice.kind === 'pending') return stateNames.pending;
  return shown.view.standing === 'applied' ? stateNames.applied : stateNames['not-applied'];
}

/** A revision by its message, as lists name it. */
export function titleOf(choice: RevisionChoice, message: string): string {
  if (choice.kind === 'pending') return 'Pending revision';
  return message === '' ? 'Revision without a message' : message;
}

/** What a revision follows. */
export function parentsOf({ downRevision }: RevisionView): Text {
  return downRevision.length === 0
    ? text`the first revision`
    : text`after ${list(downRevision.map((id) => [code(id)]))}`;
}

export function sameChoice(one: RevisionChoice | null, other: RevisionChoice | null): boolean {
  return choiceKey(one) === choiceKey(other);
}

/** A choice as text: what the chooser's list goes by. */
export function choiceKey(choice: RevisionChoice | null): string {
  if (choice === null) return 'auto';
  return choice.kind === 'pending' ? 'pending' : `file:${choice.path}`;
}

/** That the app changed the database while it was imported, which the look ahead has taken back. */
export function traceSentence({ tags }: ImportTrace): Text {
  const did = list(
    tags.map(({ tag, count }) => [traceOf(tag, count)]),
    'and',
  );
  return text`While it was imported, the app changed the database (${did}): the look ahead took that back.`;
}

const countsRows = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COPY']);

function traceOf(tag: string, count: number): string {
  if (tag === 'nextval') return count === 1 ? 'a sequence counted on' : `sequences counted on ${count} times`;
  if (countsRows.has(tag)) return `${tag} ${count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`}`;
  return count === 1 ? `${tag} once` : `${tag} ${count} times`;
}
