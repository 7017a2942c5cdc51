"""The options of the `python` command."""

from dataclasses import dataclass, field
from typing import Literal

# Options whose effect a student could not see here, or that hold anyway (-u, -B).
_ACCEPTED = set("bBdEiIOPqRsSuvx")


class UsageError(Exception):
    """The command line is wrong; the text is CPython's own."""


@dataclass
class Invocation:
    """What one `python ...` asks for."""

    kind: Literal["command", "module", "file", "stdin"] = "stdin"
    # The command, the module's name, the file's path, or what stood for standard input.
    program: str = ""
    arguments: list[str] = field(default_factory=list)
    warning_options: list[str] = field(default_factory=list)
    version: int = 0
    help: bool = False
    safe_path: bool = False
    ignore_environment: bool = False


def parse(arguments: list[str]) -> Invocation:
    """Read the arguments that follow `python`."""
    found = Invocation()
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "-" or not word.startswith("-"):
            found.kind = "stdin" if word == "-" else "file"
            found.program, found.arguments = word, rest
            return found
        if word in ("--version", "--help"):
            found.version, found.help = int(word == "--version"), word == "--help"
            return found
        if word.startswith("--"):
            raise UsageError(f"unknown option {word}")
        if _read_letters(found, word[1:], rest):
            return found
    return found


def _read_letters(found: Invocation, letters: str, rest: list[str]) -> bool:
    """Read one word of short options; true when it ended the options."""
    while letters:
        letter, letters = letters[0], letters[1:]
        if letter in "cmWX":
            if not letters and not rest:
                raise UsageError(f"Argument expected for the -{letter} option")
            value = letters or rest.pop(0)
            if letter in "cm":
                found.kind = "command" if letter == "c" else "module"
                found.program, found.arguments = value, rest
                return True
            if letter == "W":
                found.warning_options.append(value)
            return False
        if letter == "V":
            found.version += 1
        elif letter in "h?":
            found.help = True
        elif letter not in _ACCEPTED:
            raise UsageError(f"Unknown option: -{letter}")
        found.safe_path = found.safe_path or letter in "PI"
        found.ignore_environment = found.ignore_environment or letter in "EI"
    return False
