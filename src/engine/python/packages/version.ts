/** A version as PEP 440 orders it. */
export interface Version {
  epoch: number;
  release: number[];
  /** Alpha, beta or release candidate and its number. */
  pre: [letter: 'a' | 'b' | 'rc', number: number] | null;
  post: number | null;
  dev: number | null;
}

const PATTERN =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+[a-z\d]+(?:[-_.][a-z\d]+)*)?$/i;

const PRE_LETTERS = {
  alpha: 'a',
  a: 'a',
  beta: 'b',
  b: 'b',
  preview: 'rc',
  pre: 'rc',
  c: 'rc',
  rc: 'rc',
} as const;

/** Reads a version; null if it is none by PEP 440. A local part (`+...`) is left out of account. */
export function parseVersion(text: string): Version | null {
  const match = PATTERN.exec(text.trim());
  if (!match) return null;
  const [, epoch, release = '', preLetter, preNumber, shortPost, post, postNumber, dev, devNumber] = match;
  const letter = PRE_LETTERS[preLetter?.toLowerCase() as keyof typeof PRE_LETTERS];
  return {
    epoch: Number(epoch ?? 0),
    release: release.split('.').map(Number),
    pre: preLetter ? [letter, Number(preNumber)] : null,
    post: post ? Number(postNumber) : shortPost ? Number(shortPost) : null,
    dev: dev ? Number(devNumber) : null,
  };
}

/** Negative if `a` comes before `b`, 0 if they are the same version. */
export function compareVersions(a: Version, b: Version): number {
  return compareLists(sortKey(a), sortKey(b));
}

/** Numbers whose order, place by place, is the order of versions; the release is padded so that 1.0 equals 1. */
function sortKey(version: Version): number[] {
  const { epoch, release, pre, post, dev } = version;
  const padded = Array.from({ length: RELEASE_PARTS }, (_, index) => release[index] ?? 0);
  // 1.0.dev1 < 1.0a1.dev1 < 1.0a1 < 1.0 < 1.0.post1
  const phase = pre ? ['a', 'b', 'rc'].indexOf(pre[0]) : post === null && dev !== null ? -1 : 3;
  return [epoch, ...padded, phase, pre?.[1] ?? 0, post ?? -1, dev ?? Infinity];
}

const RELEASE_PARTS = 8;

function compareLists(a: number[], b: number[]): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index < 0 ? 0 : (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}
