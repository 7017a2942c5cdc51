/** Why a file operation could not be done, by the names that POSIX gives them. */
export type FileErrorCode = 'ENOENT' | 'EEXIST' | 'ENOTDIR' | 'EISDIR' | 'ENOTEMPTY' | 'EINVAL' | 'EACCES';

/** The sentence that libc's strerror gives for each code, as native tools print it. */
const SENTENCES: Record<FileErrorCode, string> = {
  ENOENT: 'No such file or directory',
  EEXIST: 'File exists',
  ENOTDIR: 'Not a directory',
  EISDIR: 'Is a directory',
  ENOTEMPTY: 'Directory not empty',
  EINVAL: 'Invalid argument',
  EACCES: 'Permission denied',
};

/** A file operation that failed: what a shell prints as `cat: PATH: No such file or directory`. */
export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(
    readonly code: FileErrorCode,
    readonly path: string,
  ) {
    super(`${path}: ${SENTENCES[code]}`);
  }

  /** The reason without the path. */
  get reason(): string {
    return SENTENCES[this.code];
  }
}
