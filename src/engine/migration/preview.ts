import type { RevisionView } from './view';

/** Where the student's code failed: the innermost line of theirs that the exception goes back to. */
export interface CodeError {
  /** The exception's class: `NameError`. */
  type: string;
  message: string;
  /** Relative to the workspace; null where no file of the student's is involved. */
  path: string | null;
  line: number | null;
  /** PostgreSQL's code, where the database has refused something. */
  sqlstate: string | null;
}

/** A revision file that is not applied. */
export interface Unapplied {
  revision: string;
  message: string;
  path: string;
}

/** Where a model's table and columns are written. Lines count from 1. */
export interface ModelPlace {
  schema: string | null;
  table: string;
  path: string;
  line: number;
  columns: { name: string; path: string; line: number }[];
}

/** What the app did to the database while it was imported; the preview has taken it back. */
export interface ImportTrace {
  /** CommandComplete tags with their number: `CREATE TABLE` 3, `INSERT` 10; `nextval` for sequences alone. */
  tags: { tag: string; count: number }[];
}

/** What Alembic would do now: the result of running the workspace's own env.py against the database. */
export type PreviewOutcome =
  /** No Flask app was found, and no alembic.ini either. `error` is null where there is not even a failure to show. */
  | { kind: 'no-app'; error: CodeError | null }
  /** There is an app, but no `Migrate(app, db)`. */
  | { kind: 'no-migrate' }
  | { kind: 'import-failed'; error: CodeError }
  | { kind: 'env-failed'; error: CodeError }
  /** The revision files do not fit together, or one cannot be read. */
  | { kind: 'revisions-broken'; error: CodeError }
  /** Revisions on disk that are not applied: Alembic would refuse to write another. */
  | { kind: 'not-applied'; revisions: Unapplied[] }
  /** `alembic_version` names revisions that no file has. */
  | { kind: 'unknown-revision'; revisions: string[] }
  | { kind: 'several-heads'; heads: Unapplied[] }
  | { kind: 'no-changes' }
  /** The revision that would be written. Its id and date are drawn anew when it is. */
  | { kind: 'pending'; view: RevisionView }
  /** The student's code did not come back in time and was stopped. */
  | { kind: 'stopped'; seconds: number }
  /** A program holds the database in a way that cannot be put aside; `reason` follows "a program". */
  | { kind: 'busy'; reason: string };

/** A look ahead: what `flask db migrate` would write now. Nothing of it is left behind. */
export interface Preview {
  outcome: PreviewOutcome;
  /** `flask db init` has not run: Flask-Migrate's own template was used. */
  beforeInit: boolean;
  /** Null where the import left the database alone. */
  importTrace: ImportTrace | null;
  /** Where the models are written; empty where they could not be imported. */
  models: ModelPlace[];
  /** How long it took, in milliseconds. */
  milliseconds: number;
}
