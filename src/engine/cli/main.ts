import { readSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Engine } from '../engine';
import { nodeHost } from '../node';
import type { Report } from '../report';
import type { EngineEvent } from '../types';
import { parseArguments, type RunArguments, USAGE, UsageError } from './arguments';
import { readFolder, writeChanges } from './folder';
import { lineReader } from './line-reader';
import { withoutAnsi } from './ansi';

/**
 * The engine's command line.
 * @param root the project's own folder, where the set-up has built public/runtime
 * @returns the exit code: that of the first line that failed, 2 for arguments that make no sense
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  try {
    return await run(parseArguments(args), root);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`stillroom: ${error.message}\n\n${USAGE}`);
    return 2;
  }
}

async function run(options: RunArguments, root: string): Promise<number> {
  const { directory, json } = options;
  if (!(await stat(directory).catch(() => null))?.isDirectory()) {
    throw new UsageError(`${directory} is not a folder`);
  }
  const folder = await readFolder(directory);
  const database = options.database === null ? null : await readIfThere(options.database);

  const output: string[] = [];
  const engine = await startEngine(root, options, (text) => output.push(text));
  let state = await engine.open({ ...folder, database });
  for (const sentence of [state.stack.reason, ...state.stack.unmet])
    process.stderr.write(`stillroom: ${sentence}\n`);

  const commands: Report['commands'] = [];
  const size = { columns: process.stdout.columns || 80, rows: process.stdout.rows || 24 };
  for (const line of options.lines) {
    output.length = 0;
    const result = await engine.run(line, size);
    state = result.state;
    commands.push({
      line,
      exitCode: result.exitCode,
      output: withoutAnsi(output.join('')),
      seconds: result.seconds,
    });
    if (result.exitCode !== 0) break;
  }

  const files = engine.changesSinceOpen();
  await writeChanges(directory, files);
  if (options.database !== null) await writeFile(options.database, (await engine.checkpoint()) ?? '');
  if (json) {
    const report: Report = {
      commands,
      files: {
        changed: files.filter((change) => change.kind === 'written').map((change) => change.path),
        removed: files.filter((change) => change.kind === 'removed').map((change) => change.path),
      },
      database: state.database,
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
  return commands.at(-1)?.exitCode ?? 0;
}

async function startEngine(
  root: string,
  options: RunArguments,
  record: (text: string) => void,
): Promise<Engine> {
  const host = await nodeHost(join(root, 'public/runtime'));
  const emit = (event: EngineEvent): void => {
    if (event.type !== 'output') return;
    record(event.text);
    const stream = event.stream === 'stderr' || options.json ? process.stderr : process.stdout;
    stream.write(event.text);
  };
  return new Engine({
    loadAsset: host.loadAsset,
    versions: host.manifest.versions,
    pyodide: host.pyodide,
    emit,
    isTerminal: process.stdout.isTTY && !options.json,
    readLineSync: lineReader((buffer) => readSync(0, buffer)),
  });
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')) || null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
