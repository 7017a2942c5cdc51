import { type DirectoryNode, type TreeNode, directoryNode } from './file-tree';

/**
 * Makes `target` hold what `source` holds now. What is changed in one afterwards does not show in the other: bytes are
 * shared, and never changed in place (see FileTree).
 */
export function copyInto(target: DirectoryNode, source: DirectoryNode): void {
  target.entries.clear();
  for (const [name, node] of source.entries) target.entries.set(name, copyOf(node));
  target.mtime = source.mtime;
  target.mode = source.mode;
}

function copyOf(node: TreeNode): TreeNode {
  if (node.kind === 'file') return { ...node };
  const copy = directoryNode(node.mtime, node.mode);
  copyInto(copy, node);
  return copy;
}
