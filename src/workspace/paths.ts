/** Paths as the page knows them: relative to the workspace's root, `/` between, none at either end. */

/** Where the workspace lies on the student's machine. */
export const PROJECT = '/home/student/project';

export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function join(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

/** Whether `path` is `directory` itself or lies below it. Everything lies below the root, ''. */
export function isWithin(path: string, directory: string): boolean {
  return directory === '' || path === directory || path.startsWith(`${directory}/`);
}

/** The directories above a path, outermost first, without the root. */
export function ancestorsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** `path` with its leading `from` replaced by `to`; null where it does not lie within `from`. */
export function moved(path: string, from: string, to: string): string | null {
  return isWithin(path, from) ? to + path.slice(from.length) : null;
}

/** The workspace path of a path as a program prints it, or null when it lies elsewhere. */
export function toWorkspacePath(printed: string, cwd: string = PROJECT): string | null {
  const absolute = printed.startsWith('/') ? printed : `${cwd}/${printed}`;
  const parts: string[] = [];
  for (const part of absolute.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const normal = `/${parts.join('/')}`;
  return normal.startsWith(`${PROJECT}/`) ? normal.slice(PROJECT.length + 1) : null;
}
