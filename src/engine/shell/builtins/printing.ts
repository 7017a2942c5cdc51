import { shellCommand } from './builtin';

/** The characters that `\n` and the like stand for; `stop` is where `\c` ended the output. */
export function unescape(text: string): { text: string; stopped: boolean } {
  let stopped = false;
  const result = text.replace(
    /\\(?:([abefnrtv\\'"])|0?([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|c[^]*)/g,
    (_, letter?: string, octal?: string, hex?: string, unicode?: string) => {
      if (letter) return LETTERS[letter] ?? letter;
      if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
      if (hex ?? unicode) return String.fromCharCode(Number.parseInt(hex ?? unicode ?? '', 16));
      stopped = true;
      return '';
    },
  );
  return { text: result, stopped };
}

const LETTERS: Record<string, string> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const echo = shellCommand(
  'echo',
  'echo [-neE] [TEXT]...',
  'print text (-n without a newline, -e with \\n and \\t)',
  (process) => {
    const words = process.argv.slice(1);
    let [newline, escapes] = [true, false];
    while (/^-[neE]+$/.test(words[0] ?? '')) {
      const option = words.shift() ?? '';
      if (option.includes('n')) newline = false;
      if (/[eE]/.test(option)) escapes = option.lastIndexOf('e') > option.lastIndexOf('E');
    }
    const plain = words.join(' ');
    const { text, stopped } = escapes ? unescape(plain) : { text: plain, stopped: false };
    process.stdout.write(text + (newline && !stopped ? '\n' : ''));
    return 0;
  },
  ['-n', '-e'],
);

const printf = shellCommand('printf', 'printf FORMAT [ARGUMENT]...', 'print text by a format', (process) => {
  const [format, ...values] = process.argv.slice(process.argv[1] === '--' ? 2 : 1);
  if (format === undefined) {
    process.stderr.write('printf: usage: printf [-v var] format [arguments]\n');
    return 2;
  }
  let code = 0;
  const invalid = (value: string) => {
    process.stderr.write(`bash: printf: ${value}: invalid number\n`);
    code = 1;
  };
  const queue = [...values];
  do {
    const before = queue.length;
    process.stdout.write(formatOnce(format, queue, invalid));
    if (queue.length === before) break;
  } while (queue.length > 0);
  return code;
});

/** Uses the format once; takes the values that it needs off the queue. */
function formatOnce(format: string, queue: string[], invalid: (value: string) => void): string {
  return format.replace(
    /%%|%([-+ 0#]*)(\*|\d+)?(?:\.(\*|\d+))?([a-zA-Z])|\\(?:[abefnrtv\\'"]|[0-7]{1,3}|x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4})/g,
    (token, flags: string, width?: string, precision?: string, kind?: string) => {
      if (token === '%%') return '%';
      if (!kind) return unescape(token).text;
      const numberFrom = (given?: string) => (given === '*' ? Number(queue.shift() ?? 0) : Number(given));
      const columns = width === undefined ? 0 : numberFrom(width);
      const digits = precision === undefined ? undefined : numberFrom(precision);
      const text = convert(kind, queue.shift(), digits, flags, invalid);
      if (flags.includes('-')) return text.padEnd(columns);
      const zeros = flags.includes('0') && /[dioufeEgGxX]/.test(kind);
      if (!zeros) return text.padStart(columns);
      const sign = /^[-+]/.exec(text)?.[0] ?? '';
      return sign + text.slice(sign.length).padStart(columns - sign.length, '0');
    },
  );
}

function convert(
  kind: string,
  value: string | undefined,
  digits: number | undefined,
  flags: string,
  invalid: (value: string) => void,
): string {
  const text = value ?? '';
  if (kind === 's') return text.slice(0, digits);
  if (kind === 'b') return unescape(text).text;
  if (kind === 'c') return text.charAt(0);
  if (kind === 'q') return text === '' ? "''" : text.replace(/[^\w@%+=:,./-]/g, '\\$&');
  const quoted = /^['"](.)/u.exec(text)?.[1];
  let number = quoted ? (quoted.codePointAt(0) ?? 0) : Number(text === '' ? 0 : text);
  if (Number.isNaN(number)) {
    invalid(text);
    number = 0;
  }
  const plus = flags.includes('+') && number >= 0 ? '+' : '';
  if (/[feEgG]/.test(kind)) {
    if (kind === 'f') return plus + number.toFixed(digits ?? 6);
    if (kind === 'e' || kind === 'E') return plus + number.toExponential(digits ?? 6);
    return plus + String(number);
  }
  const whole = Math.trunc(number);
  if (kind === 'x') return whole.toString(16);
  if (kind === 'X') return whole.toString(16).toUpperCase();
  if (kind === 'o') return whole.toString(8);
  return plus + String(whole).padStart(digits ?? 0, '0');
}

export const printingCommands = [echo, printf];
