"""Connections that a process leaves open, and what it taught the driver about types."""

from stillroom import libpq


class Drivers:
    """Closes connections; restores psycopg2's global adapters and type casters."""

    def __init__(self) -> None:
        from psycopg2 import extensions

        registries = (extensions.adapters, extensions.string_types, extensions.binary_types)
        self._registries = [(registry, dict(registry)) for registry in registries]

    def restore(self) -> None:
        libpq.close_all()
        for registry, original in self._registries:
            registry.clear()
            registry.update(original)
