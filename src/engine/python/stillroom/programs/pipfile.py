"""The hash by which a Pipfile.lock knows its Pipfile."""

import hashlib
import json
import tomllib


def pipfile_hash(text: str) -> str:
    """Hash what matters in a Pipfile, as pipenv does."""
    tables = tomllib.loads(text)
    data = {
        "_meta": {"sources": tables.get("source", []), "requires": tables.get("requires", {})},
        "default": tables.get("packages", {}),
        "develop": tables.get("dev-packages", {}),
    }
    content = json.dumps(data, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()
