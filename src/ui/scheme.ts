/** The colour scheme that is in effect. */
export type Scheme = 'light' | 'dark';

/** The page's main colours for parts that draw by themselves and cannot read a CSS variable (src/app/styles/theme.css). */
export interface Colors {
  surface: string;
  ink: string;
  ink2: string;
  accent: string;
  selection: string;
}

export const colors: Record<Scheme, Colors> = {
  light: { surface: '#fdfcfa', ink: '#24211d', ink2: '#625b52', accent: '#9a4b17', selection: '#ecd9c6' },
  dark: { surface: '#1d1c1a', ink: '#e8e3db', ink2: '#aaa196', accent: '#e2935a', selection: '#4f4134' },
};
