import { parseRequirement, type Requirement } from './requirement';

/** One line of a requirements file, with what it continues onto. */
export interface RequirementLine {
  /** From 1. */
  line: number;
  content:
    | { kind: 'requirement'; requirement: Requirement }
    /** `-r other.txt`, relative to this file. */
    | { kind: 'include'; path: string }
    /** Options that choose where packages come from, which has no meaning here. */
    | { kind: 'option' }
    | { kind: 'invalid'; text: string };
}

/** Reads a requirements file as pip does: comments, continued lines, per-requirement options. */
export function parseRequirementsFile(text: string): RequirementLine[] {
  const found: RequirementLine[] = [];
  let pending = '';
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (raw.endsWith('\\')) {
      pending += raw.slice(0, -1);
      continue;
    }
    const content = (pending + raw).replace(/(^|\s)#.*$/, '').trim();
    pending = '';
    if (content !== '') found.push({ line: index + 1, content: readLine(content) });
  }
  return found;
}

function readLine(text: string): RequirementLine['content'] {
  const include = /^(?:-r\s*|--requirement[=\s]\s*)(\S+)$/.exec(text);
  if (include) return { kind: 'include', path: include[1] ?? '' };
  if (text.startsWith('-')) return { kind: 'option' };
  // `flask==2.0.1 --hash=sha256:...`
  const requirement = parseRequirement(text.replace(/\s--[a-z-]+[=\s].*$/, ''));
  return requirement ? { kind: 'requirement', requirement } : { kind: 'invalid', text };
}
