import type { Redirect, Redirection, Word } from 'unbash';
import { FileError } from '../files/file-error';
import { resolvePath } from '../files/paths';
import { ShellError, Unsupported } from './control';
import { expandParts, expandText, expandWord, type Expansion } from './expand';
import type { Sink, Source } from './program';
import { FileSink, nullSink, TextSource, type Streams } from './streams';

/** Streams after redirection. `close` must be called when the command is done: only then are files complete. */
export interface Redirected {
  streams: Streams;
  close(): void;
}

/** Opens what the redirections name, left to right. @throws ShellError */
export async function redirect(
  redirections: readonly Redirection[],
  streams: Streams,
  around: Expansion,
): Promise<Redirected> {
  const next = { ...streams };
  const opened: FileSink[] = [];
  const close = () => opened.forEach((sink) => sink.close());
  try {
    for (const redirection of redirections) {
      if (redirection.type === 'Redirect') await redirectFile(redirection, next, opened, around);
      else if (redirection.type === 'HereString') {
        next.stdin = new TextSource(`${await expandText(targetOf(redirection.target), around)}\n`);
      } else {
        const { parts, text } = redirection.body;
        const body = parts ? await expandParts(parts, around) : text;
        next.stdin = new TextSource(
          redirection.operator === '<<-' && !parts ? body.replace(/^\t+/gm, '') : body,
        );
      }
    }
  } catch (error) {
    close();
    throw error;
  }
  return { streams: next, close };
}

async function redirectFile(
  redirection: Redirect,
  streams: Streams,
  opened: FileSink[],
  around: Expansion,
): Promise<void> {
  const { operator } = redirection;
  const target = await targetName(targetOf(redirection.target), around);
  const reads = operator.startsWith('<');
  const descriptor = descriptorOf(redirection) ?? (reads ? 0 : 1);
  if (operator === '<&' || (operator === '>&' && /^(\d+|-)$/.test(target))) {
    duplicate(streams, descriptor, target);
  } else if (reads) {
    streams.stdin = openSource(target, streams, around);
  } else {
    const sink = openSink(target, operator.endsWith('>>'), streams, around);
    if (sink instanceof FileSink) opened.push(sink);
    const both = operator.startsWith('&') || operator === '>&';
    if (both || descriptor === 1) streams.stdout = sink;
    if (both || descriptor === 2) streams.stderr = sink;
  }
}

function descriptorOf({ descriptor }: Redirect): number | undefined {
  if (!descriptor) return undefined;
  if (descriptor.type === 'FileDescriptorVariable')
    throw new Unsupported(`The descriptor {${descriptor.name}}`);
  if (descriptor.value > 2) throw new Unsupported(`File descriptor ${descriptor.value}`);
  return descriptor.value;
}

function duplicate(streams: Streams, descriptor: number, target: string): void {
  if (descriptor === 0) {
    if (target === '-') streams.stdin = new TextSource('');
    else if (target !== '0') throw new Unsupported(`File descriptor ${target}`);
    return;
  }
  const source = { '-': nullSink, '1': streams.stdout, '2': streams.stderr }[target];
  if (!source) throw new ShellError(`${target}: Bad file descriptor`);
  if (descriptor === 1) streams.stdout = source;
  else streams.stderr = source;
}

function openSource(target: string, streams: Streams, around: Expansion): Source {
  if (target === '/dev/null') return new TextSource('');
  if (target === '/dev/stdin' || target === '/dev/tty') return streams.stdin;
  return attempt(target, () => new TextSource(around.files.readText(resolvePath(around.state.cwd, target))));
}

function openSink(target: string, append: boolean, streams: Streams, around: Expansion): Sink {
  if (target === '/dev/null') return nullSink;
  if (target === '/dev/stdout' || target === '/dev/tty') return streams.stdout;
  if (target === '/dev/stderr') return streams.stderr;
  return attempt(target, () => {
    if (target === '') throw new FileError('ENOENT', '');
    if (target.endsWith('/')) throw new FileError('EISDIR', target);
    return new FileSink(around.files, resolvePath(around.state.cwd, target), append);
  });
}

function attempt<T>(target: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (error instanceof FileError) throw new ShellError(`${target}: ${error.reason}`);
    throw error;
  }
}

async function targetName(word: Word, around: Expansion): Promise<string> {
  const [name, ...more] = await expandWord(word, around);
  if (name === undefined || more.length > 0) throw new ShellError(`${word.text}: ambiguous redirect`);
  return name;
}

function targetOf(word: Word | undefined): Word {
  if (!word) throw new ShellError("syntax error near unexpected token `newline'", 2);
  return word;
}
