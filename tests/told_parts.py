"""Events of a text by the words in their roles, as the program tells them."""

from __future__ import annotations

import allege
from allege.claim import Role


def parts(text: str, anchor: str, role: Role) -> list[str]:
    """The words in a role of the events whose anchor holds `anchor`."""
    record = allege.annotate(text)
    return [
        record.document.quote(record.mention(a.mention).spans)
        for c in record.claims
        if c.kind == "event" and anchor in record.document.quote(c.anchor)
        for a in c.arguments
        if a.role is role
    ]
