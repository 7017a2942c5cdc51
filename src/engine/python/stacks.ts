import type { StackChoice, StackName } from '../types';
import { lookUp, type Versions } from './packages/catalogue';
import { type ProjectFiles, type ProjectRequirements, readProject } from './packages/project';
import { formatRequirement, normalName, type Requirement } from './packages/requirement';
import { staysBelow } from './packages/specifier';

/** Asking for less than these versions asks for the course's stack. */
const MODERN = new Map([
  ['sqlalchemy', { title: 'SQLAlchemy', version: '2' }],
  ['flask', { title: 'Flask', version: '2.2' }],
]);

/** Chooses the stack for a project by what it asks for, and says what cannot be met. */
export function chooseStack(
  files: ProjectFiles,
  versions: Readonly<Record<StackName, Versions>>,
): StackChoice {
  const project = readProject(files);
  if (project === null) {
    return {
      stack: 'current',
      reason: 'Stack: current, as there is no Pipfile and no requirements.txt.',
      unmet: [],
    };
  }
  const old = project.requirements.find(asksForCourse);
  const stack: StackName = old ? 'course' : 'current';
  return { stack, reason: reasonFor(project, old), unmet: unmetBy(versions[stack], project.requirements) };
}

/** One sentence for each requirement that a stack cannot meet exactly. */
export function unmetBy(versions: Versions, requirements: readonly Requirement[]): string[] {
  return requirements.flatMap((requirement) => unmetSentence(versions, requirement) ?? []);
}

function unmetSentence(versions: Versions, requirement: Requirement): string | null {
  const found = lookUp(versions, requirement);
  if (found.kind === 'met') return null;
  const wanted = formatRequirement(requirement);
  return found.kind === 'other'
    ? `${wanted} is not to be had here: ${requirement.name} ${found.version} serves instead.`
    : `${wanted} is not to be had here: importing it will fail.`;
}

function asksForCourse({ name, specifier }: Requirement): boolean {
  const limit = MODERN.get(normalName(name));
  return limit !== undefined && staysBelow(specifier, limit.version);
}

function reasonFor({ file, problem }: ProjectRequirements, old: Requirement | undefined): string {
  if (problem !== null) return `Stack: current, as ${file} cannot be read (${problem}).`;
  if (!old) return `Stack: current, as ${file} asks for no SQLAlchemy below 2 and no Flask below 2.2.`;
  const title = MODERN.get(normalName(old.name))?.title ?? old.name;
  return `Stack: course, as ${file} asks for ${title}${old.specifier}.`;
}
