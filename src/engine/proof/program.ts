import type { Proof, ProofChoice } from '../migration/proof';
import type { Process, Program } from '../shell/program';
import { CannotProve } from './choice';
import { proofText } from './report-text';

const USAGE = 'Usage: stillroom prove [REVISION]\n';

const HELP = `${USAGE}
  Runs a revision's upgrade and downgrade there and back on a copy of the
  database, with its rows, and tells whether schema and rows come out as they
  were. Neither your database nor your files change.

  REVISION is an id or its beginning, or a file; without it, the newest
  revision is proved. The exit code is 0 when it passed, 1 when it did not.
`;

/** `stillroom` in the terminal: what Stillroom itself can do beside Flask and Alembic. */
export function stillroomProgram(prove: (choice: ProofChoice) => Promise<Proof>): Program {
  return async (process) => {
    const [, command, ...words] = process.argv;
    if (command === undefined) return misused(process, 'a command is missing');
    if (command === '--help' || (command === 'prove' && words.includes('--help'))) {
      process.stdout.write(HELP);
      return 0;
    }
    if (command !== 'prove') return misused(process, `there is no command "${command}"`);
    const option = words.find((word) => word.startsWith('-'));
    if (option !== undefined) return misused(process, `prove has no option ${option}`);
    if (words.length > 1) return misused(process, 'prove takes one revision');
    const [revision] = words;
    return await run(process, () =>
      prove(revision === undefined ? { kind: 'newest' } : { kind: 'typed', revision }),
    );
  };
}

async function run(process: Process, prove: () => Promise<Proof>): Promise<number> {
  try {
    const proof = await prove();
    process.stdout.write(proofText(proof));
    return proof.passed ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CannotProve)) throw error;
    process.stderr.write(`stillroom: ${error.message}\n`);
    return 1;
  }
}

function misused(process: Process, reason: string): number {
  process.stderr.write(`stillroom: ${reason}\n${USAGE}Try 'stillroom --help' for more information.\n`);
  return 2;
}
