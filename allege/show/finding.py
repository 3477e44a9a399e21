"""Which document is meant by a part of its id, path or title; loads nothing of linking."""

from __future__ import annotations

import re

from allege.errors import NotFound, UsageError
from allege.ledger import Ledger
from allege.ledger.rows import DocumentRow
from allege.show.terminal.claims import short_document

_DIGITS = re.compile(r"(?:sha256:)?(?=[a-f]*\d)[0-9a-f]{4,}")
"""The digits of an id, which are no part of a title."""


def find_document(ledger: Ledger, name: str) -> DocumentRow:
    """The document of that name as `Ledger.document` finds it, else the only one with it in its path or title.

    Raises NotFound, or UsageError where it could be several. The digits of an id are looked for in no title.
    """
    try:
        return ledger.document(name)
    except NotFound:
        rows = list(ledger.documents(name, 4)) if name.strip() and not _DIGITS.fullmatch(name.strip()) else []
        if not rows:
            raise
    if len(rows) > 1:
        some = ", ".join(f"{short_document(row.id)} {row.title or row.uri}" for row in rows[:3])
        raise UsageError(f"could be any of several documents ({some} …)", where=name, remedy="write more of it")
    return rows[0]
