"""Loads SQLAlchemy's testing plugin, as its README.dialects.rst has it."""

import pytest

pytest.register_assert_rewrite("sqlalchemy.testing.assertions")

from sqlalchemy.testing.plugin.pytestplugin import *  # noqa: E402, F403 (the plugin registers by its names)
