import type { LoadAsset, Manifest } from '../assets';
import type { FileTree } from '../files/file-tree';
import type { Proof, ProofChoice } from '../migration/proof';
import type { Postgres } from '../postgres/boot';
import { dumpDatabase } from '../postgres/dump';
import type { Interpreter, PyodideHost } from '../python/interpreter';
import { CopyHolder } from './copy-holder';
import { RoundTrip, STEPS_BEFORE } from './round-trip';
import { PythonStage } from './stage';

/** As long as it is not known whether anything must come before the round trip. */
const EXPECTED_STEPS = STEPS_BEFORE + 3;

export interface ProverOptions {
  loadAsset: LoadAsset;
  pyodide: PyodideHost;
  versions: Manifest['versions'];
  /** How far a proof is: the step that begins, as a few words. */
  onStep: (step: string, done: number, total: number) => void;
  /** Whether Ctrl-C was pressed. */
  interrupted: () => boolean;
}

/** What a proof is made from: all of it is read, and none of it touched. */
export interface ProofSource {
  python: Interpreter;
  postgres: Postgres;
  files: FileTree;
  /** The project's folder. */
  root: string;
  env: ReadonlyMap<string, string>;
}

/** Proves revisions on copies of the student's files and database. Keeps its interpreter from one proof to the next. */
export class Prover {
  #stage: PythonStage | null = null;

  constructor(private readonly options: ProverOptions) {}

  /**
   * @throws CannotProve where there is nothing to prove
   * @throws Interrupted on Ctrl-C
   */
  async prove(choice: ProofChoice, source: ProofSource): Promise<Proof> {
    const { loadAsset, onStep, interrupted } = this.options;
    const { files, root, env, postgres, python } = source;
    onStep('Copying the database', 0, EXPECTED_STEPS);
    const dump = await dumpDatabase(postgres, loadAsset);
    const stage = await this.#stageBeside(python);
    const copies = new CopyHolder(loadAsset, dump);
    try {
      return await stage.play({ files, root, env, backend: () => copies.current.backend }, (commands) =>
        new RoundTrip({ commands, copies, files, root, env, onStep, interrupted }).prove(choice),
      );
    } finally {
      await copies.close();
    }
  }

  async #stageBeside(python: Interpreter): Promise<PythonStage> {
    if (this.#stage?.suits(python)) return this.#stage;
    this.#stage = null;
    const { loadAsset, pyodide: host, versions, interrupted, onStep } = this.options;
    onStep('Starting a Python for proofs', 1, EXPECTED_STEPS);
    return (this.#stage = await PythonStage.boot({ beside: python, loadAsset, host, versions, interrupted }));
  }
}
