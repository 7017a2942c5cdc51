"""Stand-ins for what the packages expect of another machine or an older Python.

The course's pins are of 2021 and ran on CPython 3.9. Here they run unchanged on 3.14: what Python has dropped
since then is put back, for the `course` stack only.
"""

from . import course, stand_ins


def install(stack: str) -> None:
    """Put in place what the stack needs, before any of its packages is imported."""
    stand_ins.install(("greenlet",))
    if stack == "course":
        stand_ins.install(("distutils", "pkg_resources"))
        course.install()
