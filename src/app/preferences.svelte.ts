/** How the student likes the page: read once, kept at once, the page's to change. */
import type { Settings } from '../progress/schema';
import type { Scheme } from '../ui/scheme';
import type { PaneStorage } from '../ui/pane-storage';

export class Preferences {
  #settings = $state.raw<Settings>() as Settings;
  #systemDark = $state(false);
  readonly #save: (settings: Settings) => void;

  constructor(settings: Settings, save: (settings: Settings) => void) {
    this.#settings = settings;
    this.#save = save;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    this.#systemDark = dark.matches;
    dark.addEventListener('change', () => (this.#systemDark = dark.matches));
  }

  get current(): Settings {
    return this.#settings;
  }

  /** The colour scheme that results from choice and system. */
  get scheme(): Scheme {
    if (this.#settings.theme !== 'system') return this.#settings.theme;
    return this.#systemDark ? 'dark' : 'light';
  }

  /** Where panes keep their sizes. */
  readonly panes: PaneStorage = {
    getItem: (name) => this.#settings.panes[name] ?? null,
    setItem: (name, value) => this.set({ panes: { ...this.#settings.panes, [name]: value } }),
  };

  set(change: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...change };
    this.#save(this.#settings);
  }
}
