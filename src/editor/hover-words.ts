/** An explanation in Markdown, as Monaco's hover shows it. */
import type { Explanation } from '../engine/migration/explain/explanation';
import type { Text } from '../engine/migration/text';

export function hoverWords({ title, words, sql, more }: Explanation): string {
  return [
    `**${code(title)}**`,
    markdown(words),
    ...(sql === null ? [] : [`\`\`\`pgsql\n${sql}\n\`\`\``]),
    `[${escape(more.title)}](${more.url})`,
  ].join('\n\n');
}

function markdown(words: Text): string {
  return words.map((part) => (typeof part === 'string' ? escape(part) : code(part.code))).join('');
}

/** Nothing in it holds a backtick. */
function code(text: string): string {
  return `\`${text}\``;
}

/** Signs that Markdown would take for its own. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
