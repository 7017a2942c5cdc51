import type { Operation } from '../operations';

/** SQL of the revision's own, or a plug-in's operation: it may do anything. */
export function isOpaque(operation: Operation): boolean {
  return operation.kind === 'other' || (operation.kind === 'execute' && operation.enumType === null);
}
