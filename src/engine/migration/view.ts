import type { DatabaseState } from '../report';
import { explainDowngrade, explainUpgrade } from './downgrade';
import type { Finding } from './finding';
import { keyGraph, type KeyGraph } from './key-graph';
import { findingsOf } from './lint/findings';
import type { Revision, RevisionError } from './revision';
import { standingOf, type Standing } from './situation';
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
  /** How it stands to the database. */
  standing: Standing;
  upgrade: UpgradeStep[];
  downgrade: DowngradeStep[];
  /** The tables that the downgrade concerns, and the keys between them. */
  graph: KeyGraph;
  /** What the safety rules say, in the order of the steps. */
  findings: Finding[];
  /** It reads rows of the database. */
  readsRows: boolean;
  /** It read the rows that there are; else the recorder had none, and more may happen than is shown. */
  onRows: boolean;
  errors: RevisionError[];
}

/** Puts together what the panel shows: the file's text, what it does, and why its downgrade has that order. */
export function buildView(revision: Revision, source: string, state: DatabaseState): RevisionView {
  const { revision: id, downRevision, message, createDate, path, readsRows, onRows, errors } = revision;
  const steps = {
    upgrade: explainUpgrade(revision, state, source),
    downgrade: explainDowngrade(revision, state, source),
  };
  return {
    revision: id,
    downRevision,
    message,
    createDate,
    path,
    source,
    standing: standingOf(revision, state),
    ...steps,
    graph: keyGraph(revision, state),
    findings: findingsOf(revision, source, state, steps),
    readsRows,
    onRows,
    errors,
  };
}
