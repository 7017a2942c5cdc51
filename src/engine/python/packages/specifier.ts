import { compareVersions, parseVersion, type Version } from './version';

type Operator = '===' | '==' | '~=' | '!=' | '<=' | '>=' | '<' | '>';

const CLAUSE = /^\s*(===|==|~=|!=|<=|>=|<|>)\s*([^\s,]+)\s*$/;

/** Tells whether a version is one that a specifier (`>=1.4,<2`, `==2.0.*`, empty for any) allows, by PEP 440. */
export function allows(specifier: string, version: string): boolean {
  const candidate = parseVersion(version);
  if (specifier.trim() === '' || specifier.trim() === '*') return true;
  return specifier.split(',').every((clause) => {
    const match = CLAUSE.exec(clause);
    return (
      match !== null && candidate !== null && clauseAllows(match[1] as Operator, match[2] ?? '', candidate)
    );
  });
}

function clauseAllows(operator: Operator, text: string, candidate: Version): boolean {
  const wildcard = text.endsWith('.*');
  const wanted = parseVersion(wildcard ? text.slice(0, -2) : text);
  if (!wanted) return false;
  const order = compareVersions(candidate, wanted);
  switch (operator) {
    case '===':
    case '==':
      return wildcard ? startsWith(candidate, wanted.release) : order === 0;
    case '!=':
      return wildcard ? !startsWith(candidate, wanted.release) : order !== 0;
    case '~=':
      return order >= 0 && startsWith(candidate, wanted.release.slice(0, -1));
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '<':
      // A pre-release of the version itself does not count as below it.
      return (
        order < 0 && (wanted.pre !== null || candidate.pre === null || !startsWith(candidate, wanted.release))
      );
    case '>':
      return (
        order > 0 &&
        (wanted.post !== null || candidate.post === null || !startsWith(candidate, wanted.release))
      );
  }
}

function startsWith(version: Version, release: number[]): boolean {
  return release.every((part, index) => (version.release[index] ?? 0) === part);
}

/** Tells whether a specifier rules out `limit` and every version after it. */
export function staysBelow(specifier: string, limit: string): boolean {
  const bound = parseVersion(limit);
  return bound !== null && specifier.split(',').some((clause) => clauseStaysBelow(clause, bound));
}

function clauseStaysBelow(clause: string, limit: Version): boolean {
  const [, operator, text = ''] = CLAUSE.exec(clause) ?? [];
  const wildcard = text.endsWith('.*');
  const version = parseVersion(wildcard ? text.slice(0, -2) : text);
  if (!version) return false;
  const order = compareVersions(version, limit);
  switch (operator) {
    case '<':
      return order <= 0;
    case '<=':
    case '===':
      return order < 0;
    case '==':
      return wildcard ? seriesEnds(version.release, limit) : order < 0;
    case '~=':
      return seriesEnds(version.release.slice(0, -1), limit);
    default:
      return false;
  }
}

/** Tells whether the series `release.*` ends at or before a version. */
function seriesEnds(release: number[], limit: Version): boolean {
  const next = release.map((part, index) => (index === release.length - 1 ? part + 1 : part));
  return compareVersions({ epoch: 0, release: next, pre: null, post: null, dev: null }, limit) <= 0;
}
