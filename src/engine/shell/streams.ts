import { FileError } from '../files/file-error';
import type { FileTree } from '../files/file-tree';
import type { Sink, Source } from './program';

/** Keeps what is written: the left side of a pipe, or a command substitution. */
export class BufferSink implements Sink {
  readonly isTerminal = false;
  #chunks: string[] = [];

  write(text: string): void {
    this.#chunks.push(text);
  }

  get text(): string {
    return this.#chunks.join('');
  }
}

/** What `> /dev/null` writes to. */
export const nullSink: Sink = { isTerminal: false, write: () => undefined };

/** A file opened for writing. What is written is gathered and reaches the file when the command ends. */
export class FileSink implements Sink {
  readonly isTerminal = false;
  #chunks: string[] = [];

  /** Creates the file, or empties it unless `append`. @throws FileError */
  constructor(
    readonly files: FileTree,
    readonly path: string,
    append: boolean,
  ) {
    if (append) files.append(path, '');
    else files.write(path, '');
  }

  write(text: string): void {
    this.#chunks.push(text);
  }

  close(): void {
    const text = this.#chunks.join('');
    this.#chunks = [];
    if (text === '') return;
    try {
      this.files.append(this.path, text);
    } catch (error) {
      // The command removed the file's directory meanwhile; natively the text goes to a file without a name.
      if (!(error instanceof FileError)) throw error;
    }
  }
}

/** Reads from text that is there already: a pipe, a file, a here-document. */
export class TextSource implements Source {
  readonly isTerminal = false;
  #position = 0;

  constructor(readonly text: string) {}

  readLineSync(): string | null {
    if (this.#position >= this.text.length) return null;
    const newline = this.text.indexOf('\n', this.#position);
    const end = newline < 0 ? this.text.length : newline + 1;
    const line = this.text.slice(this.#position, end);
    this.#position = end;
    return line;
  }

  readLine(): Promise<string | null> {
    return Promise.resolve(this.readLineSync());
  }

  readAll(): Promise<string> {
    const rest = this.text.slice(this.#position);
    this.#position = this.text.length;
    return Promise.resolve(rest);
  }
}

/** The three streams of a command. */
export interface Streams {
  stdin: Source;
  stdout: Sink;
  stderr: Sink;
}
