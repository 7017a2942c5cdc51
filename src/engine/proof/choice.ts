import { newestRevision } from '../migration/newest';
import type { ProofChoice } from '../migration/proof';
import type { RevisionFile } from '../migration/revision';
import { code, plain, text, type Text } from '../migration/text';

/** There is nothing that could be proved; the message says why. */
export class CannotProve extends Error {
  override readonly name = 'CannotProve';

  constructor(readonly sentence: Text) {
    super(plain(sentence));
  }
}

/**
 * The revision file that is meant.
 * @throws CannotProve where there is none
 */
export function chooseRevision(
  choice: Exclude<ProofChoice, { kind: 'pending' }>,
  files: readonly RevisionFile[],
): RevisionFile {
  const found = find(choice, files);
  if (found === null) throw new CannotProve(sentenceFor(choice));
  if (found.revision === null) {
    const why = found.error === null ? [] : text`: ${found.error.type}: ${found.error.message}`;
    throw new CannotProve(text`Alembic cannot read ${code(found.path)}${why}`);
  }
  return found;
}

function find(choice: ProofChoice, files: readonly RevisionFile[]): RevisionFile | null {
  if (choice.kind === 'file') return files.find(({ path }) => path === choice.path) ?? null;
  if (choice.kind !== 'typed' || ['head', 'heads'].includes(choice.revision)) return newestRevision(files);
  const { revision } = choice;
  const exact = files.find((file) => file.revision === revision || file.path === revision);
  const starting = files.filter((file) => file.revision?.startsWith(revision));
  return exact ?? (starting.length === 1 ? (starting[0] ?? null) : null);
}

function sentenceFor(choice: ProofChoice): Text {
  if (choice.kind === 'file') return text`There is no revision file ${code(choice.path)}.`;
  if (choice.kind === 'typed' && !['head', 'heads'].includes(choice.revision))
    return text`There is not exactly one revision whose id begins with ${code(choice.revision)}.`;
  return text`There is no revision to prove yet: ${code('flask db migrate')} writes one.`;
}
