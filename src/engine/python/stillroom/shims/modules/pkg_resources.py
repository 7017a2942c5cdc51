"""What Flask 2.0, Click 7, Mako 1.1 and Alembic 1.6 use of pkg_resources, on importlib.metadata."""

from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions, entry_points
from importlib.resources import files

DistributionNotFound = PackageNotFoundError


class _InstalledDistribution:
    """One package as pkg_resources shows it."""

    def __init__(self, metadata: Distribution) -> None:
        self._metadata = metadata
        self.project_name = self.key = metadata.name
        self.version = metadata.version

    def get_entry_map(self, group: str | None = None) -> dict:
        found: dict[str, dict] = {}
        for entry in self._metadata.entry_points:
            found.setdefault(entry.group, {})[entry.name] = _EntryPoint(entry)
        return found if group is None else found.get(group, {})


class _EntryPoint:
    """An entry point with the attributes that Click compares."""

    def __init__(self, entry) -> None:
        self.name = entry.name
        self.module_name = entry.module
        self.load = entry.load


def iter_entry_points(group: str, name: str | None = None):
    """Yield the entry points of a group, all or those of one name."""
    for entry in entry_points(group=group):
        if name is None or entry.name == name:
            yield _EntryPoint(entry)


def get_distribution(name: str) -> _InstalledDistribution:
    """Find an installed package."""
    return _InstalledDistribution(distribution(name))


def resource_filename(package: str, path: str) -> str:
    """Give the path of a package's data file."""
    return str(files(package).joinpath(path))


def __getattr__(name: str):
    if name == "working_set":
        return [_InstalledDistribution(metadata) for metadata in distributions()]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
