/** What a name in a revision file stands for, as data, and how the tables of this folder write it down. */
import { code, type Text } from '../text';

/** Why a name is there and what it does, for whoever points at it. */
export interface Explanation {
  /** The name as it is written: `op.create_table`; `nullable=` for an argument. */
  title: string;
  words: Text;
  /** What becomes of it in SQL, in short; null where that says nothing more. */
  sql: string | null;
  more: Link;
}

/** Where the documentation says more. */
export interface Link {
  title: string;
  url: string;
}

/** An explanation without its title, which is the key of the table it stands in. */
export interface Entry {
  /** One sentence, or two; code stands between backticks. */
  words: string;
  sql?: string;
  more: Link;
}

export type Entries = Readonly<Record<string, Entry>>;

/** Sentences of our own with code between backticks: none of them holds a name that has a backtick in it. */
export function prose(words: string): Text {
  return words
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part : code(part)))
    .filter((part) => part !== '');
}
