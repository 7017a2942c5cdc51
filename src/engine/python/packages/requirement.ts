/** One package that is asked for. */
export interface Requirement {
  /** As it was written. */
  name: string;
  extras: string[];
  /** PEP 440; empty for any version. */
  specifier: string;
  /** A URL or path it is to come from instead of an index. */
  source: string | null;
}

const PATTERN =
  /^([A-Za-z\d](?:[\w.-]*[A-Za-z\d])?)\s*(?:\[([^\]]*)\])?\s*(?:@\s*(\S+)|\(?\s*((?:===|==|~=|!=|<=|>=|<|>)[^;)]*)\)?)?\s*(?:;.*)?$/;

/** Reads a requirement by PEP 508 (`flask[async]>=2; python_version > "3.8"`); null if it is none. Markers are not judged. */
export function parseRequirement(text: string): Requirement | null {
  const match = PATTERN.exec(text.trim());
  if (!match) return null;
  const [, name = '', extras, source, specifier] = match;
  return {
    name,
    extras: (extras ?? '').split(',').flatMap((extra) => extra.trim() || []),
    specifier: (specifier ?? '').replace(/\s+/g, ''),
    source: source ?? null,
  };
}

/** A package's name as indexes compare it: `Flask_SQLAlchemy` is `flask-sqlalchemy`. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** A requirement as it is written, less markers: `flask[async]>=2`. */
export function formatRequirement({ name, extras, specifier, source }: Requirement): string {
  const extra = extras.length > 0 ? `[${extras.join(',')}]` : '';
  return `${name}${extra}${source === null ? specifier : ` @ ${source}`}`;
}
