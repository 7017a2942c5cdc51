import type { Preview, PreviewOutcome } from '../../../src/engine/migration/preview';
import type { StackName } from '../../../src/engine/types';
import { courseApp } from '../course-app';
import { startHeadless, type Headless } from '../headless';

/** The course's app on an engine, for looks ahead. */
export interface Project extends Headless {
  /** Goes back to the start: the app's files, with these in place of or beside them (null removes), and an empty database. */
  reset(changes?: Record<string, string | null>): Promise<void>;
  write(path: string, content: string | null): Promise<void>;
  /** Runs a command line that must succeed. */
  must(line: string): Promise<string>;
  look(): Promise<Preview>;
  /** A look that must end in this kind. */
  expectLook<K extends PreviewOutcome['kind']>(kind: K): Promise<Extract<PreviewOutcome, { kind: K }>>;
  /** Runs SQL by a script of the student's, outside of any app. */
  sql(statements: string): Promise<string>;
}

/** Starts an engine with the app on a stack. */
export async function startProject(stack: StackName): Promise<Project> {
  const headless = await startHeadless();
  const app = await courseApp(stack);
  const project: Project = {
    ...headless,
    async reset(changes = {}) {
      const files = new Map(app.map(({ path, content }) => [path, content]));
      for (const [path, content] of Object.entries(changes)) {
        if (content === null) files.delete(path);
        else files.set(path, content);
      }
      const state = await headless.open([...files].map(([path, content]) => ({ path, content })));
      if (state.stack.stack !== stack) throw new Error(`the stack is ${state.stack.stack}`);
    },
    write: (path, content) =>
      headless.engine.write([
        content === null ? { kind: 'removed', path } : { kind: 'written', path, content },
      ]),
    async must(line) {
      const { exitCode, output } = await headless.run(line);
      if (exitCode !== 0) throw new Error(`${line} ended with ${exitCode}:\n${output}`);
      return output;
    },
    look: () => headless.engine.preview(),
    async expectLook(kind) {
      const { outcome } = await headless.engine.preview();
      if (outcome.kind !== kind)
        throw new Error(`looked for ${kind}, saw ${JSON.stringify(outcome, null, 1)}`);
      return outcome as Extract<PreviewOutcome, { kind: typeof kind }>;
    },
    async sql(statements) {
      await project.write('sql.py', SCRIPT);
      await project.write('statements.sql', statements);
      const output = await project.must('python sql.py');
      await project.write('sql.py', null);
      await project.write('statements.sql', null);
      return output;
    },
  };
  return project;
}

const SCRIPT = `import psycopg2

connection = psycopg2.connect("dbname=tweets_dev")
with connection, connection.cursor() as cursor:
    cursor.execute(open("statements.sql").read())
    if cursor.description:
        print(cursor.fetchall())
`;
