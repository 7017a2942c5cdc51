"""Modules of ours that are imported under another's name when the real one is not there."""

import sys
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path

_MODULES = Path(__file__).parent / "modules"


class StandInFinder:
    """Comes first on sys.meta_path: answers for names whose real module cannot run here, or only slowly."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = frozenset(names)

    def find_spec(self, fullname: str, path=None, target=None) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in self._names:
            return None
        place = _MODULES.joinpath(*fullname.split("."))
        if place.is_dir():
            file = place / "__init__.py"
            return spec_from_file_location(fullname, file, submodule_search_locations=[str(place)])
        return spec_from_file_location(fullname, place.with_suffix(".py"))


def install(names: tuple[str, ...]) -> None:
    """Make these stand-ins importable."""
    sys.meta_path.insert(0, StandInFinder(names))
