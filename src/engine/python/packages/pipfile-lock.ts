import type { Versions } from './catalogue';
import { lookUp } from './catalogue';
import type { InstalledPackage } from './installed';
import type { Pipfile } from './pipfile';
import { normalName, type Requirement } from './requirement';

interface LockEntry {
  extras?: string[];
  /** Where the package was asked for by name. */
  index?: string;
  version: string;
}

/**
 * Writes Pipfile.lock as pipenv does, from the versions of the stack. It holds no hashes of archives: none were fetched.
 * @param hash of the Pipfile
 * @param installed tells what each package needs
 */
export function formatLock(
  pipfile: Pipfile,
  hash: string,
  versions: Versions,
  installed: readonly InstalledPackage[],
): string {
  const lock = {
    _meta: {
      hash: { sha256: hash },
      'pipfile-spec': 6,
      requires: pipfile.tables['requires'] ?? {},
      sources: pipfile.tables['source'] ?? [],
    },
    default: entries(pipfile.packages, versions, installed),
    develop: entries(pipfile.devPackages, versions, installed),
  };
  return `${JSON.stringify(sorted(lock), null, 4)}\n`;
}

function entries(
  requirements: readonly Requirement[],
  versions: Versions,
  installed: readonly InstalledPackage[],
): Record<string, LockEntry> {
  const needs = new Map(installed.map(({ name, requires }) => [normalName(name), requires]));
  const found: Record<string, LockEntry> = {};
  const add = (name: string, named: Requirement | null): void => {
    const here = lookUp(versions, named ?? { name, extras: [], specifier: '', source: null });
    if (here.kind === 'missing' || here.version === '' || (found[name] && !named)) return;
    found[name] = {
      ...(named && named.extras.length > 0 ? { extras: named.extras } : {}),
      ...(named ? { index: 'pypi' } : {}),
      version: `==${here.version}`,
    };
    for (const needed of needs.get(name) ?? []) add(normalName(needed), null);
  };
  for (const requirement of requirements) add(normalName(requirement.name), requirement);
  return found;
}

/** The same data with the keys of every object in order, as pipenv writes it. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
