/**
 * What GNU bash 5.2 and coreutils 9.1 printed for each command line (stdout and stderr together), recorded in
 * like-bash/*.txt: a line `--` parts the command from the output, a line `%%` the cases.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Machine } from './machine';

const SETUP = `
mkdir -p app/models app/seeds migrations/versions
touch app/__init__.py app/models/user.py app/models/tweet.py .env 'sp ace.txt' empty
printf 'one\\ntwo\\nthree\\nFour four\\n' > num.txt
printf 'b 2\\na 10\\nc 1\\na 10\\n' > kv.txt`;

const folder = join(import.meta.dirname, 'like-bash');

for (const file of readdirSync(folder)) {
  const cases = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n%%\n');
  describe(basename(file, '.txt'), () => {
    test.each(cases.map(parts))('%s', async (command, expected) => {
      const machine = new Machine();
      await machine.run(SETUP);
      const { output } = await machine.run(command);
      expect(withoutHints(output).trimEnd()).toBe(expected.trimEnd());
    });
  });
}

function parts(text: string): [command: string, expected: string] {
  const end = `${text}\n`.indexOf('\n--\n');
  return [text.slice(0, end), text.slice(end + '\n--\n'.length)];
}

/** The line that names the nearest command is ours. */
function withoutHints(output: string): string {
  return output.replace(/^Did you mean .*\?\n/gm, '');
}
