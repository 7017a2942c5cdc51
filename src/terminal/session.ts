/**
 * Between keys and the machine: what is typed becomes a line, a line becomes a command or an answer, and what programs
 * print is shown around it. The decisions are in the pure files beside this one; here are the effects.
 */
import type { Machine } from '../workspace/machine.svelte';
import { aside, type Screen } from '../workspace/machine-types';
import { positionAfter } from './cells';
import { completeLine, listChoices } from './completion';
import { redraw, rubOut, type Drawn } from './draw';
import { searchPrompt } from './history-search';
import { decodeKeys, typePaste, type Key } from './keys';
import { emptyLine, insert, press, type Effect, type Line } from './line-editor';
import { continuationPrompt, plainPrompt, shellPrompt, type Prompt } from './prompt';
import { needsMore } from '../engine/shell/parse';
import { wrapWords } from './wrap';

/** What the session needs of a terminal on screen. */
export interface Display {
  readonly columns: number;
  readonly rows: number;
  /** `done` is called when the text is on screen. */
  write(text: string, done?: () => void): void;
  /** Cells left of the cursor. */
  cursorColumn(): number;
}

type Mode =
  | { kind: 'prompt' }
  /** A command runs, or waits for the engine, or the prompt is on its way: keys wait. */
  | { kind: 'busy' }
  /** A program asks for a line. */
  | { kind: 'asked'; secret: boolean };

/** Forgets the screen and what was scrolled off it. */
const clearScreen = '\x1b[H\x1b[2J\x1b[3J';

export class Session implements Screen {
  #mode: Mode = { kind: 'busy' };
  #line: Line = emptyLine;
  #drawn: Drawn = { start: 0, cursorRow: 0 };
  /** The lines of an unfinished command, above the one being typed. */
  #above: string[] = [];
  /** Keys typed while nobody could take them. */
  #ahead: Key[] = [];
  #lastWasTab = false;
  readonly #display: Display;
  readonly #machine: Machine;

  constructor(display: Display, machine: Machine) {
    this.#display = display;
    this.#machine = machine;
  }

  /** Shows what was printed before, and the prompt. */
  begin(): void {
    this.#display.write('\x1b[?2004h');
    if (this.#machine.transcript.text !== '') this.#display.write(this.#machine.transcript.text);
    this.#showPrompt();
  }

  /** Takes what xterm.js sends for keys and pastes. */
  type(data: string): void {
    for (const key of decodeKeys(data)) this.#take(key);
  }

  /** Runs a command line as if it had been typed. */
  enter(command: string): void {
    this.#take({ type: 'paste', text: `${command}\n` });
  }

  write(text: string): void {
    if (this.#mode.kind !== 'prompt') return this.#display.write(text);
    this.#display.write(rubOut(this.#drawn) + text);
    this.#showPrompt(this.#line);
  }

  note(text: string): void {
    const line = `${aside(wrapWords(text, this.#display.columns))}\n`;
    if (this.#mode.kind !== 'prompt') return this.#display.write(line);
    this.#display.write(rubOut(this.#drawn) + line);
    this.#showPrompt(this.#line);
  }

  clear(): void {
    this.#display.write(clearScreen);
  }

  ask(secret: boolean): void {
    // The program's question must be on screen before its end can be measured.
    this.#display.write('', () => {
      this.#mode = { kind: 'asked', secret };
      this.#line = { ...emptyLine, killed: this.#line.killed };
      this.#drawn = { start: this.#display.cursorColumn(), cursorRow: 0 };
      this.#takeAhead();
    });
  }

  /** The terminal has another width: what is typed is laid out anew. */
  resized(): void {
    if (this.#mode.kind === 'busy') return;
    const { text, cursor } = this.#shown();
    const { row } = positionAfter(text.slice(0, cursor), this.#drawn.start, this.#display.columns);
    this.#drawn = { ...this.#drawn, cursorRow: row };
    this.#draw();
  }

  /** Ctrl-C, from the keyboard or the Stop button. */
  interrupt(): void {
    this.#ahead = [];
    if (this.#mode.kind === 'prompt') return this.#abandonLine();
    this.#display.write('^C\r\n');
    this.#machine.transcript.append('^C\n');
    this.#mode = { kind: 'busy' };
    this.#machine.interrupt();
  }

  #take(key: Key): void {
    if (key.type === 'paste') {
      for (const typed of typePaste(key.text)) this.#take(typed);
      return;
    }
    if (this.#mode.kind === 'busy') {
      if (key.type === 'key' && key.name === 'interrupt') this.interrupt();
      else this.#ahead.push(key);
      return;
    }
    const history = this.#mode.kind === 'prompt' ? this.#machine.history : [];
    if (key.type === 'text') {
      this.#line = insert(this.#line, key.text, history);
      this.#lastWasTab = false;
      return this.#draw();
    }
    const before = this.#line;
    const { line, effect } = press(before, key.name, history);
    this.#line = line;
    if (effect?.type === 'submit') this.#leaveLine({ ...before, search: null });
    else this.#draw(before.search !== null);
    if (effect) this.#carryOut(effect);
    this.#lastWasTab = key.name === 'tab';
  }

  #carryOut(effect: Effect): void {
    switch (effect.type) {
      case 'submit':
        return this.#submit(effect.text);
      case 'interrupt':
        return this.interrupt();
      case 'end':
        return this.#end();
      case 'complete':
        void this.#complete(this.#lastWasTab);
        return;
      case 'clear':
        this.#display.write(clearScreen);
        this.#showPrompt(this.#line);
        return;
      case 'bell':
        return this.#display.write('\x07');
    }
  }

  #submit(text: string): void {
    if (this.#mode.kind === 'asked') return this.#answer(text);
    this.#machine.transcript.append(`${this.#prompt().text}${text}\n`);
    const command = [...this.#above, text].join('\n');
    if (needsMore(command)) {
      this.#above.push(text);
      return this.#showPrompt();
    }
    this.#above = [];
    if (command.trim() === '') return this.#showPrompt();
    void this.#run(command);
  }

  async #run(command: string): Promise<void> {
    this.#mode = { kind: 'busy' };
    if (this.#machine.status.kind === 'starting' || this.#machine.status.kind === 'restarting')
      this.note('Runs as soon as the engine has started.');
    const ended = await this.#machine.run(command, {
      columns: this.#display.columns,
      rows: this.#display.rows,
    });
    if (ended.kind === 'lost') this.note(ended.message);
    this.#showPrompt();
  }

  #answer(text: string): void {
    const secret = this.#mode.kind === 'asked' && this.#mode.secret;
    this.#machine.transcript.append(secret ? '\n' : `${text}\n`);
    this.#mode = { kind: 'busy' };
    this.#machine.answer(`${text}\n`);
  }

  /** Ctrl-D on an empty line. */
  #end(): void {
    if (this.#mode.kind === 'asked') {
      this.#mode = { kind: 'busy' };
      this.#display.write('\r\n');
      this.#machine.answer(null);
    } else if (this.#above.length > 0) this.#abandonLine();
    else this.enter('exit');
  }

  #abandonLine(): void {
    this.#above = [];
    this.#display.write('^C\r\n');
    this.#showPrompt();
  }

  async #complete(again: boolean): Promise<void> {
    if (this.#mode.kind !== 'prompt') {
      this.#display.write('\x07');
      return;
    }
    const asked = this.#line;
    const found = await this.#machine.ask.complete(asked.text, asked.cursor);
    // Whoever typed on meanwhile has no more use for the answer.
    if (this.#line !== asked) return;
    const { line, choices } = completeLine(asked, found);
    this.#line = line;
    if (choices.length > 0 && again) {
      this.#leaveLine(line);
      this.#display.write(`${listChoices(choices, this.#display.columns)}\n`);
      this.#showPrompt(line);
    } else if (line === asked) this.#display.write('\x07');
    else this.#draw();
  }

  /** Goes below the line, as Enter does. */
  #leaveLine(line: Line): void {
    this.#draw(true, { ...line, cursor: line.text.length });
    this.#display.write('\r\n');
  }

  #showPrompt(line: Line = { ...emptyLine, killed: this.#line.killed }): void {
    this.#mode = { kind: 'busy' };
    // Output that does not end its line would stand before the prompt; only what is on screen can be measured.
    this.#display.write('', () => {
      this.#mode = { kind: 'prompt' };
      this.#line = line;
      if (this.#display.cursorColumn() > 0) this.#display.write('\r\n');
      this.#drawn = { start: 0, cursorRow: 0 };
      this.#draw(true);
      this.#takeAhead();
    });
  }

  #takeAhead(): void {
    while (this.#ahead.length > 0 && this.#mode.kind !== 'busy') {
      const key = this.#ahead.shift();
      if (key) this.#take(key);
    }
  }

  #prompt(): Prompt {
    return this.#above.length > 0 ? continuationPrompt : shellPrompt(this.#machine.cwd);
  }

  /** What the student sees of a line: nothing of a secret. */
  #shown(line: Line = this.#line): Line {
    return this.#mode.kind === 'asked' && this.#mode.secret ? { ...line, text: '', cursor: 0 } : line;
  }

  #draw(withPrompt = false, line: Line = this.#line): void {
    const searching = line.search ? plainPrompt(searchPrompt(line.search)) : null;
    const prompt = searching ?? (withPrompt && this.#mode.kind === 'prompt' ? this.#prompt() : undefined);
    const { output, drawn } = redraw(this.#drawn, this.#shown(line), this.#display.columns, prompt);
    this.#drawn = drawn;
    this.#display.write(output);
  }
}
