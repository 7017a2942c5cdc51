/** SQL as one likes to read it. Import this file lazily: it brings the formatter along. */
import { formatDialect, postgresql } from 'sql-formatter';

/** A statement over several lines; as it is where the formatter does not know it. */
export function formatSql(statement: string): string {
  try {
    return formatDialect(statement, {
      dialect: postgresql,
      keywordCase: 'preserve',
      tabWidth: 2,
    });
  } catch {
    return statement.trim();
  }
}
