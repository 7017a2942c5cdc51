import { resolvePath } from '../../files/paths';
import { FileError } from '../../files/file-error';
import { complain, tool } from './builtin';
import { usageError } from './operands';

const basename = tool({
  name: 'basename',
  group: 'Files and folders',
  summary: 'print the last part of a path',
  usage: 'basename PATH [SUFFIX]',
  options: { flags: '' },
  run(process, { operands: [path, suffix = ''] }) {
    if (path === undefined) return usageError(process, 'missing operand');
    const name = path.replace(/(?!^)\/+$/, '').replace(/^.*\/(?=.)/, '');
    const short = suffix !== '' && name !== suffix && name.endsWith(suffix);
    process.stdout.write(`${short ? name.slice(0, -suffix.length) : name}\n`);
    return 0;
  },
});

const dirname = tool({
  name: 'dirname',
  group: 'Files and folders',
  summary: 'print a path without its last part',
  usage: 'dirname PATH...',
  options: { flags: '' },
  run(process, { operands }) {
    if (operands.length === 0) return usageError(process, 'missing operand');
    for (const path of operands) {
      const parent = /^\/+$/.test(path) ? '' : /^(.*?)\/+[^/]+\/*$/.exec(path)?.[1];
      process.stdout.write(`${parent === '' ? '/' : (parent ?? '.')}\n`);
    }
    return 0;
  },
});

const tee = tool({
  name: 'tee',
  group: 'Text',
  summary: 'print what comes in, and write it to files too (-a appends)',
  usage: 'tee [-a] [FILE]...',
  options: { flags: 'a', long: { append: 'a' } },
  async run(process, { flags, operands }) {
    const text = await process.stdin.readAll();
    let code = 0;
    for (const name of operands) {
      try {
        const path = resolvePath(process.cwd, name);
        if (flags.has('a')) process.files.append(path, text);
        else process.files.write(path, text);
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        code = complain(process, `${name}: ${error.reason}`);
      }
    }
    process.stdout.write(text);
    return code;
  },
});

export const nameTools = [basename, dirname, tee];
