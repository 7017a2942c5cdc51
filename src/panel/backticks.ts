import { code, type Text } from '../engine/migration/text';

/** A title in which code stands between backticks, as a sentence. */
export function fromBackticks(title: string): Text {
  return title
    .split('`')
    .map((part, index) => (index % 2 === 1 ? code(part) : part))
    .filter((part) => part !== '');
}
