import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandResult, EngineState } from '../../../src/engine/types';
import { Session, type Display } from '../../../src/terminal/session';
import type { EngineHandle } from '../../../src/workspace/engine-handle';
import { Machine } from '../../../src/workspace/machine.svelte';
import { noTabs } from '../../../src/workspace/tabs';
import { Workspace } from '../../../src/workspace/workspace.svelte';

const state: EngineState = {
  cwd: '/home/student/project',
  exported: {},
  stack: { stack: 'course', reason: 'Stack course.', unmet: [] },
  database: { heads: [], schemas: [] },
};
const result = (exitCode: number): CommandResult => ({ exitCode, seconds: 0, changes: [], state });

/** A screen of which only the text and the cursor's column matter. */
class Paper implements Display {
  columns = 80;
  rows = 24;
  text = '';
  write(text: string, done?: () => void): void {
    this.text += text;
    done?.();
  }
  cursorColumn(): number {
    return this.text === '' || /[\n\r]$/.test(this.text) ? 0 : 1;
  }
  /** What is left when the drawing is taken away. */
  get plain(): string {
    // eslint-disable-next-line no-control-regex -- control sequences are what is taken away
    return this.text.replace(/\x1b\[[0-9;?]*[a-zA-Z]/g, '');
  }
}

describe('the terminal session', () => {
  let paper: Paper;
  let machine: Machine;
  let session: Session;
  let ran: string[];
  let end: (exitCode: number) => void;
  let answers: (string | null)[];
  let interrupted: number;

  const settle = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(async () => {
    ran = [];
    answers = [];
    interrupted = 0;
    const engine: EngineHandle = {
      open: () => Promise.resolve(state),
      restart: () => Promise.resolve(state),
      write: () => Promise.resolve(),
      run: (line) => {
        ran.push(line);
        return new Promise((resolve) => {
          end = (exitCode) => resolve({ type: 'done', result: result(exitCode) });
        });
      },
      input: (text) => answers.push(text),
      interrupt: () => interrupted++,
      complete: () => Promise.resolve({ type: 'done', value: { from: 9, candidates: ['migrate'] } }),
      revision: () => Promise.resolve({ type: 'done', value: null }),
      revisions: () =>
        Promise.resolve({ type: 'done', value: { directory: null, revisions: [], problem: null } }),
      prove: () => Promise.resolve({ type: 'interrupted' }),
      preview: () => Promise.reject(new Error('nobody looks ahead here')),
      checkpoint: () => Promise.resolve(null),
    };
    const workspace = new Workspace('Test', { files: [], emptyDirectories: [], tabs: noTabs, expanded: [] });
    machine = new Machine(workspace, { database: null, transcript: '', history: [] });
    paper = new Paper();
    session = new Session(paper, machine);
    session.begin();
    machine.link(session);
    await machine.start(engine);
    paper.text = '';
  });

  it('runs a line and shows the prompt again', async () => {
    session.type('flask db init\r');
    await settle();
    expect(ran).toEqual(['flask db init']);
    machine.receive({ type: 'output', stream: 'stdout', text: 'done\n' });
    end(0);
    await settle();
    expect(paper.plain).toMatch(/done\nstudent:~\/project\$ $/);
    expect(machine.history).toEqual(['flask db init']);
  });

  it('asks for the rest of an unfinished command', async () => {
    session.type('cat <<EOF\rone\rEOF\r');
    await settle();
    expect(ran).toEqual(['cat <<EOF\none\nEOF']);
    expect(paper.plain).toContain('> one');
  });

  it('keeps what is typed while a command runs, for the next prompt', async () => {
    session.type('ls\rpwd\r');
    await settle();
    expect(ran).toEqual(['ls']);
    end(0);
    await settle();
    expect(ran).toEqual(['ls', 'pwd']);
  });

  it('runs each line of a paste, one after the other', async () => {
    session.type('\x1b[200~ls\npwd\n\x1b[201~');
    await settle();
    end(0);
    await settle();
    expect(ran).toEqual(['ls', 'pwd']);
  });

  it('answers a program that asks, and shows nothing of a secret', async () => {
    session.type('python ask.py\r');
    await settle();
    machine.receive({ type: 'input', secret: false });
    session.type('blue\r');
    machine.receive({ type: 'input', secret: true });
    session.type('hidden\r');
    machine.receive({ type: 'input', secret: false });
    session.type('\x04');
    expect(answers).toEqual(['blue\n', 'hidden\n', null]);
    expect(paper.plain).toContain('blue');
    expect(paper.plain).not.toContain('hidden');
    expect(machine.transcript.text).not.toContain('hidden');
  });

  it('interrupts what runs, and forgets what was typed ahead', async () => {
    session.type('sleep 9\rls\r');
    await settle();
    session.type('\x03');
    expect(interrupted).toBe(1);
    end(130);
    await settle();
    expect(ran).toEqual(['sleep 9']);
  });

  it('completes with Tab', async () => {
    session.type('flask db m\t');
    await settle();
    session.type('\r');
    await settle();
    expect(ran).toEqual(['flask db migrate ']);
  });

  it('gives a note a line of its own above what is being typed', async () => {
    session.type('fl');
    machine.note('Stack course.');
    await settle();
    expect(paper.plain).toMatch(/Stack course\.\nstudent:~\/project\$ fl$/);
  });
});
