import type { Process } from '../../shell/program';
import type { StackName } from '../../types';
import type { Interpreter } from '../interpreter';
import { chooseStack } from '../stacks';
import type { Versions } from './catalogue';
import type { ProjectFiles } from './project';

export const SITE_PACKAGES = '/usr/local/lib/python3.14/site-packages';
export const PYTHON_VERSION = '3.14';

/** What pip and pipenv work with. */
export interface Toolbox {
  interpreter: Interpreter;
  versions: Readonly<Record<StackName, Versions>>;
  /** An install has ended: the stack is to be chosen again. */
  installed(): void;
}

/** Reads the project's files from the folder that a program runs in. */
export function projectFiles({ files, cwd }: Pick<Process, 'files' | 'cwd'>): ProjectFiles {
  const read = (name: string): string | null =>
    files.stat(`${cwd}/${name}`)?.kind === 'file' ? files.readText(`${cwd}/${name}`) : null;
  return { pipfile: read('Pipfile'), requirements: read('requirements.txt') };
}

/** The versions of the stack that the project asks for as it is now: an install may change the stack. */
export function versionsFor(toolbox: Toolbox, process: Pick<Process, 'files' | 'cwd'>): Versions {
  return toolbox.versions[chooseStack(projectFiles(process), toolbox.versions).stack];
}
