"""Reads short texts with the whole program, for tests of what an analyst gets in the end."""

from __future__ import annotations

from functools import lru_cache

import allege
from allege.claim import Claim, ClaimKind, Record, Role


@lru_cache(maxsize=300)
def annotated(text: str) -> Record:
    """The record of a text published on 15 May 2024, a Wednesday."""
    return allege.annotate(text, published="2024-05-15")


def events(text: str) -> list[Claim]:
    """Its events."""
    return [c for c in annotated(text).claims if c.kind is ClaimKind.EVENT]


def event_at(text: str, word: str) -> Claim:
    """The event anchored at that word, at it alone before longer ones; fails with all events where there is none."""
    record = annotated(text)
    here = [c for c in events(text) if word in record.document.quote(c.anchor)]
    assert here, f"no event at {word!r}: {[(c.type, record.document.quote(c.anchor)) for c in events(text)]}"
    return next((c for c in here if record.document.quote(c.anchor) == word), here[0])


def fillers(text: str, claim: Claim, role: Role) -> list[str]:
    """The words in a role of a claim, a name in place of a pronoun where it is known."""
    record = annotated(text)
    found = [record.mention(a.mention) for a in claim.arguments if a.role is role]
    return [m.name or record.document.quote(m.spans) for m in found]


def speeches(text: str) -> list[tuple[str, str, str]]:
    """Who says what by which act: source, act, content."""
    record = annotated(text)
    quote = record.document.quote
    return [(quote(a.source), a.act.value, quote(a.content)) for a in record.attributions]
