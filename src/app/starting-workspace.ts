/** The course's app as it is before the first migration: what the page opens on, and what Reset goes back to. */
import type { WorkspaceContents } from '../workspace/workspace.svelte';

const folder = '../lessons/00-course-app/start/';

const files = import.meta.glob<string>(
  '../lessons/00-course-app/start/**/*',
  // `exhaustive` takes the dot files, too.
  { query: '?raw', import: 'default', eager: true, exhaustive: true },
);

export const startingName = 'Course app';

/** The starting contents, with the first model open. */
export function startingContents(): WorkspaceContents {
  const first = 'app/models/tweet.py';
  return {
    files: Object.entries(files).map(([path, content]) => ({ path: path.slice(folder.length), content })),
    emptyDirectories: [],
    tabs: { open: [first], active: first },
    expanded: ['app', 'app/models'],
  };
}
