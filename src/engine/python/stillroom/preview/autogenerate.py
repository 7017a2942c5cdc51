"""Autogenerate with the project's own env.py: `alembic.command.revision`, with its outcome as data."""

import os
from collections.abc import Iterable

from alembic.autogenerate import RevisionContext
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from alembic.util import CommandError, to_tuple

from stillroom.migration.record import record
from stillroom.migration.revisions import read_header
from stillroom.migration.script_files import ScriptFiles

from .app import Answer, Project
from .code_error import code_error
from .places import model_places

# What `flask db migrate` passes on when no option is given.
_ARGUMENTS = {
    "message": None,
    "autogenerate": True,
    "sql": False,
    "head": "head",
    "splice": False,
    "branch_label": None,
    "version_path": None,
    "rev_id": None,
    "depends_on": None,
}


def autogenerate(project: Project) -> tuple[dict, list[dict]]:
    """The outcome, and where the models are written; raises Answer where no revision can be had."""
    models: list[dict] = []
    config = project.config()
    try:
        scripts = ScriptDirectory.from_config(config)
        heads = scripts.get_revisions(scripts.get_heads())
    except Exception as error:
        raise Answer({"kind": "revisions-broken", "error": code_error(error, project.root)}) from error
    context = RevisionContext(config, scripts, dict(_ARGUMENTS))

    def retrieve(rev, migration_context: MigrationContext) -> list:
        models[:] = model_places(migration_context.opts["target_metadata"], project.root)
        _check_state(scripts, rev, heads, project.root)
        context.run_autogenerate(rev, migration_context)
        return []

    try:
        with EnvironmentContext(
            config,
            scripts,
            fn=retrieve,
            as_sql=False,
            template_args=context.template_args,
            revision_context=context,
        ):
            scripts.run_env()
        written = [script for script in context.generate_scripts() if script]
    except Answer as answer:
        answer.models = models
        raise
    except (Exception, SystemExit) as error:
        failed = {"kind": "env-failed", "error": code_error(error, project.root)}
        raise Answer(failed, models) from error
    if not written:
        return {"kind": "no-changes"}, models
    return {"kind": "pending", "revision": _describe(project, config, scripts, written[0])}, models


def _check_state(scripts: ScriptDirectory, rev, heads: Iterable[Script], root: str) -> None:
    """What Alembic would refuse, or would trip over later, found before it is asked."""
    heads = list(heads)
    current = to_tuple(rev, default=())
    unknown = [revision for revision in current if not _is_known(scripts, revision)]
    if unknown:
        raise Answer({"kind": "unknown-revision", "revisions": unknown})
    if len(heads) > 1:
        raise Answer({"kind": "several-heads", "heads": [_unapplied(script, root) for script in heads]})
    if set(scripts.get_revisions(rev)) != set(heads):
        applied = {script.revision for name in current for script in scripts.walk_revisions("base", name)}
        missing = [script for script in scripts.walk_revisions() if script.revision not in applied]
        revisions = [_unapplied(script, root) for script in reversed(missing)]
        raise Answer({"kind": "not-applied", "revisions": revisions})


def _is_known(scripts: ScriptDirectory, revision: str) -> bool:
    try:
        return scripts.get_revision(revision) is not None
    except CommandError:
        return False


def _unapplied(script: Script, root: str) -> dict:
    return {
        "revision": script.revision,
        "message": script.doc or "",
        "path": os.path.relpath(script.path, root),
    }


def _describe(project: Project, config, scripts: ScriptDirectory, script: Script) -> dict:
    """The revision that was just written, as describe_revision would tell it, with its text."""
    files = ScriptFiles(project.root, config, scripts)
    path = os.path.relpath(script.path, project.root)
    with open(script.path, encoding="utf-8") as file:
        source = file.read()
    return {"source": source} | read_header(files, path, script) | record(files, script)
