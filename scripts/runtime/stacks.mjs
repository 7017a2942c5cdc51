// @ts-check

/** @typedef {{ name: string, requirements: string, target: readonly string[] }} Stack */

// Every package comes as a wheel for a platform named here, never for the machine's own: what is built is the
// same everywhere, and nothing of it depends on the Python that runs pip. Compiled parts are left out.
const LINUX = ['--platform', 'manylinux2014_x86_64', '--implementation', 'cp'];

/** The Python packages that a workspace can ask for.
 * @type {readonly Stack[]} */
export const STACKS = [
  {
    name: 'course',
    requirements: 'requirements/course.txt',
    // CPython 3.9 is the newest that SQLAlchemy 1.4.19 has a wheel for.
    target: [...LINUX, '--python-version', '3.9', '--ignore-requires-python'],
  },
  {
    name: 'current',
    requirements: 'requirements/current.txt',
    target: [...LINUX, '--python-version', '3.14'],
  },
];

/** Distributions that no command of the course imports; they fill an archive of their own (`STACK-extra`). */
export const EXTRA = new Set([
  'boto3',
  'botocore',
  'gunicorn',
  'jmespath',
  's3transfer',
  'setuptools',
  'urllib3',
]);

/** Distributions that cannot run in a browser and count as installed all the same. */
export const METADATA_ONLY = new Set(['greenlet']);
