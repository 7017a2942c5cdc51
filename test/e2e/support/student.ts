import { withoutAnsi } from '../../../src/engine/cli/ansi';
import type { SavedWorkspace } from '../../../src/progress/schema';
import type { Tab } from './tab';

const WHILE_STARTING = { timeout: 90_000 };

/** Someone at the page who types command lines and looks at what comes of them. */
export class Student {
  constructor(readonly tab: Tab) {}

  /** Opens the page (an address below the one under test) and waits until commands can run. */
  async open(address: string): Promise<void> {
    await this.tab.goto(address);
    await this.ready();
  }

  /** Waits until the engine stands and everything is saved. */
  async ready(): Promise<void> {
    await this.tab.waitForSelector('[data-engine="ready"]', WHILE_STARTING);
    await this.tab.waitForSelector('[data-saved="saved"]', WHILE_STARTING);
  }

  /** Types a command line into the terminal; gives what it printed, up to the next prompt. */
  async run(line: string): Promise<string> {
    const before = await this.transcript();
    await this.tab.click('.xterm-screen');
    await this.tab.keyboard.type(`${line}\n`);
    for (;;) {
      await this.ready();
      const added = withoutAnsi((await this.transcript()).slice(before.length));
      const start = added.indexOf(`$ ${lastLine(line)}\n`);
      // The work is saved some moments after the prompt is back.
      if (start >= 0 && (await this.isIdle())) return added.slice(start + lastLine(line).length + 3);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The work as the browser keeps it: what a reload brings back. Nothing is kept of a workspace that nobody has touched. */
  saved(): Promise<SavedWorkspace | undefined> {
    return this.tab.evaluate(readSaved, 'course-app');
  }

  /** The text of a file of the workspace, as saved. */
  async file(path: string): Promise<string> {
    const file = (await this.saved())?.contents.files.find((each) => each.path === path);
    if (typeof file?.content !== 'string') throw new Error(`${path} is not in the workspace`);
    return file.content;
  }

  /** The words on the page below `selector`. */
  text(selector: string): Promise<string> {
    return this.tab.evaluate(
      (query) =>
        [...document.querySelectorAll(query)].map((node) => (node as HTMLElement).innerText).join('\n'),
      selector,
    );
  }

  private async transcript(): Promise<string> {
    return (await this.saved())?.memory.transcript ?? '';
  }

  private isIdle(): Promise<boolean> {
    return this.tab.evaluate((query) => document.querySelector(query) !== null, '[data-saved="saved"]');
  }
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

/** Runs in the page. */
function readSaved(id: string): Promise<SavedWorkspace | undefined> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('stillroom');
    open.onerror = () => reject(new Error('IndexedDB cannot be opened'));
    open.onsuccess = () => {
      const database = open.result;
      const request = database.transaction('workspaces').objectStore('workspaces').get(id);
      request.onerror = () => reject(new Error('the saved work cannot be read'));
      request.onsuccess = () => {
        database.close();
        resolve(request.result as SavedWorkspace | undefined);
      };
    };
  });
}
