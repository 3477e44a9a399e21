"""Calendar dates as people write them, through dateparser; ISO dates without it (its import costs 0.3 s)."""

from __future__ import annotations

import re
import warnings
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?![\d-])")
_EARLIEST, _LATEST = 1700, 2199


@lru_cache(maxsize=4096)
def parse_date(text: str) -> date | None:
    """The date that `text` writes out with day, month and year; None for anything vaguer or no date at all.

    Month before day where figures alone leave it open ("06/09/2014" is 9 June), as English-language wires write.
    Never relative to today.
    """
    iso = _ISO.match(text)
    if iso:
        try:
            return _plausible(date.fromisoformat(iso.group(1)))
        except ValueError:
            return None
    if not re.search(r"\d", text) or len(text) > 80:
        return None
    return _plausible(_through_dateparser(text))


def _through_dateparser(text: str) -> date | None:
    import dateparser  # noqa: PLC0415 - a third of a second that most texts never need

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "DATE_ORDER": "MDY"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        found = dateparser.parse(text.strip(), languages=["en"], settings=settings)
    return found.date() if found else None


def _plausible(found: date | None) -> date | None:
    return found if found is not None and _EARLIEST <= found.year <= _LATEST else None
