import { describe, expect, it } from 'vitest';
import { languageName, languageOf } from '../../../src/editor/languages';

describe('the language of a file', () => {
  it.each([
    ['app/models.py', 'python', 'Python'],
    ['migrations/script.py.mako', 'mako', 'Mako'],
    ['migrations/alembic.ini', 'ini', 'INI'],
    ['pyproject.toml', 'ini', 'TOML'],
    ['Pipfile', 'ini', 'TOML'],
    ['.flaskenv', 'shell', 'Environment'],
    ['.env.local', 'shell', 'Environment'],
    ['app/templates/index.html', 'twig', 'HTML with Jinja'],
    ['requirements.txt', 'plaintext', 'Text'],
    ['data.sql', 'pgsql', 'SQL'],
  ])('%s', (path, language, name) => {
    expect(languageOf(path)).toBe(language);
    expect(languageName(path)).toBe(name);
  });
});
