/** The terminal's colours in both colour schemes. Ground and ink come from the page's own variables. */
import type { ITheme } from '@xterm/xterm';
import type { Scheme } from '../ui/scheme';

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

/** Reads ground, ink and selection from the element's computed style, so that there is one place for them. */
export function terminalTheme(scheme: Scheme, style: CSSStyleDeclaration): ITheme {
  const ink = style.color;
  return {
    ...(scheme === 'dark' ? dark : light),
    background: style.backgroundColor,
    foreground: ink,
    cursor: style.caretColor,
    cursorAccent: style.backgroundColor,
    selectionBackground: scheme === 'dark' ? '#5b4a3c' : '#ecd9c6',
    scrollbarSliderBackground: scheme === 'dark' ? '#ffffff22' : '#00000022',
    scrollbarSliderHoverBackground: scheme === 'dark' ? '#ffffff38' : '#00000038',
    scrollbarSliderActiveBackground: scheme === 'dark' ? '#ffffff50' : '#00000050',
  };
}
