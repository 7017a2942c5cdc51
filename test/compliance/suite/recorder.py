"""A pytest plugin that writes down what became of each test, for comparing one run with another."""

import json
import os
import re
from pathlib import Path

# Class names carry the driver and the server's version.
_DATABASE = re.compile(r"_postgresql\+\w+?_\d+_\d+")
_SKIPPED = re.compile(r"(?:Skipped: )?(?:'.*' : )?(.*)", re.DOTALL)


class Recorder:
    """Collects outcomes by test id; a test that fails in two phases counts once."""

    def __init__(self) -> None:
        self._outcomes: dict[str, tuple[str, str]] = {}

    def pytest_runtest_logreport(self, report) -> None:
        name = _DATABASE.sub("", report.nodeid.partition("::")[2])
        if report.failed:
            kind = "failed" if report.when == "call" else "errors"
            self._outcomes[name] = (kind, str(report.longreprtext).strip().splitlines()[-1])
        elif report.skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
            self._outcomes[name] = ("skipped", _SKIPPED.fullmatch(reason)[1].strip())
        elif report.when == "call":
            self._outcomes.setdefault(name, ("passed", ""))

    def pytest_sessionfinish(self) -> None:
        found = {"passed": 0, "failed": {}, "errors": {}, "skipped": {}}
        for name, (kind, reason) in sorted(self._outcomes.items()):
            if kind == "passed":
                found["passed"] += 1
            else:
                found[kind][name] = reason
        Path(os.environ["OUTCOMES"]).write_text(json.dumps(found, indent=2) + "\n")


def pytest_configure(config) -> None:
    config.pluginmanager.register(Recorder())
