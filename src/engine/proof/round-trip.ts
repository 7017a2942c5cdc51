import type { FileTree } from '../files/file-tree';
import type { Proof, ProofChoice, ProofFailure } from '../migration/proof';
import type { RevisionFile, RevisionList } from '../migration/revision';
import { code, text, type Text } from '../migration/text';
import { Interrupted } from '../shell/program';
import { follow } from './catalog-diff';
import { type CatalogLines, catalogLines } from './catalog-lines';
import { chooseRevision } from './choice';
import { migrationCommand } from './commands';
import type { Reached } from './copy';
import type { CopyHolder } from './copy-holder';
import type { CourseStop } from './course';
import { judge } from './judge';
import { type ProofCommand, type ProofPlan, planProof } from './plan';
import { type CommandEnd, type Stage } from './stage';

export interface RoundTripOptions {
  commands: Stage;
  copies: CopyHolder;
  files: FileTree;
  root: string;
  env: ReadonlyMap<string, string>;
  onStep: (step: string, done: number, total: number) => void;
  interrupted: () => boolean;
}

/** The steps of a proof that come before the round trip: the copy, and an interpreter for it. */
export const STEPS_BEFORE = 2;

/** What is to be proved, and how Alembic is called there. */
interface Subject {
  revision: RevisionFile;
  pending: boolean;
  list: RevisionList;
  command: string[];
}

/** Takes one revision through upgrade and downgrade, by the very commands that a student would type, on the copy. */
export class RoundTrip {
  readonly #started = performance.now();
  #done = STEPS_BEFORE;
  #total = STEPS_BEFORE + 3;

  constructor(private readonly options: RoundTripOptions) {}

  async prove(choice: ProofChoice): Promise<Proof> {
    const { copies } = this.options;
    let copy = await copies.renew('everything');
    const subject = await this.#choose(choice);
    const plan = planProof(subject.revision, subject.list.revisions, copy.look().state.heads);
    this.#total =
      this.#done + plan.preparations.length + plan.commands.length + (plan.start === 'above' ? 1 : 0);

    const scratch = plan.start === 'above' ? await this.#fromScratch(plan, subject) : null;
    copy = await copies.renew('everything');
    const preparations: Text[] = [];
    for (const { command, reason } of plan.preparations) {
      preparations.push(reason);
      const { end, typed } = await this.#stop(
        command,
        subject,
        'Bringing the copy to where this revision runs',
      );
      if (!('failure' in end)) continue;
      const conclusions = [unprepared(typed, end.failure)];
      return this.#proof(subject, preparations, {
        passed: false,
        stops: [],
        rows: [],
        leftBehind: [],
        conclusions,
      });
    }
    const begun = copy.look();
    const stops: CourseStop[] = [];
    for (const command of plan.commands) {
      const stop = await this.#stop(command, subject, STEPS[command.command]);
      stops.push(stop);
      if ('failure' in stop.end) break;
    }
    const expectedBelow = scratch && follow(catalogLines(begun.state), scratch.above, scratch.below);
    const notes = plan.start === 'above' && scratch === null ? [NOT_FROM_SCRATCH] : [];
    return this.#proof(
      subject,
      preparations,
      judge({ start: plan.start, begun, expectedBelow, stops, notes }),
    );
  }

  /** The schema below the revision and above it as an empty database gets it; null where the revisions do not run there. */
  async #fromScratch(
    { fromScratch }: ProofPlan,
    subject: Subject,
  ): Promise<{ below: CatalogLines; above: CatalogLines } | null> {
    const copy = await this.options.copies.renew('nothing');
    this.#step('Running the revisions before it on an empty database');
    let reached: Reached = copy.look();
    for (const command of fromScratch.below) {
      const { end } = await this.#run(command, subject);
      if ('failure' in end) return null;
      ({ reached } = end);
    }
    const { end } = await this.#run(fromScratch.above, subject);
    if ('failure' in end) return null;
    return { below: catalogLines(reached.state), above: catalogLines(end.reached.state) };
  }

  async #choose(choice: ProofChoice): Promise<Subject> {
    const list = await this.#list();
    if (choice.kind === 'pending') {
      const pending = await this.#writePending(list);
      if (pending !== null) return pending;
    }
    const revision = chooseRevision(choice.kind === 'pending' ? { kind: 'newest' } : choice, list.revisions);
    return { revision, pending: false, list, command: this.#command(list) };
  }

  /** What `flask db migrate` would write now, as a file that nobody else sees; null where it writes none. */
  async #writePending(before: RevisionList): Promise<Subject | null> {
    const { commands } = this.options;
    if (before.directory === null) await commands.run(['flask', 'db', 'init']);
    const command = this.#command(before);
    const migrate = command[0] === 'flask' ? ['migrate'] : ['revision', '--autogenerate'];
    await this.#listening(commands.run([...command, ...migrate]));
    const list = await this.#list();
    const known = new Set(before.revisions.map(({ path }) => path));
    const revision = list.revisions.find(({ path }) => !known.has(path));
    return revision ? { revision, pending: true, list, command } : null;
  }

  async #stop(command: ProofCommand, subject: Subject, step: string): Promise<CourseStop> {
    this.#step(step);
    return await this.#run(command, subject);
  }

  async #run({ command, target }: ProofCommand, subject: Subject): Promise<CourseStop> {
    const { commands, copies } = this.options;
    const argv = [...subject.command, command, target];
    const typed = argv.join(' ');
    const started = performance.now();
    const ended = await this.#listening(commands.run(argv));
    const seconds = (performance.now() - started) / 1000;
    const crashed = copies.current.lost;
    if (ended.exitCode !== 0 || crashed)
      return { command, typed, seconds, end: { failure: this.#failure(ended), crashed } };
    return { command, typed, seconds, end: { reached: copies.current.look() } };
  }

  #failure({ failure, exitCode, output }: CommandEnd): ProofFailure {
    const { root, copies } = this.options;
    const inside = failure?.path?.startsWith(`${root}/`);
    return {
      message: copies.current.lost
        ? 'PostgreSQL stopped in the middle of a statement'
        : (failure?.message ?? `the command ended with exit code ${exitCode}`),
      sqlstate: failure?.sqlstate ?? null,
      path: inside ? (failure?.path?.slice(root.length + 1) ?? null) : null,
      line: inside ? (failure?.line ?? null) : null,
      output: output.slice(-OUTPUT_LIMIT),
    };
  }

  #proof(
    { revision, pending }: Subject,
    preparations: Text[],
    judgement: Omit<Proof, 'revision' | 'message' | 'path' | 'pending' | 'preparations' | 'seconds'>,
  ): Proof {
    const { message, path } = revision;
    const seconds = (performance.now() - this.#started) / 1000;
    return { revision: revision.revision ?? '', message, path, pending, preparations, ...judgement, seconds };
  }

  #list(): Promise<RevisionList> {
    const { commands, root, env } = this.options;
    const environ = Object.fromEntries(env);
    return commands.call('stillroom.migration.operations', 'list_revisions', root, environ);
  }

  #command(list: RevisionList): string[] {
    return migrationCommand(this.options.files, this.options.root, list);
  }

  /** A command that Ctrl-C has ended proves nothing. */
  async #listening(ended: Promise<CommandEnd>): Promise<CommandEnd> {
    const end = await ended;
    if (this.options.interrupted()) throw new Interrupted();
    return end;
  }

  #step(step: string): void {
    this.options.onStep(step, this.#done, this.#total);
    this.#done += 1;
  }
}

const STEPS = { upgrade: 'Upgrading the copy', downgrade: 'Downgrading the copy' } as const;

/** Of what a failed command printed, this many characters are kept: the end, where the reason stands. */
const OUTPUT_LIMIT = 20_000;

const NOT_FROM_SCRATCH: Text = [
  'What the schema should be after the downgrade is not known, because the revisions up to this one do not run on an empty database.',
];

function unprepared(typed: string, { message, sqlstate }: ProofFailure): Text {
  const reason = sqlstate === null ? message : `${message} (${sqlstate})`;
  return text`This revision cannot be proved from here: ${code(typed)} fails on the copy, with ${reason.replace(/\.$/, '')}.`;
}
