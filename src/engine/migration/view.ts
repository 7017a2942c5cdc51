import type { DatabaseState } from '../report';
import { explainDowngrade, explainUpgrade } from './downgrade';
import type { Revision, RevisionError } from './revision';
import type { DowngradeStep, UpgradeStep } from './steps';

/** All that the side panel shows of one revision. */
export interface RevisionView {
  revision: string | null;
  downRevision: string[];
  message: string;
  createDate: string | null;
  path: string;
  /** The file as it stands in the workspace. */
  source: string;
  upgrade: UpgradeStep[];
  downgrade: DowngradeStep[];
  /** The recorder met a query for rows, and answered with none: more may happen than is shown. */
  readsRows: boolean;
  errors: RevisionError[];
}

/** Puts together what the panel shows: the file's text, what it does, and why its downgrade has that order. */
export function buildView(revision: Revision, source: string, state: DatabaseState): RevisionView {
  const { revision: id, downRevision, message, createDate, path, readsRows, errors } = revision;
  return {
    revision: id,
    downRevision,
    message,
    createDate,
    path,
    source,
    upgrade: explainUpgrade(revision, state),
    downgrade: explainDowngrade(revision, state),
    readsRows,
    errors,
  };
}
