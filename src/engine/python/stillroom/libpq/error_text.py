"""An error in libpq's own words: severity, message, the marked line, detail, hint, context."""

import unicodedata
from collections.abc import Mapping

_DISPLAY_COLUMNS = 60
_RIGHT_MARGIN = 10


def error_message(fields: Mapping[str, str], query: str | None, *, is_notice: bool = False) -> str:
    """The text of an error or notice at default verbosity, as `PQresultErrorMessage` gives it."""
    lines = [f"{fields['S']}:  {fields.get('M', 'missing error text')}\n"]
    lines.append(_marked_statement(fields, query))
    for label, code in (("DETAIL", "D"), ("HINT", "H"), ("QUERY", "q")):
        if code in fields:
            lines.append(f"{label}:  {fields[code]}\n")
    if "W" in fields and not is_notice:
        lines.append(f"CONTEXT:  {fields['W']}\n")
    return "".join(lines)


def _marked_statement(fields: Mapping[str, str], query: str | None) -> str:
    if "P" in fields and query is not None:
        return error_position(query, int(fields["P"]))
    if "p" in fields and "q" in fields:
        return error_position(fields["q"], int(fields["p"]))
    return ""


def error_position(query: str, position: int) -> str:
    """The line of `query` that holds character `position` (from 1), cut to fit, with a caret under it."""
    location = position - 1
    if location < 0 or location > len(query):
        return ""
    number, begin, end = _line_around(query, location)
    widths = [_display_width(character) for character in query[begin:end]]
    first, last = _visible_part(widths, location - begin)

    prefix = f"LINE {number}: " + ("..." if first > 0 else "")
    suffix = "..." if last < len(widths) else ""
    excerpt = query[begin + first : begin + last].replace("\t", " ")
    caret = len(prefix) + sum(widths[first : location - begin])
    return f"{prefix}{excerpt}{suffix}\n{' ' * caret}^\n"


def _line_around(query: str, location: int) -> tuple[int, int, int]:
    """The line's number and where it begins and ends. `\\r`, `\\n` and `\\r\\n` each end one."""
    number, begin = 1, 0
    for index, character in enumerate(query):
        if character not in "\r\n":
            continue
        if index >= location:
            return number, begin, index
        if character == "\r" or index == 0 or query[index - 1] != "\r":
            number += 1
        begin = index + 1
    return number, begin, len(query)


def _visible_part(widths: list[int], marked: int) -> tuple[int, int]:
    """Which characters of a line are shown: cut on the right if that does, else on both sides."""
    first, last = 0, len(widths)
    shown = sum(widths)
    if shown <= _DISPLAY_COLUMNS:
        return first, last
    before_mark = sum(widths[:marked])
    if before_mark + _RIGHT_MARGIN <= _DISPLAY_COLUMNS:
        while shown > _DISPLAY_COLUMNS:
            last -= 1
            shown -= widths[last]
        return first, last
    while shown > before_mark + _RIGHT_MARGIN:
        last -= 1
        shown -= widths[last]
    while shown > _DISPLAY_COLUMNS:
        shown -= widths[first]
        first += 1
    return first, last


def _display_width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
