import type { Operation } from '../operations';
import { kindsOf } from './sql-kinds';

/** Whether an operation asks for CONCURRENTLY, by an option or in SQL of its own. */
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
