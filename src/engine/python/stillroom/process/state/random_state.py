"""A seed that one process sets must not make the next one predictable."""

import random


class RandomState:
    """Seeds the shared generator from the system, as a new process does."""

    def restore(self) -> None:
        random.seed()
