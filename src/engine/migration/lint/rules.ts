import type { Rule } from './rule';
import * as changes from './rules/column-changes';
import * as columns from './rules/columns';
import * as constraints from './rules/constraints';
import * as drops from './rules/drops';
import * as enums from './rules/enums';
import * as indexes from './rules/indexes';
import * as names from './rules/names';
import * as order from './rules/order';
import * as ownSql from './rules/own-sql';
import * as renameInstead from './rules/rename-instead';
import * as renames from './rules/renames';
import * as reversal from './rules/reversal';
import * as types from './rules/type-advice';
import * as unnamed from './rules/unnamed';
import * as useAlter from './rules/use-alter';

const GROUPS: Record<string, Rule>[] = [
  drops,
  changes,
  renames,
  columns,
  indexes,
  constraints,
  ownSql,
  types,
  names,
  order,
  enums,
  unnamed,
  renameInstead,
  useAlter,
  reversal,
];

/** All the safety rules, by number. */
export const RULES: readonly Rule[] = GROUPS.flatMap((group) => Object.values(group)).sort(
  (one, other) => one.number - other.number,
);
