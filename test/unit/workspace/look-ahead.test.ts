import { beforeEach, describe, expect, test } from 'vitest';
import type { LookOutcome } from '../../../src/engine/client';
import type { Preview, PreviewOutcome } from '../../../src/engine/migration/preview';
import type { RevisionList } from '../../../src/engine/migration/revision';
import { buildView } from '../../../src/engine/migration/view';
import type { EngineState, FileChange } from '../../../src/engine/types';
import type { EngineHandle } from '../../../src/workspace/engine-handle';
import { LookAhead } from '../../../src/workspace/look-ahead.svelte';
import { Machine } from '../../../src/workspace/machine.svelte';
import { noTabs } from '../../../src/workspace/tabs';
import { Workspace } from '../../../src/workspace/workspace.svelte';
import { addColumn, column, createTable, database, dropTable, revision } from '../engine/migration/make';

const state: EngineState = {
  cwd: '/home/student/project',
  exported: {},
  stack: { stack: 'course', reason: '', unmet: [] },
  database: database(['a']),
};
const pathOf = (id: string): string => `migrations/versions/${id}_.py`;
const viewOf = (id: string) =>
  buildView(
    revision([createTable('users')], [dropTable('users')], { revision: id, path: pathOf(id) }),
    id,
    state.database,
  );
const pending = buildView(
  revision([addColumn('users', column('age'))], [], { revision: null }),
  'pending',
  state.database,
);
const list: RevisionList = {
  directory: 'migrations',
  problem: null,
  revisions: [
    {
      ...{ revision: 'a', downRevision: [], dependsOn: [], message: 'a', createDate: '1', path: pathOf('a') },
      ...{ labels: [], isHead: true, error: null },
    },
  ],
};

const error = { type: 'NameError', message: 'x', path: 'app.py', line: 1, sqlstate: null };

describe('the look ahead', () => {
  let workspace: Workspace;
  let machine: Machine;
  let look: LookAhead;
  /** Answers the look that the engine is asked for. */
  let answer: (outcome: PreviewOutcome | 'stop' | Error) => Promise<void>;
  let looks: number;
  let views: string[];
  let told: FileChange[];
  let run: (line: string) => Promise<unknown>;
  let endRun: () => void;

  const settle = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(async () => {
    looks = 0;
    views = [];
    told = [];
    const done = <T>(value: T): Promise<LookOutcome<T>> => Promise.resolve({ type: 'done', value });
    const engine: EngineHandle = {
      open: () => Promise.resolve(state),
      restart: () => Promise.resolve(state),
      write: (changes) => {
        told.push(...changes);
        return Promise.resolve();
      },
      run: () =>
        new Promise((resolve) => {
          endRun = () =>
            resolve({
              type: 'done',
              result: { exitCode: 0, seconds: 0, changes: [], state: structuredClone(state) },
            });
        }),
      input: () => {},
      interrupt: () => {},
      complete: () => done({ from: 0, candidates: [] }),
      revision: (path) => {
        views.push(path ?? '');
        return done(viewOf('a'));
      },
      revisions: () => done(list),
      preview: () => {
        looks += 1;
        return new Promise((resolve, reject) => {
          answer = async (outcome) => {
            if (outcome instanceof Error) reject(outcome);
            else if (outcome === 'stop')
              resolve({
                type: 'stopped',
                state,
                snapshot: { files: [], emptyDirectories: [], database: null },
              });
            else {
              const preview: Preview = {
                outcome,
                beforeInit: false,
                importTrace: null,
                models: [],
                milliseconds: 1,
              };
              resolve({ type: 'done', value: preview });
            }
            await settle();
          };
        });
      },
      prove: () => Promise.resolve({ type: 'interrupted' }),
      checkpoint: () => Promise.resolve(null),
    };
    const files = ['app.py', pathOf('a')].map((path) => ({ path, content: path }));
    workspace = new Workspace('Test', { files, emptyDirectories: [], tabs: noTabs, expanded: [] });
    machine = new Machine(workspace, { database: null, transcript: '', history: [] });
    look = new LookAhead(workspace, machine);
    machine.onsettled = () => void look.look();
    run = (line) => machine.run(line, { columns: 80, rows: 24 });
    await machine.start(engine);
    await settle();
  });

  test('begins when the engine is there, and shows what it finds', async () => {
    expect(look.state.kind).toBe('looking');
    await answer({ kind: 'pending', view: pending });
    expect(look.state.kind).toBe('known');
    expect(look.shown).toMatchObject({ because: 'pending', stale: false, view: { source: 'pending' } });
    expect(look.entries.map((entry) => entry.state)).toEqual(['pending', 'head']);
  });

  test('shows the head where there is nothing to migrate, and an open revision before what is pending', async () => {
    await answer({ kind: 'no-changes' });
    expect(look.shown).toMatchObject({ because: 'head', view: { revision: 'a' } });
    workspace.open(pathOf('a'));
    await settle();
    expect(look.shown?.because).toBe('open-file');
    expect(look.canFix).toBe(true);
  });

  test('keeps the last pending revision, marked stale, while the models cannot be read', async () => {
    await answer({ kind: 'pending', view: pending });
    void look.look();
    await settle();
    await answer({ kind: 'import-failed', error });
    expect(look.shown).toMatchObject({ because: 'pending', stale: true, view: { source: 'pending' } });
    expect(look.problems).toMatchObject([{ path: 'app.py', line: 1 }]);
    void look.look();
    await settle();
    await answer({ kind: 'no-changes' });
    expect(look.shown?.because).toBe('head');
    expect(look.problems).toEqual([]);
  });

  test('looks once more after what changed meanwhile, however often that was', async () => {
    for (let edit = 0; edit < 5; edit++) void look.look();
    expect(looks).toBe(1);
    await answer({ kind: 'no-changes' });
    expect(looks).toBe(2);
    await answer({ kind: 'no-changes' });
    expect(looks).toBe(2);
  });

  test('tells the engine of edits first', async () => {
    await answer({ kind: 'no-changes' });
    workspace.edit('app.py', 'edited');
    void look.look();
    await settle();
    expect(told).toEqual([{ kind: 'written', path: 'app.py', content: 'edited' }]);
  });

  test.each<PreviewOutcome | 'stop'>([{ kind: 'stopped', seconds: 3 }, 'stop'])(
    'leaves code alone that did not come back, until it is edited',
    async (outcome) => {
      await answer(outcome);
      expect(look.state).toMatchObject({ preview: { outcome: { kind: 'stopped' } } });
      void look.look();
      await settle();
      expect(looks).toBe(1);
      workspace.edit('app.py', 'another');
      look.edited();
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(looks).toBe(2);
      await answer(outcome);
      // A command may change it just as well.
      workspace.applyFromEngine([{ kind: 'removed', path: 'app.py' }]);
      void look.look();
      await settle();
      expect(looks).toBe(3);
    },
  );

  test('says our own failures in the terminal, and does not try again by itself', async () => {
    await answer(new Error('out of order'));
    expect(machine.transcript.text).toContain('out of order');
    void look.look();
    await settle();
    expect(looks).toBe(1);
  });

  test('pauses while a program runs, keeps what it saw, and looks when it has ended', async () => {
    await answer({ kind: 'pending', view: pending });
    const running = run('flask db upgrade');
    await settle();
    expect(look.state).toEqual({ kind: 'paused', line: 'flask db upgrade' });
    expect(look.shown?.because).toBe('pending');
    expect(look.canFix).toBe(false);
    await look.look();
    expect(looks).toBe(1);
    endRun();
    await running;
    await settle();
    expect(looks).toBe(2);
  });

  test('reads a revision again only when it, its neighbours or the database have changed', async () => {
    await answer({ kind: 'no-changes' });
    expect(views).toEqual([pathOf('a')]);
    workspace.edit('app.py', 'edited');
    void look.look();
    await settle();
    await answer({ kind: 'no-changes' });
    expect(views).toHaveLength(1);
    workspace.edit(pathOf('a'), 'edited');
    void look.look();
    await settle();
    await answer({ kind: 'no-changes' });
    expect(views).toHaveLength(2);
  });

  test('lights up what belongs to a line of the revision in the editor', async () => {
    await answer({ kind: 'pending', view: pending });
    look.highlight('up:1');
    expect(look.highlighted).toContain('up-sql:1');
    look.highlight(null);
    expect(look.highlighted.size).toBe(0);
  });
});
