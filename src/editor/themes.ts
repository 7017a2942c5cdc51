/** The editor's colours, light and dark; the grounds are those of the page's variables. */
import type { editor } from 'monaco-editor/editor';
import type { Scheme } from '../ui/scheme';

interface Palette {
  ground: string;
  ink: string;
  faint: string;
  comment: string;
  keyword: string;
  string: string;
  number: string;
  type: string;
  selection: string;
  line: string;
}

const light: Palette = {
  ground: '#fdfcfa',
  ink: '#24211d',
  faint: '#b3aa9d',
  comment: '#736b61',
  keyword: '#9a4b17',
  string: '#39702f',
  number: '#0d6672',
  type: '#28598f',
  selection: '#ecd9c6',
  line: '#f5f2ec',
};

const dark: Palette = {
  ground: '#1d1c1a',
  ink: '#e8e3db',
  faint: '#5f584f',
  comment: '#968d81',
  keyword: '#e2935a',
  string: '#a9cb98',
  number: '#7fc6cc',
  type: '#8fb7e0',
  selection: '#4f4134',
  line: '#232220',
};

/** Monaco's names for the two themes. */
export const themeName: Record<Scheme, string> = { light: 'stillroom-light', dark: 'stillroom-dark' };

export const themes: Record<Scheme, editor.IStandaloneThemeData> = {
  light: theme('vs', light),
  dark: theme('vs-dark', dark),
};

function theme(base: 'vs' | 'vs-dark', p: Palette): editor.IStandaloneThemeData {
  const rule = (token: string, color: string, fontStyle?: string): editor.ITokenThemeRule => ({
    token,
    foreground: color.slice(1),
    ...(fontStyle === undefined ? {} : { fontStyle }),
  });
  return {
    base,
    inherit: true,
    rules: [
      rule('', p.ink),
      rule('comment', p.comment, 'italic'),
      rule('keyword', p.keyword),
      rule('string', p.string),
      rule('string.escape', p.number),
      rule('number', p.number),
      rule('tag', p.keyword),
      rule('tag.id', p.keyword),
      rule('metatag', p.keyword),
      rule('type', p.type),
      rule('variable', p.type),
      rule('attribute.name', p.type),
      rule('attribute.value', p.string),
      rule('predefined', p.type),
      rule('delimiter', p.ink),
      rule('operator', p.ink),
    ],
    colors: {
      'editor.background': p.ground,
      'editor.foreground': p.ink,
      'editorLineNumber.foreground': p.comment,
      'editorLineNumber.dimmedForeground': p.comment,
      'editorLineNumber.activeForeground': p.ink,
      'editor.lineHighlightBackground': p.line,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': p.selection,
      'editorCursor.foreground': p.keyword,
      'editorIndentGuide.background1': p.line,
      'editorIndentGuide.activeBackground1': p.faint,
      'editorWidget.background': p.line,
      'editorOverviewRuler.border': '#00000000',
      focusBorder: p.keyword,
    },
  };
}
