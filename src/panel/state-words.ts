/** What the panel says of each state of the look ahead. Words alone: no state is left without them. */
import type { CodeError, PreviewOutcome, Unapplied } from '../engine/migration/preview';
import { code, codes, list, text, type Text } from '../engine/migration/text';
import type { LookState } from '../workspace/look-types';

export interface StateWords {
  /** `calm`: as it should be; `waiting`: it goes on by itself; `notice`: the student's turn; `problem`: something fails. */
  tone: 'calm' | 'waiting' | 'notice' | 'problem';
  /** One short sentence. */
  title: Text;
  /** What it means and what helps; empty where the title says it all. */
  meaning: Text;
  error: CodeError | null;
  /** The command line that helps. */
  command: string | null;
  /** Comes and goes while one types, so that it must not move what stands below it. */
  whileTyping: boolean;
}

const plainWords: Omit<StateWords, 'title'> = {
  tone: 'notice',
  meaning: [],
  error: null,
  command: null,
  whileTyping: false,
};

const migrate = code('flask db migrate');

export function wordsOfState(state: LookState): StateWords {
  switch (state.kind) {
    case 'engine-starting':
      return {
        ...plainWords,
        tone: 'waiting',
        title: text`The engine is starting.`,
        meaning: text`Python and PostgreSQL come up in this tab. Then the models are read, and what ${migrate} would write shows here.`,
      };
    case 'engine-restarting':
      return {
        ...plainWords,
        tone: 'waiting',
        title: text`Python and PostgreSQL are being started anew.`,
        meaning: [state.reason],
      };
    case 'engine-failed':
      return {
        ...plainWords,
        tone: 'problem',
        title: text`The engine does not run.`,
        meaning: text`${state.message} The terminal has a button to try again.`,
      };
    case 'paused':
      return {
        ...plainWords,
        tone: 'waiting',
        title: text`Waits while ${code(state.line)} runs.`,
        meaning: text`The look ahead goes on when the command has ended.`,
        whileTyping: true,
      };
    case 'looking':
      return { ...plainWords, tone: 'waiting', title: text`The models are being read.`, whileTyping: true };
    case 'known':
      return wordsOfOutcome(state.preview.outcome);
  }
}

export function wordsOfOutcome(outcome: PreviewOutcome): StateWords {
  switch (outcome.kind) {
    case 'no-app':
      return {
        ...plainWords,
        tone: outcome.error === null ? 'notice' : 'problem',
        title: text`No Flask app was found.`,
        meaning: text`Flask looks for ${code('app.py')} or ${code('wsgi.py')} in this folder, or for what ${code('FLASK_APP')} names in ${code('.flaskenv')}: a module with ${code('app')} or ${code('create_app()')}.`,
        error: outcome.error,
        whileTyping: outcome.error !== null,
      };
    case 'no-migrate':
      return {
        ...plainWords,
        title: text`The app has no ${code('Migrate(app, db)')}.`,
        meaning: text`Flask-Migrate finds the models through ${code('db')}. Import ${code('Migrate')} from ${code('flask_migrate')} and add that line where the app is made.`,
      };
    case 'import-failed':
      return {
        ...plainWords,
        tone: 'problem',
        title: text`The models cannot be read.`,
        meaning: text`The app fails while it is imported, so Alembic cannot see the models. They are read again with each edit.`,
        error: outcome.error,
        whileTyping: true,
      };
    case 'env-failed':
      return {
        ...plainWords,
        tone: 'problem',
        title: text`${code('env.py')} fails.`,
        meaning: text`Alembic runs it for each command, so ${migrate} would fail at the same place.`,
        error: outcome.error,
        whileTyping: true,
      };
    case 'revisions-broken':
      return {
        ...plainWords,
        tone: 'problem',
        title: text`The revision files do not fit together.`,
        meaning: text`Alembic reads all of them before it does anything. Put the file right, or remove it.`,
        error: outcome.error,
        whileTyping: true,
      };
    case 'not-applied':
      return {
        ...plainWords,
        title: notApplied(outcome.revisions),
        meaning: text`${migrate} would refuse: it compares the models with a database that is up to date.`,
        command: 'flask db upgrade',
      };
    case 'unknown-revision':
      return {
        ...plainWords,
        tone: 'problem',
        title: text`The database is at ${codes(outcome.revisions)}, which no file has.`,
        meaning: text`The file was removed or its id changed after it was applied, so Alembic finds no way from here. Bring the file back. Where it is lost, newer releases of Flask-Migrate have ${code('flask db stamp --purge head')}: the database then counts as up to date, whatever its tables are.`,
      };
    case 'several-heads':
      return {
        ...plainWords,
        title: text`There are ${outcome.heads.length} heads: ${named(outcome.heads)}.`,
        meaning: text`${migrate} needs a single one to go on from. A merge revision joins them and changes nothing itself.`,
        command: 'flask db merge heads',
      };
    case 'no-changes':
      return {
        ...plainWords,
        tone: 'calm',
        title: text`The models and the database agree.`,
        meaning: text`${migrate} would find nothing to write. Change a model, and what it would write shows here.`,
      };
    case 'pending':
      return { ...plainWords, tone: 'calm', title: text`What ${migrate} would write now.` };
    case 'stopped':
      return {
        ...plainWords,
        tone: 'problem',
        title: text`The app did not come back within ${seconds(outcome.seconds)}.`,
        meaning: text`Its import was stopped: something in it waits, or goes round for ever. It is tried again with each edit.`,
        whileTyping: true,
      };
    case 'busy':
      return {
        ...plainWords,
        tone: 'waiting',
        title: text`The database is held.`,
        meaning: text`A program ${outcome.reason}. The look ahead goes on when it has let go.`,
      };
  }
}

function notApplied(revisions: readonly Unapplied[]): Text {
  return revisions.length === 1
    ? text`The revision ${named(revisions)} is not applied yet.`
    : text`${revisions.length} revisions are not applied yet: ${named(revisions)}.`;
}

/** Revisions by id and message; past four, only how many more. */
function named(revisions: readonly Unapplied[]): Text {
  const shown = revisions.slice(0, 4).map(({ revision, message }): Text => {
    return message === '' ? [code(revision)] : text`${code(revision)} (${message})`;
  });
  const more = revisions.length - shown.length;
  return list(more === 0 ? shown : [...shown, text`${more} more`]);
}

function seconds(count: number): string {
  return count === 1 ? '1 second' : `${count} seconds`;
}
