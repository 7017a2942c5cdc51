"""Keeps the wire in UTF-8: the backend does not survive any other client encoding."""

import re

_SET_ENCODING = re.compile(
    r"""\b(?:set\s+(?:session\s+|local\s+)?(?:client_encoding\s*(?:=|\bto\b)|names\b)
        |set_config\s*\(\s*'client_encoding'\s*,)
        \s*['"]?(?P<name>[\w-]+)""",
    re.IGNORECASE | re.VERBOSE,
)
# What the server knows besides UTF8; any other name it refuses by itself.
_OTHERS = re.compile(
    r'sqlascii|euc(cn|jis2004|jp|kr|tw)|gb18030|gbk|big5|johab|sjis|shiftjis.*|mskanji|uhc|mule.*'
    r'|iso8859.*|latin\d+|koi8.*|win\d*|windows\d+|alt|abc|tcvn.*|vscii'
)


def refused_encoding(sql: str) -> dict[str, str] | None:
    """The fields of an error for a statement that would change the encoding on the wire."""
    if 'client_encoding' not in sql.lower() and 'names' not in sql.lower():
        return None
    found = _SET_ENCODING.search(sql)
    if not found or not _OTHERS.fullmatch(re.sub('[-_]', '', found['name'].lower())):
        return None
    return {
        'S': 'ERROR',
        'V': 'ERROR',
        'C': '0A000',
        'M': f'client_encoding cannot be set to "{found["name"]}" by a statement here: '
        'this database talks UTF8 only',
    }
