import type { Process, Program } from '../../shell/program';
import { unmetBy } from '../stacks';
import { lookUp } from './catalogue';
import { installedPackages } from './installed';
import { addToPipfile, newPipfile, type Pipfile, parsePipfile, removeFromPipfile } from './pipfile';
import { formatLock } from './pipfile-lock';
import { parseRequirement, type Requirement } from './requirement';
import { parseRequirementsFile } from './requirements-file';
import { PYTHON_VERSION, projectFiles, type Toolbox, versionsFor } from './toolbox';

const USAGE = `Usage: pipenv [OPTIONS] COMMAND [ARGS]...

Commands:
  install       Adds provided packages to Pipfile, or (if no packages are
                given), installs all packages from Pipfile.
  uninstall     Removes provided packages from Pipfile.
  lock          Generates Pipfile.lock.
  sync          Installs all packages specified in Pipfile.lock.
  requirements  Generates a requirements.txt from Pipfile.lock.
  verify        Verifies that the hash in Pipfile.lock is up-to-date.
  graph         Displays the packages with their versions.
  run           Runs a command.
  shell         Starts a shell in which \`pipenv run\` can be left out.

Packages come with the stack; nothing is downloaded.
`;

const ACTIVATE = `To activate this project's virtualenv, run pipenv shell.
Alternatively, run a command inside the virtualenv with pipenv run.
`;

/** What pipenv says when it cannot go on. */
class PipenvError extends Error {}

/** `pipenv`, less `run` and `shell`: keeps Pipfile and Pipfile.lock; packages are there from the start. */
export function pipenv(toolbox: Toolbox): Program {
  return async (process) => {
    const [, command, ...rest] = process.argv;
    try {
      return await new Pipenv(process, toolbox).command(command ?? '--help', rest);
    } catch (error) {
      if (!(error instanceof PipenvError)) throw error;
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
  };
}

/** One run of pipenv. */
class Pipenv {
  constructor(
    readonly process: Process,
    readonly toolbox: Toolbox,
  ) {}

  async command(command: string, args: string[]): Promise<number> {
    const operands = args.filter((word) => !word.startsWith('-'));
    const table = args.some((word) => word === '-d' || word === '--dev') ? 'dev-packages' : 'packages';
    switch (command) {
      case '--help':
      case '-h':
        this.#say(USAGE);
        return 0;
      case '--version':
        this.#say('pipenv, version of Stillroom\n');
        return 0;
      case '--where':
        this.#say(`${this.process.cwd}\n`);
        return 0;
      case '--venv':
        this.#say('/usr/local\n');
        return 0;
      case 'install':
        return this.#install(args, operands, table);
      case 'uninstall':
        return this.#uninstall(operands);
      case 'lock':
        await this.#lock(this.#pipfile());
        return 0;
      case 'sync':
        return this.#sync();
      case 'verify':
        return this.#verify();
      case 'requirements':
        return this.#requirements();
      case 'graph':
        for (const { name, version } of await installedPackages(this.toolbox.interpreter)) {
          this.#say(`${name}==${version}\n`);
        }
        return 0;
      default:
        this.process.stderr.write(
          `Usage: pipenv [OPTIONS] COMMAND [ARGS]...\nTry 'pipenv -h' for help.\n\nError: No such command '${command}'.\n`,
        );
        return 2;
    }
  }

  async #install(args: string[], operands: string[], table: 'packages' | 'dev-packages'): Promise<number> {
    const fromFile = args.findIndex((word) => word === '-r' || word === '--requirements');
    const file = fromFile < 0 ? null : (args[fromFile + 1] ?? null);
    const added = file ? this.#fileRequirements(file) : operands.map((word) => this.#requirement(word));
    let text = this.#pipfile();
    for (const requirement of added) {
      this.#say(`Installing ${requirement.name}...\n`);
      if (lookUp(versionsFor(this.toolbox, this.process), requirement).kind === 'missing') {
        throw new PipenvError(
          `ERROR: No matching distribution found for ${requirement.name}\n` +
            'Only the packages that come with the stack can be had here; `pip list` names them.',
        );
      }
      this.#say(`Adding ${requirement.name} to Pipfile's [${table}] ...\n✔ Installation Succeeded\n`);
    }
    if (added.length > 0) {
      text = addToPipfile(text, table, added);
      this.#write('Pipfile', text);
    }
    const hash = await this.#hash(text);
    if (this.#lockedHash() !== hash) await this.#lock(text);
    this.#say(`Installing dependencies from Pipfile.lock (${hash.slice(-6)})...\n${ACTIVATE}`);
    this.#warn(this.#parse(text));
    this.toolbox.installed();
    return 0;
  }

  async #uninstall(names: string[]): Promise<number> {
    if (names.length === 0) throw new PipenvError('No package provided!');
    let text = this.#pipfile();
    for (const name of names) {
      const without = removeFromPipfile(text, name);
      this.#say(
        without === text ? `No package ${name} to remove from Pipfile.\n` : `Removed ${name} from Pipfile.\n`,
      );
      text = without;
    }
    this.#write('Pipfile', text);
    await this.#lock(text);
    this.toolbox.installed();
    return 0;
  }

  async #lock(text: string): Promise<void> {
    const { stderr } = this.process;
    if (this.#read('Pipfile.lock') === null) stderr.write('Pipfile.lock not found, creating...\n');
    stderr.write('Locking [packages] dependencies...\nLocking [dev-packages] dependencies...\n');
    const hash = await this.#hash(text);
    const installed = await installedPackages(this.toolbox.interpreter);
    const versions = versionsFor(this.toolbox, this.process);
    this.#write('Pipfile.lock', formatLock(this.#parse(text), hash, versions, installed));
    stderr.write(`Updated Pipfile.lock (${hash})!\n`);
  }

  #sync(): number {
    const hash = this.#lockedHash();
    if (hash === null)
      throw new PipenvError('ERROR: Pipfile.lock not found! You need to run `pipenv lock` first.');
    this.#say(
      `Installing dependencies from Pipfile.lock (${hash.slice(-6)})...\nAll dependencies are now up-to-date!\n`,
    );
    this.toolbox.installed();
    return 0;
  }

  async #verify(): Promise<number> {
    const fresh = this.#lockedHash() === (await this.#hash(this.#pipfile()));
    if (!fresh) throw new PipenvError('Pipfile.lock is out-of-date. Run `pipenv lock` to update.');
    this.#say('Pipfile.lock is up-to-date.\n');
    return 0;
  }

  #requirements(): number {
    const lock = this.#read('Pipfile.lock');
    if (lock === null) throw new PipenvError('ERROR: Pipfile.lock not found!');
    const { default: entries } = JSON.parse(lock) as { default: Record<string, { version: string }> };
    this.#say('-i https://pypi.org/simple\n');
    for (const [name, { version }] of Object.entries(entries)) this.#say(`${name}${version}\n`);
    return 0;
  }

  /** The Pipfile; made from requirements.txt, or new, where there is none. */
  #pipfile(): string {
    const { pipfile, requirements } = projectFiles(this.process);
    if (pipfile !== null) return pipfile;
    let text = newPipfile(PYTHON_VERSION);
    if (requirements === null) this.process.stderr.write('Creating a Pipfile for this project...\n');
    else {
      this.#say(`requirements.txt found in ${this.process.cwd} instead of Pipfile! Converting...\n`);
      text = addToPipfile(text, 'packages', this.#fileRequirements('requirements.txt'));
      this.#say(
        '✔ Success!\nWarning: Your Pipfile now contains pinned versions, if your requirements.txt did.\n' +
          'We recommend updating your Pipfile to specify the "*" version, instead.\n',
      );
    }
    this.#write('Pipfile', text);
    return text;
  }

  #parse(text: string): Pipfile {
    try {
      return parsePipfile(text);
    } catch (error) {
      throw new PipenvError(
        `Pipfile cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  #fileRequirements(name: string): Requirement[] {
    const text = this.#read(name);
    if (text === null) throw new PipenvError(`Could not open requirements file: ${name}`);
    return parseRequirementsFile(text).flatMap(({ content }) =>
      content.kind === 'requirement' ? [content.requirement] : [],
    );
  }

  #requirement(word: string): Requirement {
    const requirement = parseRequirement(word);
    if (!requirement) throw new PipenvError(`Invalid requirement: '${word}'`);
    return requirement;
  }

  /** Says which of the Pipfile's packages come in another version, or not at all. */
  #warn({ packages, devPackages }: Pipfile): void {
    const versions = versionsFor(this.toolbox, this.process);
    for (const sentence of unmetBy(versions, [...packages, ...devPackages]))
      this.process.stderr.write(`${sentence}\n`);
  }

  #hash(text: string): Promise<string> {
    this.#parse(text);
    return this.toolbox.interpreter.call('stillroom.programs.pipfile', 'pipfile_hash', text);
  }

  #lockedHash(): string | null {
    const hash = /"sha256": "([\da-f]{64})"/.exec(this.#read('Pipfile.lock') ?? '');
    return hash?.[1] ?? null;
  }

  #read(name: string): string | null {
    const path = `${this.process.cwd}/${name}`;
    return this.process.files.stat(path)?.kind === 'file' ? this.process.files.readText(path) : null;
  }

  #write(name: string, text: string): void {
    this.process.files.write(`${this.process.cwd}/${name}`, text);
  }

  #say(text: string): void {
    this.process.stdout.write(text);
  }
}
