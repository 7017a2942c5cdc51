import type { RevisionFile } from '../migration/revision';
import { code, codes, text, type Text } from '../migration/text';

/** One command of a proof: `target` as Alembic reads it (`8aead516a74e`, `base`, `left@root`). */
export interface ProofCommand {
  command: 'upgrade' | 'downgrade';
  target: string;
}

/** How a revision is proved on the copy of the database. */
export interface ProofPlan {
  /** What brings the copy to where this revision's upgrade, or its downgrade, would run next; and why. */
  preparations: { command: ProofCommand; reason: Text }[];
  /** Whether the copy then stands below the revision or above it. */
  start: 'below' | 'above';
  /** The round trip. */
  commands: ProofCommand[];
  /** What brings an empty database to just below the revision, and from there above it. */
  fromScratch: { below: ProofCommand[]; above: ProofCommand };
}

/**
 * Decides how a revision is proved.
 * A revision that is not applied goes up, down and up: the state before it is what its downgrade must bring back, and
 * the first upgrade's result what the second must reach.
 * An applied one goes down, up and down, from where the database is now: so both ends are compared all the same, and
 * the student's rows are those that make the trip. What its first downgrade must bring back nobody has seen; it is
 * learnt from an empty database on which the revisions up to it run.
 * @param heads the revisions that the database holds
 */
export function planProof(
  revision: RevisionFile,
  files: readonly RevisionFile[],
  heads: readonly string[],
): ProofPlan {
  const tree = new RevisionTree(files);
  const id = revision.revision ?? '';
  const applied = tree.withAncestors(heads);
  const below = tree.below(revision);
  const up: ProofCommand = { command: 'upgrade', target: id };
  const down: ProofCommand = { command: 'downgrade', target: tree.downgradeTarget(revision) };
  const fromScratch = { below: below.map((target) => ({ command: 'upgrade', target }) as const), above: up };
  if (!applied.has(id)) {
    const missing = below.filter((parent) => !applied.has(parent));
    const preparations = missing.map((target) => ({
      command: { command: 'upgrade', target } as const,
      reason: text`The copy was first upgraded to ${code(target)}, which this revision builds on and which is not applied yet.`,
    }));
    return { preparations, start: 'below', commands: [up, down, up], fromScratch };
  }
  const later = [...applied].filter((other) => other !== id && tree.withAncestors([other]).has(id));
  const preparations =
    later.length === 0
      ? []
      : [
          {
            command: { command: 'downgrade', target: id } as const,
            reason: text`The copy was first downgraded to ${code(id)}, since ${codes(later)} ${later.length === 1 ? 'is' : 'are'} applied on top of it.`,
          },
        ];
  return { preparations, start: 'above', commands: [down, up, down], fromScratch };
}

/** What the revision files say of each other. */
class RevisionTree {
  readonly #byId = new Map<string, RevisionFile>();

  constructor(readonly files: readonly RevisionFile[]) {
    for (const file of files) if (file.revision !== null) this.#byId.set(file.revision, file);
  }

  /** What must be applied before a revision: its parents, and what it depends on otherwise. */
  below({ downRevision, dependsOn }: RevisionFile): string[] {
    return [...downRevision, ...dependsOn.map((name) => this.#resolve(name))];
  }

  withAncestors(ids: readonly string[]): Set<string> {
    const found = new Set<string>();
    const visit = (id: string): void => {
      const file = this.#byId.get(id);
      if (file === undefined || found.has(id)) return;
      found.add(id);
      this.below(file).forEach(visit);
    };
    ids.forEach(visit);
    return found;
  }

  /** Where the revision's downgrade leads; `ID@` keeps to its branch where its parent has other children. */
  downgradeTarget({ revision, downRevision }: RevisionFile): string {
    const parent = downRevision[0] ?? null;
    const siblings = this.files.filter(({ downRevision: parents }) =>
      parent === null ? parents.length === 0 : parents.includes(parent),
    );
    const target = parent ?? 'base';
    return siblings.length > 1 ? `${revision ?? ''}@${target}` : target;
  }

  /** `depends_on` may name a branch, or a revision by the beginning of its id. */
  #resolve(name: string): string {
    if (this.#byId.has(name)) return name;
    const labelled = this.files.find(({ labels }) => labels.includes(name));
    return (labelled ?? this.files.find(({ revision }) => revision?.startsWith(name)))?.revision ?? name;
  }
}
