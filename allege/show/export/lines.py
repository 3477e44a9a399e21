"""JSON lines: one object a line, safe for every stream."""

from __future__ import annotations

import json
from typing import Any


def json_line(value: Any, encoding: str = "utf-8") -> str:
    """One line of JSON without its newline; escapes what `encoding` (or UTF-8: lone surrogates) cannot carry."""
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return json.dumps(value)
    return line
