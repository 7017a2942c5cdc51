import { parsePipfile } from './pipfile';
import type { Requirement } from './requirement';
import { parseRequirementsFile } from './requirements-file';

/** The files of a project that say what it runs on; null for those that are not there. */
export interface ProjectFiles {
  pipfile: string | null;
  requirements: string | null;
}

/** What a project asks for, and which file says so; null where neither file is there. */
export interface ProjectRequirements {
  file: 'Pipfile' | 'requirements.txt';
  requirements: Requirement[];
  /** Why the file could not be read. */
  problem: string | null;
}

/** Reads the one file that counts: a Pipfile before requirements.txt. */
export function readProject({ pipfile, requirements }: ProjectFiles): ProjectRequirements | null {
  if (pipfile !== null) return readPipfile(pipfile);
  if (requirements === null) return null;
  const lines = parseRequirementsFile(requirements);
  return {
    file: 'requirements.txt',
    requirements: lines.flatMap(({ content }) =>
      content.kind === 'requirement' ? [content.requirement] : [],
    ),
    problem: null,
  };
}

function readPipfile(text: string): ProjectRequirements {
  try {
    const { packages, devPackages } = parsePipfile(text);
    return { file: 'Pipfile', requirements: [...packages, ...devPackages], problem: null };
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { file: 'Pipfile', requirements: [], problem };
  }
}
