import { FileError } from './file-error';
import { isWithin, nameOf, parentOf } from './paths';

/** Bytes that lie elsewhere (in an archive) and are fetched each time they are read. */
export interface LazyBytes {
  /** In bytes, known without fetching. */
  readonly size: number;
  fetch(): Uint8Array;
}

/** A file's bytes and times. */
export interface FileNode {
  readonly kind: 'file';
  content: Uint8Array | LazyBytes;
  /** In milliseconds since 1970. */
  mtime: number;
  mode: number;
}

/** A directory: its entries by name. */
export interface DirectoryNode {
  readonly kind: 'directory';
  readonly entries: Map<string, TreeNode>;
  mtime: number;
  mode: number;
}

export type TreeNode = FileNode | DirectoryNode;

/** What `stat` tells of one path; size in bytes (0 for a directory), mtime in milliseconds, mode as POSIX's low bits. */
export interface Stat {
  kind: 'file' | 'directory';
  size: number;
  mtime: number;
  mode: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The bytes of a file, from wherever they are. */
export function bytesOf(node: FileNode): Uint8Array {
  return node.content instanceof Uint8Array ? node.content : node.content.fetch();
}

/** The size of a file in bytes. */
export function sizeOf(node: FileNode): number {
  return node.content instanceof Uint8Array ? node.content.length : node.content.size;
}

/** Makes a file's node. */
export function fileNode(content: FileNode['content'], mtime: number, mode = 0o644): FileNode {
  return { kind: 'file', content, mtime, mode };
}

/** Makes an empty directory's node. */
export function directoryNode(mtime: number, mode = 0o755): DirectoryNode {
  return { kind: 'directory', entries: new Map(), mtime, mode };
}

/**
 * Files and directories in memory: the one owner of what the student has on disk. The shell works on it directly and
 * each Python interpreter sees it through a mount (python/mount.ts), so nobody has to copy.
 * All paths are absolute and normalised (see paths.ts). Bytes that were handed out or in are not copied: treat them as frozen.
 */
export class FileTree {
  readonly root: DirectoryNode;

  /** @param now the clock, in milliseconds since 1970 */
  constructor(readonly now: () => number = Date.now) {
    this.root = directoryNode(now());
  }

  /** The node at `path`, or null. */
  find(path: string): TreeNode | null {
    let node: TreeNode = this.root;
    for (const part of path.split('/')) {
      if (part === '') continue;
      if (node.kind !== 'directory') return null;
      const next = node.entries.get(part);
      if (!next) return null;
      node = next;
    }
    return node;
  }

  stat(path: string): Stat | null {
    const node = this.find(path);
    if (!node) return null;
    const size = node.kind === 'file' ? sizeOf(node) : 0;
    return { kind: node.kind, size, mtime: node.mtime, mode: node.mode };
  }

  /** @throws FileError ENOENT, EISDIR */
  read(path: string): Uint8Array {
    return bytesOf(this.#file(path));
  }

  /** As UTF-8; what is not valid becomes U+FFFD. @throws FileError ENOENT, EISDIR */
  readText(path: string): string {
    return decoder.decode(this.read(path));
  }

  /** Creates or replaces a file; its directory must exist. @throws FileError ENOENT, ENOTDIR, EISDIR */
  write(path: string, data: Uint8Array | string): void {
    const content = typeof data === 'string' ? encoder.encode(data) : data;
    const existing = this.find(path);
    if (existing?.kind === 'directory') throw new FileError('EISDIR', path);
    if (existing) {
      existing.content = content;
      existing.mtime = this.now();
    } else {
      this.#insert(path, fileNode(content, this.now()));
    }
  }

  /** @throws FileError as write */
  append(path: string, data: Uint8Array | string): void {
    const added = typeof data === 'string' ? encoder.encode(data) : data;
    const before = this.find(path) ? this.read(path) : new Uint8Array();
    const joined = new Uint8Array(before.length + added.length);
    joined.set(before);
    joined.set(added, before.length);
    this.write(path, joined);
  }

  /** The names in a directory, in C order. @throws FileError ENOENT, ENOTDIR */
  list(path: string): string[] {
    return [...this.#directory(path).entries.keys()].sort(compareC);
  }

  /** @throws FileError EEXIST (without `parents`), ENOENT, ENOTDIR */
  mkdir(path: string, options: { parents?: boolean } = {}): void {
    const existing = this.find(path);
    if (existing) {
      if (options.parents && existing.kind === 'directory') return;
      throw new FileError('EEXIST', path);
    }
    if (options.parents) this.mkdir(parentOf(path), options);
    this.#insert(path, directoryNode(this.now()));
  }

  /** Removes a file, or a directory that is empty or `recursive`. @throws FileError ENOENT, ENOTEMPTY, EINVAL (the root) */
  remove(path: string, options: { recursive?: boolean } = {}): void {
    const node = this.find(path);
    if (!node) throw new FileError('ENOENT', path);
    if (node === this.root) throw new FileError('EINVAL', path);
    if (node.kind === 'directory' && node.entries.size > 0 && !options.recursive) {
      throw new FileError('ENOTEMPTY', path);
    }
    this.#detach(path);
  }

  /** Moves as rename(2) does: replaces a file, or an empty directory by a directory. @throws FileError */
  rename(from: string, to: string): void {
    const node = this.find(from);
    if (!node) throw new FileError('ENOENT', from);
    if (from === to) return;
    if (isWithin(from, to)) throw new FileError('EINVAL', to);
    const target = this.find(to);
    if (target?.kind === 'directory') {
      if (node.kind === 'file') throw new FileError('EISDIR', to);
      if (target.entries.size > 0) throw new FileError('ENOTEMPTY', to);
    } else if (target && node.kind === 'directory') {
      throw new FileError('ENOTDIR', to);
    }
    this.#directory(parentOf(to));
    this.#detach(from);
    this.#insert(to, node);
  }

  /** @throws FileError EISDIR (a directory without `recursive`), EINVAL (into itself), ENOENT, ENOTDIR */
  copy(from: string, to: string, options: { recursive?: boolean } = {}): void {
    const node = this.find(from);
    if (!node) throw new FileError('ENOENT', from);
    if (node.kind === 'file') {
      this.write(to, bytesOf(node));
      return;
    }
    if (!options.recursive) throw new FileError('EISDIR', from);
    if (isWithin(from, to)) throw new FileError('EINVAL', to);
    this.mkdir(to, { parents: true });
    for (const name of this.list(from)) this.copy(`${from}/${name}`, `${to}/${name}`, options);
  }

  /** Sets the time of last change, in milliseconds since 1970. @throws FileError ENOENT */
  utime(path: string, mtime: number): void {
    const node = this.find(path);
    if (!node) throw new FileError('ENOENT', path);
    node.mtime = mtime;
  }

  /** Every file and every empty directory below `path`, in C order, paths absolute; `skip` leaves out whole entries by name. */
  *walk(path: string, skip: (name: string) => boolean = () => false): Generator<[string, TreeNode]> {
    for (const name of this.list(path)) {
      if (skip(name)) continue;
      const child = path === '/' ? `/${name}` : `${path}/${name}`;
      const node = this.find(child);
      if (!node) continue;
      if (node.kind === 'file' || node.entries.size === 0) yield [child, node];
      else yield* this.walk(child, skip);
    }
  }

  #file(path: string): FileNode {
    const node = this.find(path);
    if (!node) throw new FileError('ENOENT', path);
    if (node.kind === 'directory') throw new FileError('EISDIR', path);
    return node;
  }

  #directory(path: string): DirectoryNode {
    const node = this.find(path);
    if (!node) throw new FileError('ENOENT', path);
    if (node.kind === 'file') throw new FileError('ENOTDIR', path);
    return node;
  }

  #insert(path: string, node: TreeNode): void {
    const directory = this.#directory(parentOf(path));
    directory.entries.set(nameOf(path), node);
    directory.mtime = this.now();
  }

  #detach(path: string): void {
    const directory = this.#directory(parentOf(path));
    directory.entries.delete(nameOf(path));
    directory.mtime = this.now();
  }
}

/** Order by code point, as the C locale sorts. */
export function compareC(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
