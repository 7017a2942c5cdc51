class NotEnough(Exception):
    """Too few."""


def largest(numbers):
    if not numbers:
        raise NotEnough(f"of {numbers!r} there is no largest")
    return max(numbers)
