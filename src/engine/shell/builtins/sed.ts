import { resolvePath } from '../../files/paths';
import { complain, tool } from './builtin';
import { eachInput, linesOf } from './input';
import { parseSed, SedError, type Address, type SedCommand } from './sed-script';

export const sed = tool({
  name: 'sed',
  group: 'Text',
  summary: "change lines by a script: sed -i 's/old/new/' FILE, sed -n '2,5p' FILE",
  usage: 'sed [-nEri] [-e SCRIPT] SCRIPT [FILE]...',
  options: {
    flags: 'nErsi',
    values: 'e',
    long: { quiet: 'n', silent: 'n', 'regexp-extended': 'E', expression: 'e', 'in-place': 'i' },
  },
  async run(process, { flags, values, operands }) {
    const names = [...operands];
    const script = values.get('e')?.join('\n') ?? names.shift();
    if (script === undefined) {
      process.stderr.write('Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n');
      return 1;
    }
    let commands: SedCommand[];
    try {
      commands = parseSed(script, flags.has('E') || flags.has('r'));
    } catch (error) {
      if (error instanceof SedError) return complain(process, error.message);
      throw error;
    }
    const cannotRead = (name: string, { reason }: { reason: string }) => `can't read ${name}: ${reason}`;
    if (!flags.has('i')) {
      const texts: string[] = [];
      const failed = await eachInput(process, names, ({ text }) => void texts.push(text), cannotRead);
      process.stdout.write(edit(texts.join(''), commands, flags.has('n')));
      return failed * 2;
    }
    const change = ({ name, text }: { name: string; text: string }) =>
      process.files.write(resolvePath(process.cwd, name), edit(text, commands, flags.has('n')));
    return (names.length > 0 ? await eachInput(process, names, change, cannotRead) : 0) * 2;
  },
});

/** The text as the script changes it. */
function edit(text: string, commands: readonly SedCommand[], quiet: boolean): string {
  const lines = linesOf(text);
  const out: string[] = [];
  /** Ranges that have begun, each with the line that it began on. */
  const open = new Map<SedCommand, number>();
  for (const [index, original] of lines.entries()) {
    const place = { number: index + 1, last: index === lines.length - 1 };
    let line: string | null = original;
    let quits = false;
    const after: string[] = [];
    for (const command of commands) {
      if (applies(command, line, place, open) === command.negated) continue;
      if (command.name === 's') {
        const changed = substitute(command, line);
        if (changed !== null && command.prints) out.push(changed);
        line = changed ?? line;
      } else if (command.name === 'p') out.push(line);
      else if (command.name === '=') out.push(String(place.number));
      else if (command.name === 'i') out.push(command.text);
      else if (command.name === 'a') after.push(command.text);
      else if (command.name === 'q') quits = true;
      else {
        // `d`, or `c`: a range is changed into one text, at its end.
        if (command.name === 'c' && !open.has(command)) out.push(command.text);
        line = null;
        break;
      }
      if (quits) break;
    }
    if (line !== null && !quiet) out.push(line);
    out.push(...after);
    if (quits) break;
  }
  const whole = out.map((line) => `${line}\n`).join('');
  return text.endsWith('\n') || text === '' ? whole : whole.slice(0, -1);
}

interface Place {
  number: number;
  last: boolean;
}

function applies(command: SedCommand, line: string, place: Place, open: Map<SedCommand, number>): boolean {
  const { from, to } = command;
  if (from === null) return true;
  if (to === null) return isAt(from, line, place);
  if (!open.has(command)) {
    if (!isAt(from, line, place)) return false;
    if (!(typeof to === 'number' && to <= place.number) && !place.last) open.set(command, place.number);
    return true;
  }
  const ends = typeof to === 'number' ? place.number >= to : isAt(to, line, place);
  if (ends || place.last) open.delete(command);
  return true;
}

function isAt(address: Address, line: string, { number, last }: Place): boolean {
  if (address === '$') return last;
  return typeof address === 'number' ? address === number : address.test(line);
}

/** The line after `s`, or null when nothing matched. */
function substitute({ pattern, replacement, nth }: SedCommand, line: string): string | null {
  if (!pattern) return null;
  const done = { matches: 0, replaced: 0 };
  const result = line.replace(pattern, (...found: unknown[]) => {
    done.matches += 1;
    const groups = found.map((group) => (typeof group === 'string' ? group : ''));
    if (nth < 0 ? done.matches !== -nth : done.matches < nth) return groups[0] ?? '';
    done.replaced += 1;
    return replacement.replace(/\\([^])|&/g, (token, escape?: string) => {
      if (escape === undefined) return groups[0] ?? '';
      if (/\d/.test(escape)) return groups[Number(escape)] ?? '';
      return escape === 'n' ? '\n' : escape === 't' ? '\t' : token.slice(1);
    });
  });
  return done.replaced > 0 ? result : null;
}
