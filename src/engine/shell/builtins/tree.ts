import { resolvePath } from '../../files/paths';
import { lastValue } from '../options';
import { matchesPattern } from '../pattern';
import { complain, tool } from './builtin';

/** Draws folders as `tree` does. */
export const tree = tool({
  name: 'tree',
  group: 'Files and folders',
  summary: 'draw what is in a folder (-L DEPTH, -a hidden files too, -d folders only, -I PATTERN leaves out)',
  usage: 'tree [-adf] [-L DEPTH] [-I PATTERN] [DIRECTORY]...',
  options: { flags: 'adfF', values: 'LI', long: { noreport: 'n' } },
  run(process, options) {
    const { flags, operands } = options;
    const depth = Number(lastValue(options, 'L') ?? Infinity);
    if (!(depth >= 1)) return complain(process, 'Invalid level, must be greater than 0.');
    const skipped = (lastValue(options, 'I') ?? '').split('|').filter((pattern) => pattern !== '');
    const skip = (name: string) => skipped.some((text) => matchesPattern([{ text, quoted: false }], name));
    const count = { directories: 0, files: 0 };
    let code = 0;
    const draw = (path: string, prefix: string, level: number, shown: string): void => {
      const entries = process.files.list(path).flatMap((name) => {
        const kind = process.files.stat(resolvePath(path, name))?.kind;
        const hidden = name.startsWith('.') && !flags.has('a');
        return hidden || skip(name) || (flags.has('d') && kind === 'file') ? [] : [{ name, kind }];
      });
      entries.forEach(({ name, kind }, index) => {
        const last = index === entries.length - 1;
        const label = flags.has('f') ? `${shown}/${name}` : name;
        const coloured =
          kind === 'directory' && process.stdout.isTerminal ? `\x1b[01;34m${label}\x1b[0m` : label;
        const mark = kind === 'directory' && flags.has('F') ? '/' : '';
        process.stdout.write(`${prefix}${last ? '└── ' : '├── '}${coloured}${mark}\n`);
        count[kind === 'directory' ? 'directories' : 'files'] += 1;
        if (kind !== 'directory' || level >= depth) return;
        draw(resolvePath(path, name), `${prefix}${last ? '    ' : '│   '}`, level + 1, `${shown}/${name}`);
      });
    };
    for (const name of operands.length > 0 ? operands : ['.']) {
      const path = resolvePath(process.cwd, name);
      if (process.files.stat(path)?.kind !== 'directory') {
        process.stdout.write(`${name}  [error opening dir]\n`);
        code = 2;
        continue;
      }
      process.stdout.write(process.stdout.isTerminal ? `\x1b[01;34m${name}\x1b[0m\n` : `${name}\n`);
      count.directories += 1;
      draw(path, '', 1, name);
    }
    const directories = `${count.directories} director${count.directories === 1 ? 'y' : 'ies'}`;
    const files = flags.has('d') ? '' : `, ${count.files} file${count.files === 1 ? '' : 's'}`;
    process.stdout.write(`\n${directories}${files}\n`);
    return code;
  },
});
