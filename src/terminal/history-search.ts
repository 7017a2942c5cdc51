/** Ctrl-R: the newest line of the history that holds what is typed. */
import type { Line } from './line-editor';

export interface Search {
  query: string;
  /** How many matches to pass over; Ctrl-R again passes over one more. */
  skip: number;
  failed: boolean;
}

/** Shows the match in the line; when there is none, the line stays and the search says that it failed. */
export function searchBack(line: Line, search: Search, history: readonly string[]): Line {
  if (search.query === '') return { ...line, search: { ...search, failed: false } };
  const matches = history.filter((text) => text.includes(search.query)).reverse();
  const text = matches[search.skip];
  if (text === undefined)
    return { ...line, search: { ...search, skip: Math.max(0, matches.length - 1), failed: true } };
  return { ...line, text, cursor: text.indexOf(search.query), search: { ...search, failed: false } };
}

/** What stands in place of the prompt meanwhile, as bash words it. */
export function searchPrompt({ query, failed }: Search): string {
  return `(${failed ? 'failed ' : ''}reverse-i-search)\`${query}': `;
}
