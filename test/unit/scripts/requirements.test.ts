import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The pins of the course's own requirements.txt. */
const COURSE = [
  'alembic==1.6.5',
  'click==7.1.2',
  'flask-cors==3.0.8',
  'flask-login==0.5.0',
  'flask-migrate==3.0.1',
  'flask-sqlalchemy==2.5.1',
  'flask-wtf==0.15.1',
  'flask==2.0.1',
  'greenlet==1.1.0',
  'gunicorn==20.1.0',
  'itsdangerous==2.0.1',
  'jinja2==3.0.1',
  'mako==1.1.4',
  'markupsafe==2.0.1',
  'python-dateutil==2.8.1',
  'python-dotenv==0.14.0',
  'python-editor==1.0.4',
  'six==1.15.0',
  'sqlalchemy==1.4.19',
  'werkzeug==2.0.1',
  'wtforms==2.3.3',
];

function requirements(stack: string): { pin: string; hashes: number }[] {
  const lines = readFileSync(`requirements/${stack}.txt`, 'utf8').replaceAll('\\\n', ' ').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ pin: line.split(' ')[0] ?? '', hashes: line.split('--hash=sha256:').length - 1 }));
}

test('the course stack has the pins of the course, exactly', () => {
  expect(requirements('course').map(({ pin }) => pin)).toEqual(expect.arrayContaining(COURSE));
});

test('the current stack has every package of the course but those that nothing needs any more', () => {
  const names = requirements('current').map(({ pin }) => pin.split('==')[0]);
  const gone = ['greenlet', 'python-editor'];
  for (const pin of COURSE) {
    const [name = ''] = pin.split('==');
    expect(names.includes(name)).toBe(!gone.includes(name));
  }
});

test.each(['course', 'current', 'tools'])('every package of %s has one version and a hash', (stack) => {
  for (const { pin, hashes } of requirements(stack)) {
    expect(pin).toMatch(/^[a-z0-9-]+==[\w.]+$/);
    expect(hashes).toBeGreaterThan(0);
  }
});
