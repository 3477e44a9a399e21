"""Whose page an address is."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_WITHIN = re.compile(r"/(https?:/{1,2}[^/].*)", re.IGNORECASE)
"""An address within another's path, as web archives write it: "archive.example/web/2016/http://herald.example/news"."""


def host(address: str) -> str:
    """The host of whoever published a page, without "www."; empty where there is none.

    A copy that a web archive keeps is its publisher's and not the archive's, or all that is read from one archive would
    be one paper's word.
    """
    kept = _WITHIN.search(address.partition("?")[0])
    if kept:
        address = re.sub(r"^(https?:)/+", r"\1//", kept[1], flags=re.IGNORECASE)
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
