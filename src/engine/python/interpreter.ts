import { loadPyodide, type PyodideAPI } from 'pyodide';
import type { AssetName, LoadAsset } from '../assets';
import { addFile, openArchive, unpackWhole } from '../files/archive';
import { type DirectoryNode, bytesOf, directoryNode } from '../files/file-tree';
import type { StackName } from '../types';
import { type EmscriptenFS, mountTree } from './mount';

const PREFIX = '/usr/local/lib/python3.14';
const SITE_PACKAGES = `${PREFIX}/site-packages`;
/** Where our own Python lies. Not under the prefix: no traceback should take it for the student's. */
const ENGINE = '/usr/local/lib/stillroom';

/** How this host gets at Pyodide's own files: by path in Node, by bytes in the worker. */
export interface PyodideHost {
  /** Runs loadPyodide with what it fetches served from the assets. */
  load(loadAsset: LoadAsset, options: NonNullable<Parameters<typeof loadPyodide>[0]>): Promise<PyodideAPI>;
}

export interface InterpreterOptions {
  stack: StackName;
  loadAsset: LoadAsset;
  host: PyodideHost;
  /** Trees to show to Python, by mount point. */
  mounts: Record<string, DirectoryNode>;
  env: Record<string, string>;
  /** Another interpreter of the stack, whose packages this one looks at as well, instead of unpacking them anew. */
  beside?: Interpreter;
}

/** What Python finds on its path: the packages with their sources, and our own modules. */
interface Libraries {
  library: DirectoryNode;
  engine: DirectoryNode;
  sources: SourceShelf;
}

/** A function of Python's as JavaScript holds it. */
interface PythonFunction {
  (...args: unknown[]): unknown;
  /** The same, in a way that lets the function wait for promises. */
  callPromising(...args: unknown[]): Promise<unknown>;
}

/** One CPython with one stack's packages. */
export class Interpreter {
  private constructor(
    readonly stack: StackName,
    readonly pyodide: PyodideAPI,
    private readonly libraries: Libraries,
    private readonly hashSeed: string,
  ) {}

  /** Where the packages' sources go when they have arrived. */
  get sources(): SourceShelf {
    return this.libraries.sources;
  }

  static async boot(options: InterpreterOptions): Promise<Interpreter> {
    const { stack, loadAsset, host } = options;
    const hashSeed = options.beside?.hashSeed ?? newHashSeed();
    const env = { ...options.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: hashSeed };
    const [pyodide, libraries] = await Promise.all([
      host.load(loadAsset, { env, checkAPIVersion: true }),
      options.beside?.libraries ?? unpackLibraries(stack, loadAsset),
    ]);
    const fs = pyodide.FS as unknown as EmscriptenFS;
    mountTree(fs, PREFIX, libraries.library, { readOnly: true });
    mountTree(fs, ENGINE, libraries.engine, { readOnly: true });
    for (const [mountpoint, root] of Object.entries(options.mounts)) mountTree(fs, mountpoint, root);
    pyodide.runPython(
      `import sys; sys.path[:] = [p for p in sys.path if p and not p.endswith("site-packages")] + [${JSON.stringify(SITE_PACKAGES)}, ${JSON.stringify(ENGINE)}]`,
    );
    return new Interpreter(stack, pyodide, libraries, hashSeed);
  }

  /**
   * Calls a function of one of our Python modules. Arguments and result are plain data (JSON's shapes).
   * Where the host can suspend WebAssembly, the function may wait for promises with `run_sync`.
   */
  async call<T>(module: string, name: string, ...args: unknown[]): Promise<T> {
    const { callable, converted } = this.#prepare(module, name, args);
    try {
      const result = jspi() ? await callable.callPromising(...converted) : callable(...converted);
      return this.#plain(result) as T;
    } finally {
      this.#free([...converted, callable]);
    }
  }

  /** The same without giving anything else a turn before the function has come back: it cannot wait. */
  callSync(module: string, name: string, ...args: unknown[]): unknown {
    const { callable, converted } = this.#prepare(module, name, args);
    try {
      return this.#plain(callable(...converted));
    } finally {
      this.#free([...converted, callable]);
    }
  }

  #prepare(
    module: string,
    name: string,
    args: unknown[],
  ): { callable: PythonFunction; converted: unknown[] } {
    const callable = this.pyodide.pyimport(`${module}.${name}`) as PythonFunction;
    return { callable, converted: args.map((arg): unknown => this.pyodide.toPy(arg)) };
  }

  #free(values: readonly unknown[]): void {
    try {
      for (const value of values) if (value instanceof this.pyodide.ffi.PyProxy) value.destroy();
    } catch {
      // The call has killed the interpreter, which is what its caller is being told; there is nothing left to free.
    }
  }

  /** Makes `object` importable from Python under `name`. */
  registerJsModule(name: string, object: object): void {
    this.pyodide.registerJsModule(name, object);
  }

  #plain(result: unknown): unknown {
    if (!(result instanceof this.pyodide.ffi.PyProxy)) return withNulls(result);
    const plain: unknown = result.toJs({ dict_converter: Object.fromEntries, create_pyproxies: false });
    result.destroy();
    return withNulls(plain);
  }
}

/**
 * Python draws by lot how it hashes text, and so the order of its sets: anew for each process. Alembic takes removed
 * tables from a set, so a look ahead and the command that follows it have to have drawn the same. Interpreters beside
 * one another share the seed therefore; who reloads the page draws again, as natively each command does.
 */
function newHashSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
}

/**
 * The packages' `.py` files. The archives hold compiled modules only, which is what starts fast; the sources arrive
 * later and are needed for the lines in tracebacks and for inspect. Python looks for the `.py` before it takes the
 * compiled one, so each has its place from the start, empty until then.
 */
export class SourceShelf {
  readonly #archives = new Map<AssetName, DirectoryNode>();

  /** @param library what Python sees as its library folder; the standard library's sources go straight into it */
  constructor(readonly library: DirectoryNode) {}

  /** Gives each compiled module below `root` a `.py` beside it whose text will come from the archive `name`. */
  shelve(root: DirectoryNode, name: AssetName): void {
    for (const path of compiledModules(root, '')) {
      const source = path.replace('__pycache__/', '').replace(/\.cpython-\d+\.pyc$/, '.py');
      const shelf = this.#archives;
      const find = () => lookUp(shelf.get(name), source);
      addFile(root, source, {
        get size() {
          return find().length;
        },
        fetch: find,
      });
    }
  }

  /** The archive has arrived. */
  fill(name: AssetName, zip: Uint8Array): void {
    const archive = openArchive(zip);
    this.#archives.set(name, archive);
    if (name !== 'stdlib-src') return;
    for (const [entry, node] of archive.entries) this.library.entries.set(entry, node);
  }
}

async function unpackLibraries(stack: StackName, loadAsset: LoadAsset): Promise<Libraries> {
  const [packages, engine] = await Promise.all([
    loadAsset(stack).then(unpackWhole),
    loadAsset('engine-py').then(unpackWhole),
  ]);
  const sitePackages = openArchive(packages);
  const library = directoryNode(0);
  library.entries.set('site-packages', sitePackages);
  const sources = new SourceShelf(library);
  sources.shelve(sitePackages, `${stack}-src`);
  return { library, engine: openArchive(engine), sources };
}

function* compiledModules(directory: DirectoryNode, path: string): Generator<string> {
  for (const [name, node] of [...directory.entries]) {
    if (node.kind === 'directory') yield* compiledModules(node, `${path}${name}/`);
    else if (path.endsWith('__pycache__/')) yield `${path}${name}`;
  }
}

function lookUp(root: DirectoryNode | undefined, path: string): Uint8Array {
  let node: DirectoryNode | undefined = root;
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  for (const part of parts) {
    const next = node?.entries.get(part);
    node = next?.kind === 'directory' ? next : undefined;
  }
  const file = node?.entries.get(name);
  return file?.kind === 'file' ? bytesOf(file) : new Uint8Array();
}

function jspi(): boolean {
  return 'Suspending' in WebAssembly;
}

/** Pyodide turns None into undefined; JSON's word for it is null. */
function withNulls(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(withNulls);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withNulls(inner)]));
}
