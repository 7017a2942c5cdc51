"""The `python` command: its options, and the four ways to give it a program."""

import linecache
import os
import runpy
import sys
import textwrap
import warnings
from importlib.machinery import SourceFileLoader
from types import ModuleType

from .command_line import Invocation, UsageError, parse
from .error_numbers import linux_number
from .shadowing import set_aside_shadowed

_USAGE = "usage: {program} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"


def run(argv: list[str]) -> int | None:
    """Run `python ...` and give the exit code, if the program does not raise its own."""
    program = argv[0]
    try:
        invocation = parse(argv[1:])
    except UsageError as error:
        print(
            f"{error}\n{_USAGE.format(program=program)}Try '{program} -h' for more information.",
            file=sys.stderr,
        )
        return 2
    if invocation.version:
        print(f"Python {sys.version if invocation.version > 1 else sys.version.split()[0]}")
        return 0
    if invocation.help:
        print(_USAGE.format(program=program), end="")
        return 0
    _apply_warning_options(invocation)
    match invocation.kind:
        case "command":
            return _run_command(invocation)
        case "module":
            return _run_module(invocation)
        case "file":
            return _run_file(invocation, program)
        case _:
            return _run_standard_input(invocation)


def _run_command(invocation: Invocation) -> None:
    sys.argv = ["-c", *invocation.arguments]
    _start_path(invocation, "")
    source = invocation.program + "\n"
    # Since 3.14 a command may be indented as a whole.
    code = compile(textwrap.dedent(source), "<string>", "exec", dont_inherit=True)
    linecache._register_code(code, source, "<string>")
    exec(code, vars(_new_main()))


def _run_module(invocation: Invocation) -> None:
    sys.argv = ["-m", *invocation.arguments]
    _start_path(invocation, os.getcwd())
    _new_main()
    runpy._run_module_as_main(invocation.program)


def _run_file(invocation: Invocation, program: str) -> int | None:
    path = os.path.abspath(invocation.program)
    sys.argv = [invocation.program, *invocation.arguments]
    if os.path.isdir(path) or path.endswith((".zip", ".pyz")):
        sys.path.insert(0, path)
        _new_main()
        runpy._run_module_as_main("__main__", False)
        return None
    try:
        with open(path, "rb") as script:
            source = script.read()
    except OSError as error:
        message = f"[Errno {linux_number(error.errno)}] {error.strerror}"
        print(f"{program}: can't open file {path!r}: {message}", file=sys.stderr)
        return 2
    _start_path(invocation, os.path.dirname(path))
    code = compile(source, path, "exec", dont_inherit=True)
    exec(code, vars(_new_main(path)))
    return None


def _run_standard_input(invocation: Invocation) -> int | None:
    if sys.stdin.isatty():
        print(
            "Interactive Python is not here yet: write the program into a file and run `python FILE`, "
            "or give it with `python -c`.",
            file=sys.stderr,
        )
        return 1
    sys.argv = [invocation.program, *invocation.arguments]
    _start_path(invocation, "")
    code = compile(sys.stdin.read(), "<stdin>", "exec", dont_inherit=True)
    main = _new_main()
    main.__file__ = "<stdin>"
    exec(code, vars(main))
    return None


def _start_path(invocation: Invocation, entry: str) -> None:
    if not invocation.safe_path:
        sys.path.insert(0, entry)
        set_aside_shadowed(entry or os.getcwd())


def _new_main(path: str | None = None) -> ModuleType:
    """Make a fresh `__main__`."""
    main = ModuleType("__main__")
    main.__builtins__ = sys.modules["builtins"]
    if path is not None:
        main.__file__ = path
        main.__cached__ = None
        main.__loader__ = SourceFileLoader("__main__", path)
    sys.modules["__main__"] = main
    return main


def _apply_warning_options(invocation: Invocation) -> None:
    options = [] if invocation.ignore_environment else os.environ.get("PYTHONWARNINGS", "").split(",")
    sys.warnoptions[:] = [option for option in options if option] + invocation.warning_options
    warnings._processoptions(sys.warnoptions)
