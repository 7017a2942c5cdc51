import { forEachChild, parse, type ParsedScript, type SyntaxNode } from 'unbash';
import { syntaxError, type Problem } from './syntax-error';

/** A command line as a tree, or what bash says against it. */
export type Parsed =
  | { kind: 'script'; script: ParsedScript; warnings: string[] }
  /** `incomplete`: more lines could still make it right (an open quote, `if` without `fi`). */
  | { kind: 'error'; message: string; incomplete: boolean };

/** Parses a command line of one or more lines. */
export function parseScript(source: string): Parsed {
  const script = parse(source);
  const problem = findProblem(script, source);
  if (problem) return { kind: 'error', ...syntaxError(source, problem) };
  return { kind: 'script', script, warnings: openHereDocuments(script, source) };
}

/** Whether the terminal should ask for another line before it runs this. */
export function needsMore(source: string): boolean {
  if (/(^|[^\\])(\\\\)*\\$/.test(source)) return true;
  const parsed = parseScript(source);
  return parsed.kind === 'error' ? parsed.incomplete : parsed.warnings.length > 0;
}

function findProblem(script: ParsedScript, source: string): Problem | null {
  return script.errors?.[0] ?? lostParenthesis(script, source) ?? nestedProblem(script);
}

/** The parser drops the `(` of a word that looks like the start of a function, as in `echo (`. */
function lostParenthesis(script: ParsedScript, source: string): Problem | null {
  for (const statement of script.commands) {
    const rest = source.slice(statement.end);
    const open = /^[ \t]*\(/.exec(rest);
    if (open) return { message: 'expected function body', pos: statement.end + open[0].length };
  }
  return null;
}

/** Scripts inside `$(...)` carry errors of their own. */
function nestedProblem(node: SyntaxNode): Problem | null {
  let found: Problem | null = null;
  forEachChild(node, (child) => {
    if (found) return;
    const own = child.type === 'Script' ? child.errors?.[0] : undefined;
    found = own ?? nestedProblem(child);
  });
  return found;
}

function openHereDocuments(script: ParsedScript, source: string): string[] {
  const warnings: string[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'HereDoc' && !node.closing) {
      const line = source.slice(0, node.pos).split('\n').length;
      const wanted = node.delimiter?.value ?? '';
      warnings.push(`here-document at line ${line} delimited by end-of-file (wanted \`${wanted}')`);
    }
    forEachChild(node, visit);
  };
  visit(script);
  return warnings;
}
