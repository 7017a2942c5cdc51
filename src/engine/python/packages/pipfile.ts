import { parse } from 'smol-toml';
import { normalName, type Requirement } from './requirement';

/** What we read of a Pipfile. */
export interface Pipfile {
  packages: Requirement[];
  devPackages: Requirement[];
  /** The tables that Pipfile.lock hashes, as they are. */
  tables: Record<string, unknown>;
}

/** Reads a Pipfile. @throws TomlError where it is not TOML */
export function parsePipfile(text: string): Pipfile {
  const tables: Record<string, unknown> = parse(text);
  return {
    packages: requirements(tables['packages']),
    devPackages: requirements(tables['dev-packages']),
    tables,
  };
}

function requirements(table: unknown): Requirement[] {
  if (!isRecord(table)) return [];
  return Object.entries(table).map(([name, value]) => {
    const entry = isRecord(value) ? value : { version: value };
    const { version, extras } = entry;
    const source = ['git', 'path', 'file']
      .map((key) => entry[key])
      .find((place) => typeof place === 'string');
    return {
      name,
      extras: Array.isArray(extras) ? extras.map(String) : [],
      specifier: typeof version === 'string' && version !== '*' ? version.replace(/\s+/g, '') : '',
      source: typeof source === 'string' ? source : null,
    };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The Pipfile that pipenv writes into a project that has none. */
export function newPipfile(pythonVersion: string): string {
  return `[[source]]
url = "https://pypi.org/simple"
verify_ssl = true
name = "pypi"

[packages]

[dev-packages]

[requires]
python_version = "${pythonVersion}"
`;
}

export type PipfileTable = 'packages' | 'dev-packages';

/** Puts packages into a table of a Pipfile, replacing those that are there, and leaves every other line as it is. */
export function addToPipfile(text: string, table: PipfileTable, added: readonly Requirement[]): string {
  const lines = linesOf(text);
  if (!lines.some((line) => headerOf(line) === table)) lines.push('', `[${table}]`);
  for (const requirement of added) {
    const { start, end } = extentOf(lines, table);
    const existing = lines.findIndex(
      (line, index) => index >= start && index < end && isNamed(line, requirement.name),
    );
    if (existing >= 0) lines[existing] = entryOf(requirement);
    else {
      // Before the blank lines that part this table from the next.
      let last = end;
      while (last > start && lines[last - 1]?.trim() === '') last--;
      lines.splice(last, 0, entryOf(requirement));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Takes a package out of both tables of a Pipfile. */
export function removeFromPipfile(text: string, name: string): string {
  const lines = linesOf(text);
  for (const table of ['packages', 'dev-packages'] as const) {
    if (!lines.some((line) => headerOf(line) === table)) continue;
    const { start, end } = extentOf(lines, table);
    const kept = lines.slice(start, end).filter((line) => !isNamed(line, name));
    lines.splice(start, end - start, ...kept);
  }
  return `${lines.join('\n')}\n`;
}

function linesOf(text: string): string[] {
  return text.replace(/\n?$/, '\n').split('\n').slice(0, -1);
}

/** The lines of a table that is there, less its header. */
function extentOf(lines: readonly string[], table: PipfileTable): { start: number; end: number } {
  const start = lines.findIndex((line) => headerOf(line) === table) + 1;
  const end = lines.findIndex((line, index) => index >= start && headerOf(line) !== null);
  return { start, end: end < 0 ? lines.length : end };
}

function entryOf({ name, extras, specifier }: Requirement): string {
  const version = JSON.stringify(specifier || '*');
  if (extras.length === 0) return `${name} = ${version}`;
  return `${name} = {extras = [${extras.map((extra) => JSON.stringify(extra)).join(', ')}], version = ${version}}`;
}

function headerOf(line: string): string | null {
  return /^\s*\[+\s*([^\]]+?)\s*\]+\s*(?:#.*)?$/.exec(line)?.[1]?.replace(/["']/g, '') ?? null;
}

function isNamed(line: string, name: string): boolean {
  const key = /^\s*["']?([\w.-]+)["']?\s*=/.exec(line)?.[1];
  return key !== undefined && normalName(key) === normalName(name);
}
