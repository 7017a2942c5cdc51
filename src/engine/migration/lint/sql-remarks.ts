import type { Moment } from './context';
import type { Draft, Remark, Rule } from './rule';
import { kindsOf, type SqlKind } from './sql-kinds';

/** A rule's `find` that judges each statement of the upgrade's own SQL; that which SQLAlchemy made is known anyway. */
export function sqlRemarks(judge: (kind: SqlKind, moment: Moment) => Remark | null): Rule['find'] {
  return ({ upgrade }) =>
    upgrade.flatMap((moment): Draft[] => {
      const { operation, where, number: step } = moment;
      if (operation.kind !== 'execute' || operation.enumType !== null) return [];
      return kindsOf(operation.sql).flatMap((kind) => {
        const remark = judge(kind, moment);
        return remark === null ? [] : { where, step, ...remark };
      });
    });
}
