/** The editor's colours, light and dark, on the page's grounds. */
import type { editor } from 'monaco-editor/editor';
import { colors, type Scheme } from '../ui/scheme';

interface Palette {
  faint: string;
  comment: string;
  string: string;
  number: string;
  type: string;
  line: string;
}

const light: Palette = {
  faint: '#b3aa9d',
  comment: '#736b61',
  string: '#39702f',
  number: '#0d6672',
  type: '#28598f',
  line: '#f5f2ec',
};

const dark: Palette = {
  faint: '#5f584f',
  comment: '#968d81',
  string: '#a9cb98',
  number: '#7fc6cc',
  type: '#8fb7e0',
  line: '#232220',
};

/** Monaco's names for the two themes. */
export const themeName: Record<Scheme, string> = { light: 'stillroom-light', dark: 'stillroom-dark' };

export const themes: Record<Scheme, editor.IStandaloneThemeData> = {
  light: theme('vs', 'light', light),
  dark: theme('vs-dark', 'dark', dark),
};

function theme(base: 'vs' | 'vs-dark', scheme: Scheme, p: Palette): editor.IStandaloneThemeData {
  const { surface, ink, accent, selection } = colors[scheme];
  const rule = (token: string, color: string, fontStyle?: string): editor.ITokenThemeRule => ({
    token,
    foreground: color.slice(1),
    ...(fontStyle === undefined ? {} : { fontStyle }),
  });
  return {
    base,
    inherit: true,
    rules: [
      rule('', ink),
      rule('comment', p.comment, 'italic'),
      rule('keyword', accent),
      rule('string', p.string),
      rule('string.escape', p.number),
      // Monaco's own themes colour SQL apart.
      rule('string.sql', p.string),
      rule('operator.sql', accent),
      rule('predefined.sql', p.type),
      rule('number', p.number),
      rule('tag', accent),
      rule('tag.id', accent),
      rule('metatag', accent),
      rule('type', p.type),
      rule('variable', p.type),
      rule('attribute.name', p.type),
      rule('attribute.value', p.string),
      rule('predefined', p.type),
      rule('delimiter', ink),
      rule('operator', ink),
    ],
    colors: {
      'editor.background': surface,
      'editor.foreground': ink,
      'editorLineNumber.foreground': p.comment,
      'editorLineNumber.dimmedForeground': p.comment,
      'editorLineNumber.activeForeground': ink,
      'editor.lineHighlightBackground': p.line,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': selection,
      'editorCursor.foreground': accent,
      'editorIndentGuide.background1': p.line,
      'editorIndentGuide.activeBackground1': p.faint,
      'editorWidget.background': p.line,
      'editorHoverWidget.foreground': ink,
      'textLink.foreground': accent,
      'textLink.activeForeground': accent,
      'editorOverviewRuler.border': '#00000000',
      focusBorder: accent,
    },
  };
}
