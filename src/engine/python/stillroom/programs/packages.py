"""The installed packages, as their metadata describes them."""

import re
from importlib.metadata import Distribution, distributions

# `flask[async]>=2; python_version > "3.8"` begins with the package's name.
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")


def installed() -> list[dict]:
    """Describe every installed package; what an extra or another platform would need is left out."""
    return [_describe(package) for package in distributions()]


def _describe(package: Distribution) -> dict:
    metadata = package.metadata
    return {
        "name": metadata["Name"],
        "version": package.version,
        "summary": metadata.get("Summary") or "",
        "homePage": metadata.get("Home-page") or "",
        "author": metadata.get("Author") or "",
        "authorEmail": metadata.get("Author-email") or "",
        "license": metadata.get("License-Expression") or metadata.get("License") or "",
        "requires": sorted(
            {name for line in package.requires or () if (name := _needed(line))}, key=str.lower
        ),
    }


def _needed(requirement: str) -> str | None:
    text, _, marker = requirement.partition(";")
    if marker and any(word in marker for word in ("extra", "platform", "python_version", "implementation")):
        return None
    name = _NAME.match(text.strip())
    return name.group() if name else None
