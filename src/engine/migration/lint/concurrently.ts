import type { Operation } from '../operations';
import type { Revision } from '../revision';
import { kindsOf } from './sql-kinds';

/** Whether a function of the revision asks for CONCURRENTLY, in an operation or in SQL of its own. */
export function usesConcurrently(revision: Revision, where: 'upgrade' | 'downgrade' = 'upgrade'): boolean {
  return revision[where].some(isConcurrent);
}

export function isConcurrent(operation: Operation): boolean {
  switch (operation.kind) {
    case 'create_index':
    case 'drop_index':
      return operation.concurrently;
    case 'execute':
      return (
        operation.enumType === null && kindsOf(operation.sql).some(({ does }) => does === 'concurrently')
      );
    default:
      return false;
  }
}
