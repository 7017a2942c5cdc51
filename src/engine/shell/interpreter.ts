import type { AndOr, CommandNode, CompoundList, If, Pipeline, PipelineNode, Script, Statement } from 'unbash';
import { runCase, runCondition } from './choices';
import { ExitShell, FatalError, LeaveLoop, ReturnFromFunction, ShellError, Unsupported } from './control';
import { dispatch } from './dispatch';
import { runArithmeticFor, runFor, runWhile } from './loops';
import { evaluateArithmetic, type Expansion } from './expand';
import { Breather, type Host, type ShellContext } from './host';
import { parseScript } from './parse';
import type { Sink } from './program';
import { redirect } from './redirect';
import { runSimpleCommand } from './simple-command';
import type { FunctionBody, ShellState } from './state';
import { BufferSink, TextSource, type Streams } from './streams';

/** Runs a parsed script in one shell. */
export class Interpreter implements ShellContext {
  readonly #breather: Breather;

  constructor(
    readonly host: Host,
    readonly state: ShellState,
  ) {
    this.#breather = new Breather(host.signal);
  }

  subshell(): Interpreter {
    return new Interpreter(this.host, this.state.fork());
  }

  /** @throws Interrupted after Ctrl-C */
  breathe(): Promise<void> {
    return this.#breather.breathe();
  }

  /** Runs source text; what bash would say against it goes to stderr. */
  async source(text: string, streams: Streams): Promise<number> {
    const parsed = parseScript(text);
    if (parsed.kind === 'error') {
      streams.stderr.write(`bash: ${parsed.message}\n`);
      return (this.state.lastExit = 2);
    }
    for (const warning of parsed.warnings) streams.stderr.write(`bash: warning: ${warning}\n`);
    try {
      return await this.list(parsed.script, streams);
    } catch (error) {
      if (!(error instanceof FatalError)) throw error;
      return (this.state.lastExit = report(error, streams.stderr));
    }
  }

  /** Runs statements one after the other; the last one's exit code counts. */
  async list(list: Script | CompoundList, streams: Streams): Promise<number> {
    let code = 0;
    for (const statement of list.commands) code = await this.#statement(statement, streams);
    return code;
  }

  execute(argv: string[], streams: Streams): Promise<number> {
    return dispatch(argv, streams, this);
  }

  /** Calls a function: `$1` and so on are its arguments until it returns. */
  async call(body: FunctionBody, args: string[], streams: Streams): Promise<number> {
    const { positional } = this.state;
    this.state.positional = args;
    this.state.enterCall();
    try {
      return await (body.type === 'CompoundList' ? this.list(body, streams) : this.#command(body, streams));
    } catch (error) {
      if (error instanceof ReturnFromFunction) return error.code;
      throw error;
    } finally {
      this.state.leaveCall();
      this.state.positional = positional;
    }
  }

  /** What expanding words needs from this shell; a `$(...)` in them runs in a subshell. */
  expansion(streams: Streams): Expansion {
    const substitute = async (script: Script) => {
      const stdout = new BufferSink();
      const subshell = this.subshell();
      this.state.lastExit = await isolated(
        () => subshell.list(script, { ...streams, stdout }),
        streams.stderr,
      );
      return stdout.text;
    };
    return { state: this.state, files: this.host.files, substitute };
  }

  async #statement(statement: Statement, streams: Streams): Promise<number> {
    await this.breathe();
    try {
      // Running beside the terminal needs a process of its own: this is where it would be started.
      if (statement.background) {
        throw new ShellError('`&` comes in a later version, for `flask run &`; until then, leave it out.', 2);
      }
      return (this.state.lastExit = await this.#andOr(statement.command, streams));
    } catch (error) {
      if (!(error instanceof ShellError) || error instanceof FatalError) throw error;
      return (this.state.lastExit = report(error, streams.stderr));
    }
  }

  async #andOr(node: PipelineNode | AndOr, streams: Streams): Promise<number> {
    if (node.type !== 'AndOr') return this.#pipeline(node, streams);
    let code = 0;
    for (const [index, command] of node.commands.entries()) {
      const operator = node.operators[index - 1];
      if ((operator === '&&' && code !== 0) || (operator === '||' && code === 0)) continue;
      code = this.state.lastExit = await this.#pipeline(command, streams);
    }
    return code;
  }

  async #pipeline(node: PipelineNode, streams: Streams): Promise<number> {
    if (node.type !== 'Pipeline') return this.#command(node, streams);
    const started = performance.now();
    let code = await this.#pipe(node, streams);
    for (const prefix of node.prefixes) {
      if (prefix.type === 'Negation') code = code === 0 ? 1 : 0;
      else streams.stderr.write(`\nreal\t${minutes(performance.now() - started)}\n`);
    }
    return code;
  }

  /** Left to right: each command reads all that the one before it wrote. */
  async #pipe({ commands, operators }: Pipeline, streams: Streams): Promise<number> {
    const [only] = commands;
    if (only && commands.length === 1) return this.#command(only, streams);
    let code = 0;
    let stdin = streams.stdin;
    for (const [index, command] of commands.entries()) {
      const subshell = this.subshell();
      const pipe = index < commands.length - 1 ? new BufferSink() : null;
      const stdout = pipe ?? streams.stdout;
      const stderr = operators[index] === '|&' ? stdout : streams.stderr;
      code = await isolated(() => subshell.#command(command, { stdin, stdout, stderr }), stderr);
      if (pipe) stdin = new TextSource(pipe.text);
    }
    return code;
  }

  async #command(node: CommandNode, streams: Streams): Promise<number> {
    switch (node.type) {
      case 'Command':
        return runSimpleCommand(node, streams, this);
      case 'Redirected':
        return this.#redirected(node, streams);
      case 'Subshell': {
        const subshell = this.subshell();
        return isolated(() => subshell.list(node.body, streams), streams.stderr);
      }
      case 'BraceGroup':
        return this.list(node.body, streams);
      case 'If':
        return this.#if(node, streams);
      case 'For':
        return runFor(node, streams, this);
      case 'While':
        return runWhile(node, streams, this);
      case 'Case':
        return runCase(node, streams, this);
      case 'TestCommand':
        return (await runCondition(node.expression, this.expansion(streams))) ? 0 : 1;
      case 'ArithmeticCommand': {
        if (!node.expression) return 1;
        return (await evaluateArithmetic(node.expression, this.expansion(streams))) === 0 ? 1 : 0;
      }
      case 'Function':
        this.state.functions.set(node.name.value, node.body);
        return 0;
      case 'ArithmeticFor':
        return runArithmeticFor(node, streams, this);
      case 'Select':
        throw new Unsupported('`select`');
      case 'Coproc':
        throw new Unsupported('`coproc`');
    }
  }

  async #redirected(node: CommandNode & { type: 'Redirected' }, streams: Streams): Promise<number> {
    const redirected = await redirect(node.redirects, streams, this.expansion(streams));
    try {
      return await this.#command(node.command, redirected.streams);
    } finally {
      redirected.close();
    }
  }

  async #if(node: If, streams: Streams): Promise<number> {
    for (const branch of [node, ...node.elif]) {
      if ((await this.list(branch.clause, streams)) === 0) return this.list(branch.then, streams);
    }
    return node.else ? this.list(node.else, streams) : 0;
  }
}

/** A subshell's end: `exit` and mistakes stay within it. */
async function isolated(run: () => Promise<number>, stderr: Sink): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ExitShell || error instanceof ReturnFromFunction) return error.code;
    if (error instanceof LeaveLoop) return 0;
    if (!(error instanceof ShellError)) throw error;
    return report(error, stderr);
  }
}

function report(error: ShellError, stderr: Sink): number {
  stderr.write(`bash: ${error.message}\n`);
  return error.code;
}

/** As bash's `time` prints it. */
function minutes(milliseconds: number): string {
  return `${Math.floor(milliseconds / 60000)}m${((milliseconds % 60000) / 1000).toFixed(3)}s`;
}
