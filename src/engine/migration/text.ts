/**
 * A sentence as data: plain words, and identifiers or code set apart, so that whoever shows it marks the
 * code up without parsing backticks out of text (a table may well be called ``a`b``).
 */
export type Text = (string | { code: string })[];

/** Sets an identifier or a piece of code apart from the words around it. */
export function code(text: string): { code: string } {
  return { code: text };
}

/** A sentence from a template: strings among the values are words, `code(...)` is code, texts are spliced in. */
export function text(
  words: TemplateStringsArray,
  ...values: (string | number | { code: string } | Text)[]
): Text {
  const parts: Text = [];
  words.forEach((word, index) => {
    append(parts, word);
    const value = values[index];
    if (value === undefined) return;
    if (Array.isArray(value)) value.forEach((part) => append(parts, part));
    else append(parts, typeof value === 'number' ? String(value) : value);
  });
  return parts;
}

/** The texts one after the other: `a`, `a and b`, `a, b and c`. */
export function list(items: Text[], conjunction = 'and'): Text {
  const parts: Text = [];
  items.forEach((item, index) => {
    if (index > 0) append(parts, index === items.length - 1 ? ` ${conjunction} ` : ', ');
    item.forEach((part) => append(parts, part));
  });
  return parts;
}

/** Texts that have commas of their own: `a, which ..., and b, which ...`. */
export function clauses(items: Text[]): Text {
  return items.flatMap((item, index) => (index === 0 ? item : text`, and ${item}`));
}

/** Identifiers as a list of code: `id`, `name` and `email`. */
export function codes(names: readonly string[], conjunction = 'and'): Text {
  return list(
    names.map((name) => [code(name)]),
    conjunction,
  );
}

/** The sentence as one string with backticks: for a terminal, a title, a test. */
export function plain(sentence: Text): string {
  return sentence.map((part) => (typeof part === 'string' ? part : `\`${part.code}\``)).join('');
}

function append(parts: Text, part: string | { code: string }): void {
  const last = parts.at(-1);
  if (part === '') return;
  if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
  else parts.push(part);
}
