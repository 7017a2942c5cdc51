"""Commands and options as data, for tab completion: asked of Click and argparse, never listed by hand."""

import argparse

import click

_app_commands: list[dict] = []


def watch() -> None:
    """Note the commands of every app that `flask` loads."""
    from flask.cli import ScriptInfo

    load_app = ScriptInfo.load_app

    def noting_load_app(self):
        app = load_app(self)
        _note(app)
        return app

    ScriptInfo.load_app = noting_load_app


def command_tree() -> list[dict]:
    """Give the tree with the app's own commands as the last `flask` found them."""
    from alembic.config import CommandLine
    from flask.cli import cli

    cli._load_plugin_commands()
    flask = _of_click(cli, "flask")
    known = {command["name"] for command in flask["commands"]}
    flask["commands"] += [command for command in _app_commands if command["name"] not in known]
    alembic = _of_argparse(CommandLine(prog="alembic").parser, "alembic")
    return [flask, alembic]


def _note(app) -> None:
    _app_commands[:] = [_of_click(command, name) for name, command in app.cli.commands.items()]


def _of_click(command: click.Command, name: str) -> dict:
    options = [
        spelling
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for spelling in (*parameter.opts, *parameter.secondary_opts)
    ]
    arguments = [parameter.name for parameter in command.params if isinstance(parameter, click.Argument)]
    commands = getattr(command, "commands", {})
    return {
        "name": name,
        "options": [*options, "--help"],
        "commands": [_of_click(inner, inner_name) for inner_name, inner in commands.items()],
        "takesRevision": _are_revisions(arguments),
    }


def _of_argparse(parser: argparse.ArgumentParser, name: str) -> dict:
    commands: list[dict] = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            commands += [_of_argparse(inner, inner_name) for inner_name, inner in action.choices.items()]
    return {
        "name": name,
        "options": [spelling for action in parser._actions for spelling in action.option_strings],
        "commands": commands,
        "takesRevision": _are_revisions(
            [action.dest for action in parser._actions if not action.option_strings]
        ),
    }


def _are_revisions(arguments: list[str]) -> bool:
    return any(name.startswith("revision") for name in arguments)
