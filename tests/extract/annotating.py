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


def rows(table: str) -> list[tuple[str, ...]]:
    """The rows of one table, cell by cell."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


def parties(text: str, word: str) -> tuple[str, str]:
    """The doers of the event at a word and those it was done to, joined by "; ", "-" for nobody."""
    claim = event_at(text, word)
    doers, hit = ("; ".join(fillers(text, claim, role)) or "-" for role in (Role.ACTOR, Role.RECIPIENT))
    return doers, hit


def reads(text: str, word: str) -> tuple[list[str], str, str, str]:
    """The doers of a deed, the author's value, the innermost source and its value."""
    record, claim = annotated(text), event_at(text, word)
    said = {a.id: record.document.quote(a.source) for a in record.attributions}
    author, *others = claim.certainty
    source, value = (said[others[-1].source], others[-1].value.value) if others else ("-", "")
    return fillers(text, claim, Role.ACTOR), author.value.value, source, value


def check(row: tuple[str, ...]) -> None:
    """That a text is read as its row says: text, deed, doer ("-": none), author's value, inner source, its value."""
    text, word, doer, author, source, value = row
    doers, held, by, theirs = reads(text, word)
    assert (held, theirs) == (author, value), (doers, by)
    assert source in by
    assert any(doer in one for one in doers) if doer != "-" else doers == []
