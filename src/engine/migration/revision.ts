import type { Operation } from './operations';

/** Where a revision file failed: while it was imported, or while one of its functions ran. */
export interface RevisionError {
  where: 'import' | 'upgrade' | 'downgrade';
  /** The exception's class: `NameError`. */
  type: string;
  message: string;
  /** The line in the revision file, where there is one. */
  line: number | null;
}

/** One revision file and what its two functions do, in order (stillroom.migration.operations, describe_revision). */
export interface Revision {
  /** Null where the file could not be read as a revision. */
  revision: string | null;
  downRevision: string[];
  message: string;
  /** As Alembic wrote it: `2024-01-23 00:55:09.318215`. */
  createDate: string | null;
  /** Relative to the workspace, with `/` between. */
  path: string;
  /** What was recorded; up to the failure, where `error` names one. */
  upgrade: Operation[];
  downgrade: Operation[];
  /** The functions read rows of the database. Where the recorder had none, more may happen than it saw. */
  readsRows: boolean;
  /** It was recorded while it was carried out on the database as it is (and taken back): it read the rows there are. */
  onRows: boolean;
  errors: RevisionError[];
}

/** One file of the script directory (list_revisions). */
export interface RevisionFile {
  revision: string | null;
  downRevision: string[];
  dependsOn: string[];
  message: string;
  createDate: string | null;
  path: string;
  labels: string[];
  isHead: boolean;
  /** Why Alembic cannot use this file, or null. */
  error: RevisionError | null;
}

/** The script directory as a whole. */
export interface RevisionList {
  /** Relative to the workspace; null before `flask db init`. */
  directory: string | null;
  revisions: RevisionFile[];
  /** What is wrong with the directory itself, in Alembic's words: two files with one id, a missing parent. */
  problem: string | null;
}
