// @ts-check
// What is looked at: projects, how far they are migrated, and where someone types.
import { importBundled } from '../native/bundle.mjs';
import { readProject } from '../native/samples.mjs';
import { WIDE_MODELS, wideProject } from './wide-models.mjs';

/** @typedef {import('../native/stack.mjs').StackName} StackName */
/** @typedef {{ path: string, content: string }} TextFile */

/** The column that the last line of the file is about; letters are typed at the end of its name. */
export const COLUMN = 'note';

/** `before` is run first. The target is one in milliseconds.
 * @typedef {{
 *   what: string, files: (stack: StackName) => Promise<TextFile[]>, active: string, before: readonly string[],
 *   keystrokes: number, nativeRounds: number, target: number,
 * }} Case */

const WIDE = 100;
const COURSE_MODEL = 'app/models/tweet.py';
/** What a project has that chooses its stack, and leads it to the database. */
const OF_STACK = ['requirements.txt', '.env'];

/** @type {Case[]} */
export const CASES = [
  {
    what: "the course's models",
    files: courseFiles,
    active: COURSE_MODEL,
    before: ['flask db init'],
    keystrokes: 40,
    nativeRounds: 5,
    target: 120,
  },
  {
    what: `${WIDE} models, migrated, one column changed`,
    files: wideFiles,
    active: WIDE_MODELS,
    before: ['flask db init', 'flask db migrate', 'flask db upgrade'],
    keystrokes: 20,
    nativeRounds: 3,
    target: 250,
  },
  {
    what: `${WIDE} models, empty database`,
    files: wideFiles,
    active: WIDE_MODELS,
    before: ['flask db init'],
    keystrokes: 20,
    nativeRounds: 3,
    target: 600,
  },
];

/** The file after a letter has been typed.
 * @param {readonly TextFile[]} files
 * @param {string} active
 * @returns {TextFile} */
export function edited(files, active) {
  const text = files.find(({ path }) => path === active)?.content ?? '';
  const end = text.lastIndexOf(COLUMN) + COLUMN.length;
  return { path: active, content: `${text.slice(0, end)}a${text.slice(end)}` };
}

/** The app that the page opens on, with one more column at the end of a model.
 * @param {StackName} stack */
async function courseFiles(stack) {
  const column = `    ${COLUMN} = db.Column(db.Integer)`;
  const files = await projectFor(stack);
  return files.map(({ path, content }) => ({
    path,
    content: path === COURSE_MODEL ? `${content.trimEnd()}\n${column}` : content,
  }));
}

/** @param {StackName} stack */
async function wideFiles(stack) {
  const course = await projectFor(stack);
  return [...course.filter(({ path }) => OF_STACK.includes(path)), ...wideProject(WIDE, COLUMN)];
}

/** The course's app for a stack.
 * @param {StackName} stack
 * @returns {Promise<TextFile[]>} */
async function projectFor(stack) {
  /** @type {typeof import('./engine-parts.ts')} */
  const { readFolder } = await importBundled('scripts/bench/engine-parts.ts');
  const sample = {
    ...{ name: '', about: '', start: 'src/lessons/00-course-app/start' },
    ...{ stacks: [stack], commands: [] },
  };
  const files = await readProject(sample, stack, readFolder);
  return files.map(({ path, content }) => ({
    path,
    content: typeof content === 'string' ? content : new TextDecoder().decode(content),
  }));
}
