/** The part of the engine's client that the workspace uses; whoever makes one hands it in. */
import type { EngineClient } from '../engine/client';

export type EngineHandle = Pick<
  EngineClient,
  | 'open'
  | 'restart'
  | 'write'
  | 'run'
  | 'input'
  | 'interrupt'
  | 'complete'
  | 'revision'
  | 'revisions'
  | 'preview'
  | 'prove'
  | 'checkpoint'
>;
