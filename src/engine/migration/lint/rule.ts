import type { Fix } from '../edits';
import type { Finding, Severity } from '../finding';
import type { Operation, OperationKind } from '../operations';
import type { Text } from '../text';
import type { Context, Moment } from './context';

/** What a rule says of one step. */
export interface Remark {
  sentence: Text;
  /** Where it is not the rule's usual one. */
  severity?: Severity;
  /** For `fails`; null where Alembic itself refuses. */
  sqlstate?: string | null;
  fixes?: Fix[];
}

/** A remark and the step that it is about. */
export type Draft = Remark & Pick<Finding, 'where' | 'step'>;

/** One safety rule. */
export interface Rule {
  number: number;
  name: string;
  /** What other linters call it. */
  also: readonly string[];
  /** How much it matters unless a finding says otherwise. */
  severity: Severity;
  why: { text: Text; link: string };
  find: (context: Context) => Draft[];
}

type Judge<Kind extends OperationKind> = (
  operation: Extract<Operation, { kind: Kind }>,
  moment: Moment,
  context: Context,
) => Remark | null;

/** A rule's `find` that judges every step of the upgrade that is of one of these kinds. */
export function upgradeSteps<const Kind extends OperationKind>(
  kinds: readonly Kind[],
  judge: Judge<Kind>,
): Rule['find'] {
  return (context) => judged(context, context.upgrade, kinds, judge);
}

/** The same for the steps of both functions. */
export function allSteps<const Kind extends OperationKind>(
  kinds: readonly Kind[],
  judge: Judge<Kind>,
): Rule['find'] {
  return (context) => judged(context, [...context.upgrade, ...context.downgrade], kinds, judge);
}

function judged<Kind extends OperationKind>(
  context: Context,
  moments: readonly Moment[],
  kinds: readonly Kind[],
  judge: Judge<Kind>,
): Draft[] {
  return moments.flatMap((moment) => {
    const { operation } = moment;
    if (!isOf(operation, kinds)) return [];
    const remark = judge(operation, moment, context);
    return remark === null ? [] : { where: moment.where, step: moment.number, ...remark };
  });
}

function isOf<Kind extends OperationKind>(
  operation: Operation,
  kinds: readonly Kind[],
): operation is Extract<Operation, { kind: Kind }> {
  return (kinds as readonly OperationKind[]).includes(operation.kind);
}
