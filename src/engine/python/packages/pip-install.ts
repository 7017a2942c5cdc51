import { parentOf, resolvePath } from '../../files/paths';
import type { Process } from '../../shell/program';
import { lookUp, type Versions } from './catalogue';
import { formatRequirement, parseRequirement, type Requirement } from './requirement';
import { parseRequirementsFile } from './requirements-file';
import { SITE_PACKAGES, type Toolbox, versionsFor } from './toolbox';

/** A requirement and where it was asked for, in pip's words. */
interface Wish {
  requirement: Requirement;
  origin: string;
}

/** What pip says when a command line or a file makes no sense. */
class PipError extends Error {}

const WITH_VALUE = new Set([
  '-i',
  '--index-url',
  '--extra-index-url',
  '-f',
  '--find-links',
  '-t',
  '--target',
  '-c',
  '--constraint',
]);

/** `pip install`: tells of each package whether it is here. Edits nothing. */
export function pipInstall(process: Process, args: string[], toolbox: Toolbox): number {
  try {
    const wishes = collect(process, args);
    const versions = versionsFor(toolbox, process);
    const missing = wishes.filter((wish) => !answer(process, wish, versions));
    if (missing.length > 0) {
      process.stderr.write(
        'Only the packages that come with the stack can be had here; `pip list` names them.\n',
      );
      return 1;
    }
    toolbox.installed();
    return 0;
  } catch (error) {
    if (!(error instanceof PipError)) throw error;
    process.stderr.write(`ERROR: ${error.message}\n`);
    return 1;
  }
}

/** Says how a wish is met; false if it is not. */
function answer({ stdout, stderr }: Process, { requirement, origin }: Wish, versions: Versions): boolean {
  const wanted = formatRequirement(requirement);
  const found = lookUp(versions, requirement);
  switch (found.kind) {
    case 'met':
      stdout.write(
        `Requirement already satisfied: ${wanted} in ${SITE_PACKAGES}${origin}${found.version && ` (${found.version})`}\n`,
      );
      return true;
    case 'other':
      stderr.write(
        `WARNING: ${wanted} is not to be had here: ${requirement.name} ${found.version} serves instead.\n`,
      );
      return true;
    case 'missing':
      stderr.write(
        `ERROR: Could not find a version that satisfies the requirement ${wanted} (from versions: none)\n`,
      );
      stderr.write(`ERROR: No matching distribution found for ${wanted}\n`);
      return false;
  }
}

function collect(process: Process, args: string[]): Wish[] {
  const wishes: Wish[] = [];
  const words = args.values();
  for (const word of words) {
    const file = /^(?:-r|--requirement=)(.+)$/.exec(word)?.[1];
    if (word === '-r' || word === '--requirement') {
      const next = words.next();
      if (next.done) throw new PipError(`${word} option requires 1 argument`);
      wishes.push(...fromFile(process, next.value));
    } else if (file) wishes.push(...fromFile(process, file));
    else if (WITH_VALUE.has(word)) words.next();
    else if (word === '-e' || word === '--editable' || /^[./]|\.whl$/.test(word)) {
      throw new PipError(`${word}: packages from files and folders cannot be installed here yet.`);
    } else if (!word.startsWith('-')) wishes.push(fromWord(word));
  }
  if (
    wishes.length === 0 &&
    !args.some((word) => word.startsWith('-r') || word.startsWith('--requirement'))
  ) {
    throw new PipError('You must give at least one requirement to install (see "pip help install")');
  }
  return wishes;
}

function fromWord(word: string): Wish {
  const requirement = parseRequirement(word);
  if (!requirement) throw new PipError(`Invalid requirement: '${word}'`);
  return { requirement, origin: '' };
}

function fromFile({ files, cwd }: Pick<Process, 'files' | 'cwd'>, name: string, seen: string[] = []): Wish[] {
  const path = resolvePath(cwd, name);
  if (seen.includes(path)) return [];
  if (files.stat(path)?.kind !== 'file') {
    throw new PipError(`Could not open requirements file: [Errno 2] No such file or directory: '${name}'`);
  }
  return parseRequirementsFile(files.readText(path)).flatMap(({ line, content }): Wish[] => {
    switch (content.kind) {
      case 'requirement':
        return [{ requirement: content.requirement, origin: ` (from -r ${name} (line ${line}))` }];
      case 'include':
        return fromFile({ files, cwd: parentOf(path) }, content.path, [...seen, path]);
      case 'option':
        return [];
      case 'invalid':
        throw new PipError(`Invalid requirement: '${content.text}' (from line ${line} of ${name})`);
    }
  });
}
