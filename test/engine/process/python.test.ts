import { beforeAll, describe, expect, test } from 'vitest';
import { containing, type Machine, matching, PROJECT, startMachine } from './machine';

let machine: Machine;
beforeAll(async () => {
  machine = await startMachine('current');
});

const python = (source: string, options?: Parameters<Machine['run']>[1]) =>
  machine.run(['python', '-c', source], options);

describe('what `python` is asked to run', () => {
  test('-V', async () => {
    expect(await machine.run(['python', '-V'])).toMatchObject({
      code: 0,
      stdout: matching(/^Python 3\.14\.\d+\n$/),
    });
  });

  test('a file: argv, path and name as natively', async () => {
    machine.files.mkdir(`${PROJECT}/tools`);
    machine.files.write(
      `${PROJECT}/tools/show.py`,
      'import sys, helper\nprint(__name__, __file__, sys.argv, sys.path[0], helper.HERE)\n',
    );
    machine.files.write(`${PROJECT}/tools/helper.py`, 'HERE = "beside the script"\n');
    const { stdout } = await machine.run(['python', 'tools/show.py', 'a', '-b']);
    expect(stdout).toBe(
      `__main__ ${PROJECT}/tools/show.py ['tools/show.py', 'a', '-b'] ${PROJECT}/tools beside the script\n`,
    );
  });

  test('-c, -m and standard input', async () => {
    expect((await python('import sys; print(sys.argv, repr(sys.path[0]))')).stdout).toBe("['-c'] ''\n");
    machine.files.write(`${PROJECT}/mod.py`, 'import sys\nprint(__name__, sys.argv, sys.path[0])\n');
    expect((await machine.run(['python', '-m', 'mod', 'x'])).stdout).toBe(
      `__main__ ['${PROJECT}/mod.py', 'x'] ${PROJECT}\n`,
    );
    const { stdout } = await machine.run(['python3', '-', 'y'], { input: 'import sys\nprint(sys.argv)\n' });
    expect(stdout).toBe("['-', 'y']\n");
  });

  test.each([
    [
      ['python', 'nosuch.py'],
      2,
      `python: can't open file '${PROJECT}/nosuch.py': [Errno 2] No such file or directory\n`,
    ],
    [['python', '-m', 'nosuch'], 1, '/usr/local/bin/python: No module named nosuch\n'],
    [['python', 'app'], 1, `/usr/local/bin/python: can't find '__main__' module in '${PROJECT}/app'\n`],
    [['python', '--nosuch'], 2, containing('unknown option --nosuch\nusage: python [option]')],
  ])('%j', async (argv, code, stderr) => {
    expect(await machine.run(argv)).toMatchObject({ code, stderr });
  });

  test('a file beside the script hides a library of its name, for this process only', async () => {
    machine.files.write(`${PROJECT}/secrets.py`, 'WORD = "mine"\n');
    expect((await python('import secrets; print(secrets.WORD)')).stdout).toBe('mine\n');
    machine.files.remove(`${PROJECT}/secrets.py`);
    expect((await python('import secrets; print(len(secrets.token_hex(4)))')).stdout).toBe('8\n');
  });
});

describe('how a process ends', () => {
  test.each([
    ['pass', 0, ''],
    ['import sys; sys.exit(3)', 3, ''],
    ['import sys; sys.exit(256)', 0, ''],
    ['raise SystemExit("bye")', 1, 'bye\n'],
    [
      'def f():\n    return 1 / 0\nf()',
      1,
      `Traceback (most recent call last):
  File "<string>", line 3, in <module>
    f()
    ~^^
  File "<string>", line 2, in f
    return 1 / 0
           ~~^~~
ZeroDivisionError: division by zero
`,
    ],
    ['x = (', 1, '  File "<string>", line 1\n    x = (\n        ^\nSyntaxError: \'(\' was never closed\n'],
    [
      'open("nosuch.txt")',
      1,
      `Traceback (most recent call last):
  File "<string>", line 1, in <module>
    open("nosuch.txt")
    ~~~~^^^^^^^^^^^^^^
FileNotFoundError: [Errno 2] No such file or directory: 'nosuch.txt'
`,
    ],
    [
      'raise KeyboardInterrupt',
      130,
      'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\n    raise KeyboardInterrupt\nKeyboardInterrupt\n',
    ],
  ])('%s', async (source, code, stderr) => {
    expect(await python(source)).toEqual({ code, stdout: '', stderr, output: stderr });
  });

  test('exit functions run, last registered first, after the traceback', async () => {
    const source = 'import atexit\nfor n in (1, 2): atexit.register(print, n)\n1 / 0';
    expect((await python(source)).output).toMatch(/ZeroDivisionError: division by zero\n2\n1\n$/);
  });

  test("the program's own excepthook has the word", async () => {
    expect(
      await python('import sys; sys.excepthook = lambda kind, *_: print("hook", kind.__name__); 1 / 0'),
    ).toMatchObject({
      code: 1,
      stdout: 'hook ZeroDivisionError\n',
      stderr: '',
    });
  });
});

describe('streams', () => {
  test('stdout and stderr keep their order', async () => {
    const source = 'import sys\nfor n in range(3):\n    print(n, end="")\n    print("e", n, file=sys.stderr)';
    expect((await python(source)).output).toBe('0e 0\n1e 1\n2e 2\n');
  });

  test('bytes and descriptors reach the same place', async () => {
    const source =
      'import os, sys\nsys.stdout.buffer.write("é\\n".encode())\nsys.stdout.flush()\nos.write(1, b"low\\n")';
    expect((await python(source)).stdout).toBe('é\nlow\n');
  });

  test('what a program does to its streams ends with it', async () => {
    await python(
      'import sys; sys.stdout.close(); sys.stderr.reconfigure(encoding="latin-1"); sys.stdin = None',
    );
    expect(
      await python('import sys; print(sys.stdout.encoding, sys.stderr.encoding, input())', { input: 'in\n' }),
    ).toMatchObject({ code: 0, stdout: 'utf-8 utf-8 in\n' });
  });

  test('a terminal is one for whoever asks, and has a size', async () => {
    const source =
      'import os, shutil, sys\nprint(sys.stdout.isatty(), os.isatty(0), tuple(os.get_terminal_size()), tuple(shutil.get_terminal_size()))';
    expect((await python(source, { terminal: true })).stdout).toBe('True True (100, 30) (100, 30)\n');
    expect((await python('import shutil; print(tuple(shutil.get_terminal_size()))')).stdout).toBe(
      '(80, 24)\n',
    );
  });

  test('tracebacks are coloured on a terminal only', async () => {
    const coloured = await python('1/0', { terminal: true });
    expect(coloured.stderr).toContain('\u001b[1;35mZeroDivisionError\u001b[0m');
    expect((await python('1/0', { terminal: true, env: { NO_COLOR: '1' } })).stderr).not.toContain('\u001b[');
  });
});

describe('input', () => {
  test('input() shows its prompt and takes a line', async () => {
    const source = 'print("hello", input("name: "))\ntry:\n    input()\nexcept EOFError as e:\n    print(e)';
    expect((await python(source, { input: 'Ann\n' })).stdout).toBe(
      'name: hello Ann\nEOF when reading a line\n',
    );
  });

  test('standard input can be read whole and by lines', async () => {
    const input = 'a\nb\r\nc';
    expect((await python('import sys; print(repr(sys.stdin.read()))', { input })).stdout).toBe(
      "'a\\nb\\nc'\n",
    );
    expect((await python('import sys; print([line for line in sys.stdin])', { input })).stdout).toBe(
      "['a\\n', 'b\\n', 'c']\n",
    );
  });

  test('getpass and click ask without showing', async () => {
    const source =
      'import getpass, click\nprint(getpass.getpass())\nprint(click.prompt("Secret", hide_input=True))\nclick.confirm("Sure?", abort=True)';
    expect(await python(source, { input: 'one\ntwo\nn\n', terminal: true })).toMatchObject({
      code: 1,
      stdout: matching(/^one\n/),
      output: containing('Password: \none\n'),
    });
  });
});

test('Ctrl-C reaches a program that prints', async () => {
  const source = 'import time\nend = time.monotonic() + 20\nwhile time.monotonic() < end:\n    print("on")';
  const running = machine.run(['python', '-c', source]);
  // Node cannot suspend WebAssembly, so it is pressed before Python gets the thread.
  machine.interrupt();
  const { code, stderr } = await running;
  expect(code).toBe(130);
  expect(stderr).toMatch(/^Traceback .*\n {2}File "<string>", line 4, in <module>\n[^]*KeyboardInterrupt\n$/);
});

test('greenlet says why it cannot run', async () => {
  expect((await python('import greenlet')).stderr).toContain(
    'ImportError: greenlet cannot run in a browser: ',
  );
});
