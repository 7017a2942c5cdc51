/** The terminal's sixteen colours in both colour schemes. */
import type { ITheme } from '@xterm/xterm';
import { colors, type Scheme } from '../ui/scheme';

const light: ITheme = {
  black: '#24211d',
  red: '#a8231d',
  green: '#39702f',
  yellow: '#8a5a00',
  blue: '#28598f',
  magenta: '#8a3a7d',
  cyan: '#0d6672',
  white: '#6b645a',
  brightBlack: '#6b645a',
  brightRed: '#a8231d',
  brightGreen: '#39702f',
  brightYellow: '#8a5a00',
  brightBlue: '#28598f',
  brightMagenta: '#8a3a7d',
  brightCyan: '#0d6672',
  brightWhite: '#24211d',
};

const dark: ITheme = {
  black: '#4a453f',
  red: '#f0857c',
  green: '#9cc48a',
  yellow: '#e0b767',
  blue: '#8fb7e0',
  magenta: '#d79ccb',
  cyan: '#7fc6cc',
  white: '#d8d2c9',
  brightBlack: '#a0978b',
  brightRed: '#f7a29b',
  brightGreen: '#b5d8a5',
  brightYellow: '#edcb8a',
  brightBlue: '#aecbea',
  brightMagenta: '#e6b8dd',
  brightCyan: '#a1dadf',
  brightWhite: '#f4efe8',
};

/** The terminal's theme in a scheme. */
export function terminalTheme(scheme: Scheme): ITheme {
  const { surface, ink, accent, selection } = colors[scheme];
  const shade = scheme === 'dark' ? '#ffffff' : '#000000';
  return {
    ...(scheme === 'dark' ? dark : light),
    background: surface,
    foreground: ink,
    cursor: accent,
    cursorAccent: surface,
    selectionBackground: selection,
    overviewRulerBorder: surface,
    scrollbarSliderBackground: `${shade}22`,
    scrollbarSliderHoverBackground: `${shade}38`,
    scrollbarSliderActiveBackground: `${shade}50`,
  };
}
