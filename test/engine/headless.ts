import { join } from 'node:path';
import type { PyodideAPI } from 'pyodide';
import { Engine } from '../../src/engine/engine';
import { nodeHost } from '../../src/engine/node';
import type { EngineEvent, EngineState, FileChange, WorkspaceFile } from '../../src/engine/types';

const SIZE = { columns: 80, rows: 24 };

/** The engine as a program that is no terminal meets it: standard input is empty, outputs come in one piece. */
export interface Headless {
  engine: Engine;
  /** Takes up a workspace with these files and an empty database. */
  open(files: WorkspaceFile[]): Promise<EngineState>;
  run(line: string): Promise<{ line: string; exitCode: number; output: string; state: EngineState }>;
  /** What a test does when something happens in the engine. */
  onEvent: (event: EngineEvent) => void;
  /** The interpreters that were started so far. */
  readonly interpreters: readonly PyodideAPI[];
  /** The files that were written and removed since `open`. */
  files(): { changed: Record<string, string>; removed: string[] };
}

export async function startHeadless(): Promise<Headless> {
  const host = await nodeHost(join(import.meta.dirname, '../../public/runtime'));
  let output = '';
  const interpreters: PyodideAPI[] = [];
  const engine = new Engine({
    loadAsset: host.loadAsset,
    versions: host.manifest.versions,
    pyodide: {
      load: async (...options) => {
        const python = await host.pyodide.load(...options);
        interpreters.push(python);
        return python;
      },
    },
    isTerminal: false,
    readLineSync: () => null,
    emit: (event) => {
      if (event.type === 'output') output += event.text;
      headless.onEvent(event);
    },
  });
  const headless: Headless = {
    engine,
    interpreters,
    onEvent: () => {},
    open: (files) => engine.open({ files, emptyDirectories: [], database: null }),
    run: async (line) => {
      output = '';
      const { exitCode, state } = await engine.run(line, SIZE);
      return { line, exitCode, output, state };
    },
    files: () => contents(engine.changesSinceOpen()),
  };
  return headless;
}

function contents(changes: readonly FileChange[]): ReturnType<Headless['files']> {
  const changed: Record<string, string> = {};
  const removed: string[] = [];
  for (const change of changes) {
    if (change.kind === 'removed') removed.push(change.path);
    else if (change.kind === 'written') changed[change.path] = textOf(change.content);
  }
  return { changed, removed };
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
