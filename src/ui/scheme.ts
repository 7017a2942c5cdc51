/** The colour scheme that is in effect. */
export type Scheme = 'light' | 'dark';
