/** A small grammar for Mako, the language of Alembic's `script.py.mako`: Python with `${...}`, `% if` and `<% ... %>`. */
import type { languages } from 'monaco-editor/editor';

const keywords =
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield None True False';

export const mako: languages.IMonarchLanguage = {
  defaultToken: '',
  keywords: keywords.split(' '),
  tokenizer: {
    root: [
      [/^\s*##.*$/, 'comment'],
      [/^\s*%(?!%).*$/, 'tag'],
      [/<%[!a-z]*/, { token: 'tag', next: '@block' }],
      { include: '@python' },
    ],
    block: [[/%>/, { token: 'tag', next: '@pop' }], { include: '@python' }],
    python: [
      [/\$\{/, { token: 'tag', next: '@expression' }],
      [/"""/, { token: 'string', next: '@docstring' }],
      [/#.*$/, 'comment'],
      [/"[^"]*"|'[^']*'/, 'string'],
      [/\d+/, 'number'],
      [/[a-zA-Z_]\w*/, { cases: { '@keywords': 'keyword', '@default': 'identifier' } }],
    ],
    docstring: [
      [/\$\{/, { token: 'tag', next: '@expression' }],
      [/"""/, { token: 'string', next: '@pop' }],
      [/[^"$]+|["$]/, 'string'],
    ],
    expression: [
      [/\}/, { token: 'tag', next: '@pop' }],
      [/[^}]+/, 'variable'],
    ],
  },
};
