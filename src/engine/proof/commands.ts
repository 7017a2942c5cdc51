import type { FileTree } from '../files/file-tree';
import type { RevisionList } from '../migration/revision';

/**
 * How Alembic is called in this project: `flask db` where its configuration lies in the script directory, as
 * Flask-Migrate writes it, and `alembic` where it lies in the project's own folder.
 */
export function migrationCommand(files: FileTree, root: string, { directory }: RevisionList): string[] {
  if (directory === null || files.stat(`${root}/${directory}/alembic.ini`)?.kind === 'file')
    return ['flask', 'db'];
  return files.stat(`${root}/alembic.ini`)?.kind === 'file' ? ['alembic'] : ['flask', 'db'];
}
