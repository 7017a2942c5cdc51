/** xterm.js, loaded when the page is up: the terminal on screen, its size and its links. */
import '@xterm/xterm/css/xterm.css';
import { FitAddon } from '@xterm/addon-fit';
import { WebLinksAddon } from '@xterm/addon-web-links';
import { Terminal, type ILink, type ITheme } from '@xterm/xterm';
import { findLinks, type FoundLink } from './links';
import type { Display } from './session';

export interface TerminalOptions {
  fontFamily: string;
  theme: ITheme;
  screenReader: boolean;
  /** The places that a line of output names. */
  isFile: (path: string) => boolean;
  cwd: () => string;
  onLink: (link: FoundLink) => void;
  onData: (data: string) => void;
  onResize: () => void;
  /** False lets the browser have the key. */
  onKey: (event: KeyboardEvent, hasSelection: boolean) => boolean;
}

export interface MountedTerminal extends Display {
  focus(): void;
  fit(): void;
  setTheme(theme: ITheme): void;
  setScreenReader(on: boolean): void;
  dispose(): void;
}

/** Puts a terminal into `host`. */
export function mountTerminal(host: HTMLElement, options: TerminalOptions): MountedTerminal {
  const terminal = new Terminal({
    convertEol: true,
    cursorBlink: false,
    cursorStyle: 'bar',
    cursorWidth: 2,
    cursorInactiveStyle: 'outline',
    fontFamily: options.fontFamily,
    fontSize: 13,
    lineHeight: 1.25,
    minimumContrastRatio: 4.5,
    overviewRuler: { width: 10 },
    reflowCursorLine: true,
    scrollback: 5000,
    screenReaderMode: options.screenReader,
    theme: options.theme,
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.loadAddon(new WebLinksAddon((_, address) => window.open(address, '_blank', 'noopener')));
  terminal.registerLinkProvider({
    provideLinks: (row, callback) => callback(linksInRow(terminal, row, options)),
  });
  terminal.attachCustomKeyEventHandler((event) => options.onKey(event, terminal.hasSelection()));
  terminal.onData(options.onData);
  terminal.open(host);
  terminal.onResize(options.onResize);
  terminal.textarea?.setAttribute('aria-label', 'Terminal. F6 leaves it.');
  const fitToHost = (): void => {
    // A hidden pane has no size worth fitting to.
    if (host.clientWidth > 0 && host.clientHeight > 0) fit.fit();
  };
  const observer = new ResizeObserver(fitToHost);
  observer.observe(host);
  fitToHost();
  return {
    get columns() {
      return terminal.cols;
    },
    get rows() {
      return terminal.rows;
    },
    write: (text, done) => terminal.write(text, done),
    cursorColumn: () => terminal.buffer.active.cursorX,
    focus: () => terminal.focus(),
    fit: fitToHost,
    setTheme: (theme) => (terminal.options.theme = theme),
    setScreenReader: (on) => (terminal.options.screenReaderMode = on),
    dispose: () => {
      observer.disconnect();
      terminal.dispose();
    },
  };
}

/** Links of one row. A line that wraps is read as a whole, or a long path would be no link. */
function linksInRow(terminal: Terminal, row: number, options: TerminalOptions): ILink[] {
  const buffer = terminal.buffer.active;
  let first = row - 1;
  while (first > 0 && buffer.getLine(first)?.isWrapped) first--;
  let text = '';
  let last = first;
  do {
    text += buffer.getLine(last)?.translateToString(false) ?? '';
    last++;
  } while (buffer.getLine(last)?.isWrapped);
  const at = (index: number): { x: number; y: number } => ({
    x: (index % terminal.cols) + 1,
    y: first + Math.floor(index / terminal.cols) + 1,
  });
  return findLinks(text, options.cwd(), options.isFile)
    .map((link) => ({
      range: { start: at(link.start), end: at(link.end - 1) },
      text: text.slice(link.start, link.end),
      activate: () => options.onLink(link),
    }))
    .filter(({ range }) => range.start.y <= row && range.end.y >= row);
}
