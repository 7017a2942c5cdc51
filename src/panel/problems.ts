/** What stands under each step: refusals and what the safety rules say, as one list. */
import type { Fix } from '../engine/migration/edits';
import type { Finding, Severity } from '../engine/migration/finding';
import type { UpgradeStep } from '../engine/migration/steps';
import type { Text } from '../engine/migration/text';

export interface Problem {
  severity: Severity;
  sentence: Text;
  why: Finding['why'] | null;
  fixes: readonly Fix[];
}

/** The rules that say what a refusal says: of drops and of creates in an order that does not work. */
const ORDER_RULES: ReadonlySet<number> = new Set([36, 37]);

const ORDER: readonly Severity[] = ['fails', 'danger', 'caution', 'advice'];

/** What is the matter with a step, the gravest first. A refusal is said once, with the reasons that the rule for it knows. */
export function problemsOf(step: UpgradeStep, findings: readonly Finding[]): Problem[] {
  const own = findings.filter((finding) => finding.step === step.number);
  const { refused } = step;
  if (refused === null) return byGravity(own);
  const rule = own.find((finding) => ORDER_RULES.has(finding.rule));
  const refusal: Problem = {
    severity: 'fails',
    sentence: refused.sentence,
    why: rule?.why ?? null,
    fixes: refused.fix === null ? (rule?.fixes ?? []) : [refused.fix],
  };
  return [refusal, ...byGravity(own.filter((finding) => finding !== rule))];
}

/** What is the matter with a function as a whole. */
export function problemsOfAll(findings: readonly Finding[]): Problem[] {
  return byGravity(findings.filter((finding) => finding.step === null));
}

function byGravity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));
}

/** How many steps will fail, those of the function as a whole counted as one each. */
export function failures(steps: readonly UpgradeStep[], findings: readonly Finding[]): number {
  const fails = (problem: Problem): boolean => problem.severity === 'fails';
  const ofSteps = steps.filter((step) => problemsOf(step, findings).some(fails));
  return ofSteps.length + problemsOfAll(findings).filter(fails).length;
}

export const severityWords: Record<Severity, string> = {
  fails: 'Will fail',
  danger: 'Danger',
  caution: 'Caution',
  advice: 'Advice',
};

/** What a link leads to, by its host. */
export function linkWords(link: string): string {
  const { hostname } = new URL(link);
  if (hostname.endsWith('postgresql.org')) return 'PostgreSQL documentation';
  if (hostname === 'alembic.sqlalchemy.org') return 'Alembic documentation';
  if (hostname.endsWith('sqlalchemy.org')) return 'SQLAlchemy documentation';
  if (hostname === 'flask-migrate.readthedocs.io') return 'Flask-Migrate documentation';
  return hostname;
}
