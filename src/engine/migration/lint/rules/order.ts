import { isOpaque } from '../../order/statements';
import { text } from '../../text';
import type { DowngradeStep, UpgradeStep } from '../../steps';
import type { Context } from '../context';
import { postgres } from '../links';
import type { Draft, Rule } from '../rule';

export const dropOrder: Rule = {
  number: 36,
  name: 'drop-order',
  also: [],
  severity: 'fails',
  why: {
    text: text`PostgreSQL does not drop what others still depend on, nor what is not there. A table goes after all the tables whose foreign keys reference it, or after those keys.`,
    link: postgres('ddl-depend.html'),
  },
  find: (context) => refusals(context, (kind) => kind.startsWith('drop_')),
};

export const createOrder: Rule = {
  number: 37,
  name: 'create-order',
  also: [],
  severity: 'fails',
  why: {
    text: text`A step builds on what is there when its turn comes, and a name is free only once. A table that a foreign key references is created first, or the key is added once both are there.`,
    link: postgres('ddl-constraints.html#DDL-CONSTRAINTS-FK'),
  },
  find: (context) => refusals(context, (kind) => !kind.startsWith('drop_')),
};

/** What was found out about the order of the steps, told again as findings: there is one judgement of it only. */
function refusals({ steps }: Context, concerns: (kind: string) => boolean): Draft[] {
  return (['upgrade', 'downgrade'] as const).flatMap((where) =>
    steps[where].flatMap((step: UpgradeStep | DowngradeStep, index): Draft[] => {
      const { number, operation, sentence, refused } = step;
      if (refused === null || !concerns(operation.kind)) return [];
      // SQL of the revision's own before it may have cleared the way.
      const certain = !steps[where].slice(0, index).some((earlier) => isOpaque(earlier.operation));
      return [
        {
          where,
          step: number,
          sentence: text`${sentence} ${refused.sentence}`,
          severity: certain ? 'fails' : 'danger',
          sqlstate: certain ? refused.sqlstate : null,
          fixes: refused.fix === null ? [] : [refused.fix],
        },
      ];
    }),
  );
}
