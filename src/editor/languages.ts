/** Which of the editor's languages a file is written in, by its name. */

export type Language =
  | 'python'
  | 'pgsql'
  | 'ini'
  | 'mako'
  | 'markdown'
  | 'twig'
  | 'css'
  | 'javascript'
  | 'yaml'
  | 'shell'
  | 'plaintext';

const byName: Record<string, Language> = {
  Pipfile: 'ini',
  'Pipfile.lock': 'javascript',
  Procfile: 'yaml',
  Dockerfile: 'shell',
};

const byExtension: Record<string, Language> = {
  py: 'python',
  pyi: 'python',
  sql: 'pgsql',
  ini: 'ini',
  cfg: 'ini',
  toml: 'ini',
  mako: 'mako',
  md: 'markdown',
  html: 'twig',
  htm: 'twig',
  jinja: 'twig',
  jinja2: 'twig',
  j2: 'twig',
  css: 'css',
  js: 'javascript',
  json: 'javascript',
  yaml: 'yaml',
  yml: 'yaml',
  sh: 'shell',
};

/** Flask's and dotenv's settings are shell assignments. */
const dotenv = /^\.(flask)?env(\.|$)/;

export function languageOf(path: string): Language {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (dotenv.test(name)) return 'shell';
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return byName[name] ?? byExtension[extension] ?? 'plaintext';
}

const words: Record<Language, string> = {
  python: 'Python',
  pgsql: 'SQL',
  ini: 'INI',
  mako: 'Mako',
  markdown: 'Markdown',
  twig: 'HTML with Jinja',
  css: 'CSS',
  javascript: 'JavaScript',
  yaml: 'YAML',
  shell: 'Shell',
  plaintext: 'Text',
};

/** The language as the page names it; where the editor borrows a neighbour's colours, the file's own name. */
export function languageName(path: string): string {
  if (/\.toml$|(^|\/)Pipfile$/.test(path)) return 'TOML';
  if (/\.json$|(^|\/)Pipfile\.lock$/.test(path)) return 'JSON';
  if (dotenv.test(path.slice(path.lastIndexOf('/') + 1))) return 'Environment';
  return words[languageOf(path)];
}
