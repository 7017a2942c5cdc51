/** What options a command takes. Long options without a value of their own name the short one that they mean. */
export interface OptionSpec {
  /** Short options without a value, as one string: `la1`. */
  flags: string;
  /** Short options with a value. */
  values?: string;
  /** Long options, each with the short option that it means. */
  long?: Record<string, string>;
  /** `head -5`: a number is the value of this short option. */
  number?: string;
  /** `echo`-like commands stop at the first operand; GNU commands take options anywhere. */
  stopAtOperand?: boolean;
}

/** A command's arguments, taken apart. */
export interface Options {
  flags: Set<string>;
  /** In the order given; a repeated option is there as often. */
  values: Map<string, string[]>;
  operands: string[];
}

/** An option that the command does not take: the text is what GNU commands print. */
export class OptionError extends Error {}

/** Takes `argv` (with the command's name first) apart. @throws OptionError */
export function parseOptions(argv: readonly string[], spec: OptionSpec): Options {
  const result: Options = { flags: new Set(), values: new Map(), operands: [] };
  const queue = argv.slice(1);
  for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
    if (arg === '--') {
      result.operands.push(...queue.splice(0));
    } else if (arg.startsWith('--')) {
      long(arg, spec, queue, result);
    } else if (spec.number && /^-\d+$/.test(arg)) {
      add(result, spec.number, arg.slice(1));
    } else if (arg.startsWith('-') && arg !== '-') {
      short(arg.slice(1), spec, queue, result);
    } else {
      result.operands.push(arg);
      if (spec.stopAtOperand) result.operands.push(...queue.splice(0));
    }
  }
  return result;
}

/** The last value given for an option. */
export function lastValue(options: Options, option: string): string | undefined {
  return options.values.get(option)?.at(-1);
}

/** Every option a command takes, for completion: `-l`, `--all`. */
export function optionNames({ flags, values = '', long: longs = {} }: OptionSpec): string[] {
  return [
    ...Array.from(flags + values, (letter) => `-${letter}`),
    ...Object.keys(longs).map((name) => `--${name}`),
  ];
}

function short(letters: string, spec: OptionSpec, queue: string[], result: Options): void {
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters.charAt(at);
    if (spec.values?.includes(letter)) {
      const value = letters.slice(at + 1) || queue.shift();
      if (value === undefined) throw new OptionError(`option requires an argument -- '${letter}'`);
      add(result, letter, value);
      return;
    }
    if (!spec.flags.includes(letter)) throw new OptionError(`invalid option -- '${letter}'`);
    result.flags.add(letter);
  }
}

function long(arg: string, spec: OptionSpec, queue: string[], result: Options): void {
  const [given = '', ...rest] = arg.slice(2).split('=');
  const names = Object.keys(spec.long ?? {});
  const name = names.includes(given) ? given : only(names.filter((known) => known.startsWith(given)));
  const letter = spec.long?.[name ?? ''];
  if (!name || !letter) throw new OptionError(`unrecognized option '--${given}'`);
  if (!spec.values?.includes(letter)) {
    if (rest.length > 0) throw new OptionError(`option '--${name}' doesn't allow an argument`);
    result.flags.add(letter);
    return;
  }
  const value = rest.length > 0 ? rest.join('=') : queue.shift();
  if (value === undefined) throw new OptionError(`option '--${name}' requires an argument`);
  add(result, letter, value);
}

function only(names: string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined;
}

function add(result: Options, option: string, value: string): void {
  result.values.set(option, [...(result.values.get(option) ?? []), value]);
}
