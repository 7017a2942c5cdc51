import { normalName, type Requirement } from './requirement';
import { allows } from './specifier';

/** Package versions of one stack, by normal name. */
export type Versions = Readonly<Record<string, string>>;

/** How a stack stands to a requirement. */
export type Availability =
  | { kind: 'met'; version: string }
  /** The package is there in another version than the one asked for. */
  | { kind: 'other'; version: string }
  | { kind: 'missing' };

/** Different names on the index for what is one package here. */
const SAME_PACKAGE: Versions = { psycopg2: 'psycopg2-binary' };

/** Part of every Python, whatever version is asked for; there is nothing here for them to do. */
const TOOLS = new Set(['pip', 'setuptools', 'wheel', 'pipenv', 'virtualenv']);

/** Looks a requirement up among the packages of a stack. */
export function lookUp(versions: Versions, requirement: Requirement): Availability {
  const name = normalName(requirement.name);
  const version = versions[name] ?? versions[SAME_PACKAGE[name] ?? ''];
  if (version === undefined) return TOOLS.has(name) ? { kind: 'met', version: '' } : { kind: 'missing' };
  if (requirement.source !== null) return { kind: 'other', version };
  return { kind: allows(requirement.specifier, version) ? 'met' : 'other', version };
}
