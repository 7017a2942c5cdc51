import {
  type DirectoryNode,
  type FileNode,
  type TreeNode,
  bytesOf,
  directoryNode,
  fileNode,
  sizeOf,
} from '../files/file-tree';

/*
 * An Emscripten file system over our own tree, so that Python and the shell look at the same files. The interface is
 * the one Emscripten's MEMFS and PROXYFS implement (https://emscripten.org/docs/api_reference/Filesystem-API.html);
 * error numbers are WASI's.
 */

const ERRNO = { ENOENT: 44, ENOTEMPTY: 55, EINVAL: 28, EPERM: 63, EROFS: 69 } as const;
const TYPE_MASK = 0o170000;
const DIRECTORY = 0o040000;
const REGULAR = 0o100000;
const SEEK_CUR = 1;
const SEEK_END = 2;

/** What we use of an Emscripten FSNode. */
interface EmscriptenNode {
  id: number;
  name: string;
  mode: number;
  parent: EmscriptenNode;
  node_ops: object;
  stream_ops: object;
  tree?: TreeNode;
}

interface Stream {
  node: EmscriptenNode;
  position: number;
  /** The buffer this stream may write into: bytes that others hold are never changed in place. */
  own?: ArrayBufferLike;
}

interface Attributes {
  mode?: number;
  size?: number;
  mtime?: number | Date | null;
}

/** What we use of Emscripten's FS object. */
export interface EmscriptenFS {
  createNode(parent: EmscriptenNode | null, name: string, mode: number, device: number): EmscriptenNode;
  hashAddNode(node: EmscriptenNode): void;
  hashRemoveNode(node: EmscriptenNode): void;
  mkdirTree(path: string): void;
  mount(type: object, options: object, mountpoint: string): unknown;
  ErrnoError: new (errno: number) => Error;
}

export interface MountOptions {
  /** Refuses every change with EROFS. */
  readOnly?: boolean;
  /** The clock, in milliseconds since 1970. */
  now?: () => number;
}

/** Shows `root` to Python at `mountpoint`, live: changes on either side are seen on the other at once. */
export function mountTree(
  fs: EmscriptenFS,
  mountpoint: string,
  root: DirectoryNode,
  options: MountOptions = {},
): void {
  const now = options.now ?? Date.now;
  const identities = new WeakMap<TreeNode, number>();
  let lastIdentity = 0;

  const fail = (errno: number): never => {
    throw new fs.ErrnoError(errno);
  };
  const mayWrite = (): void => {
    if (options.readOnly) fail(ERRNO.EROFS);
  };
  const treeOf = (node: EmscriptenNode): TreeNode => node.tree ?? fail(ERRNO.ENOENT);
  const entriesOf = (node: EmscriptenNode): Map<string, TreeNode> => {
    const tree = treeOf(node);
    return tree.kind === 'directory' ? tree.entries : fail(ERRNO.ENOENT);
  };
  const fileOf = (node: EmscriptenNode): FileNode => {
    const tree = treeOf(node);
    return tree.kind === 'file' ? tree : fail(ERRNO.EINVAL);
  };
  const identityOf = (tree: TreeNode): number => {
    const known = identities.get(tree) ?? ++lastIdentity;
    identities.set(tree, known);
    return known;
  };

  /** An FSNode for a node of ours. Emscripten must not cache it: the shell may change the tree behind its back. */
  const wrap = (parent: EmscriptenNode | null, name: string, tree: TreeNode): EmscriptenNode => {
    const type = tree.kind === 'directory' ? DIRECTORY : REGULAR;
    const node = fs.createNode(parent, name, type | tree.mode, 0);
    if (parent) fs.hashRemoveNode(node);
    node.tree = tree;
    node.node_ops = nodeOperations;
    node.stream_ops = streamOperations;
    return node;
  };

  const nodeOperations = {
    getattr(node: EmscriptenNode) {
      const tree = treeOf(node);
      const size = tree.kind === 'directory' ? 4096 : sizeOf(tree);
      const time = new Date(tree.mtime);
      return {
        dev: 1,
        ino: identityOf(tree),
        mode: node.mode,
        nlink: 1,
        uid: 0,
        gid: 0,
        rdev: 0,
        size,
        atime: time,
        mtime: time,
        ctime: time,
        blksize: 4096,
        blocks: Math.ceil(size / 512),
      };
    },
    setattr(node: EmscriptenNode, attributes: Attributes) {
      mayWrite();
      const tree = treeOf(node);
      if (attributes.mode !== undefined) {
        node.mode = (node.mode & TYPE_MASK) | (attributes.mode & 0o7777);
        tree.mode = attributes.mode & 0o7777;
      }
      if (attributes.mtime !== undefined && attributes.mtime !== null) tree.mtime = Number(attributes.mtime);
      if (attributes.size !== undefined && tree.kind === 'file') resize(tree, attributes.size, now());
    },
    lookup(parent: EmscriptenNode, name: string) {
      const tree = entriesOf(parent).get(name);
      return tree ? wrap(parent, name, tree) : fail(ERRNO.ENOENT);
    },
    mknod(parent: EmscriptenNode, name: string, mode: number) {
      mayWrite();
      const tree =
        (mode & TYPE_MASK) === DIRECTORY
          ? directoryNode(now(), mode & 0o7777)
          : fileNode(new Uint8Array(), now(), mode & 0o7777);
      entriesOf(parent).set(name, tree);
      treeOf(parent).mtime = now();
      return wrap(parent, name, tree);
    },
    rename(node: EmscriptenNode, directory: EmscriptenNode, name: string) {
      mayWrite();
      const target = entriesOf(directory).get(name);
      if (target?.kind === 'directory' && target.entries.size > 0) fail(ERRNO.ENOTEMPTY);
      entriesOf(node.parent).delete(node.name);
      entriesOf(directory).set(name, treeOf(node));
      treeOf(node.parent).mtime = treeOf(directory).mtime = now();
      node.name = name;
    },
    unlink(parent: EmscriptenNode, name: string) {
      mayWrite();
      entriesOf(parent).delete(name);
      treeOf(parent).mtime = now();
    },
    rmdir(parent: EmscriptenNode, name: string) {
      mayWrite();
      const tree = entriesOf(parent).get(name);
      if (tree?.kind === 'directory' && tree.entries.size > 0) fail(ERRNO.ENOTEMPTY);
      entriesOf(parent).delete(name);
      treeOf(parent).mtime = now();
    },
    readdir(node: EmscriptenNode) {
      return ['.', '..', ...entriesOf(node).keys()];
    },
    symlink() {
      return fail(ERRNO.EPERM);
    },
    readlink() {
      return fail(ERRNO.EINVAL);
    },
  };

  const streamOperations = {
    llseek(stream: Stream, offset: number, whence: number) {
      const base =
        whence === SEEK_CUR ? stream.position : whence === SEEK_END ? sizeOf(fileOf(stream.node)) : 0;
      return base + offset < 0 ? fail(ERRNO.EINVAL) : base + offset;
    },
    read(stream: Stream, buffer: Uint8Array, offset: number, length: number, position: number) {
      const slice = bytesOf(fileOf(stream.node)).subarray(position, position + length);
      buffer.set(slice, offset);
      return slice.length;
    },
    write(stream: Stream, buffer: Uint8Array, offset: number, length: number, position: number) {
      mayWrite();
      if (length === 0) return 0;
      const file = fileOf(stream.node);
      const bytes = writable(stream, file, position + length);
      bytes.set(buffer.subarray(offset, offset + length), position);
      file.content = bytes;
      file.mtime = now();
      return length;
    },
    fsync() {
      return 0;
    },
  };

  neverCacheOurNodes(fs);
  fs.mkdirTree(mountpoint);
  fs.mount({ mount: () => wrap(null, '/', root) }, {}, mountpoint);
}

/** FS.rename puts the moved node into Emscripten's name cache; nodes of ours must stay out of it. */
function neverCacheOurNodes(fs: EmscriptenFS): void {
  const add = fs.hashAddNode.bind(fs);
  fs.hashAddNode = (node) => {
    if (!node.tree) add(node);
  };
}

function resize(file: FileNode, size: number, time: number): void {
  const resized = new Uint8Array(size);
  resized.set(bytesOf(file).subarray(0, size));
  file.content = resized;
  file.mtime = time;
}

/** At least `size` bytes of the file's content in a buffer that is this stream's own, with room to grow. */
function writable(stream: Stream, file: FileNode, size: number): Uint8Array {
  const current = bytesOf(file);
  const needed = Math.max(size, current.length);
  if (stream.own && stream.own === current.buffer && stream.own.byteLength >= needed) {
    return new Uint8Array(stream.own, 0, needed);
  }
  const buffer = new ArrayBuffer(stream.own ? Math.max(needed, current.length * 2) : needed);
  const bytes = new Uint8Array(buffer, 0, needed);
  bytes.set(current);
  stream.own = buffer;
  return bytes;
}
