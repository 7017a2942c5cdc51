"""Warning filters, and what Python remembers of warnings already shown."""

import sys
import warnings


class WarningFilters:
    """Restores the filters and lets every warning be shown again."""

    def __init__(self) -> None:
        self._filters = list(warnings.filters)
        self._functions = warnings.showwarning, warnings.formatwarning, warnings._showwarnmsg

    def restore(self) -> None:
        warnings.filters[:] = self._filters
        warnings.showwarning, warnings.formatwarning, warnings._showwarnmsg = self._functions
        warnings.onceregistry.clear()
        for module in list(sys.modules.values()):
            getattr(module, "__dict__", {}).pop("__warningregistry__", None)
        with warnings._lock:
            warnings._filters_mutated_lock_held()
