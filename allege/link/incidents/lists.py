"""Deeds named one after another are so many: "several attacks, among them the Orsa raid, the Tarn jailbreak and …".

Nothing but the deeds' own words and commas stands between them, and each has a name that the others have not: whoever
lists them so speaks of several. What is only told in a row ("the killing of a clerk and the burning of his car") has no
such names, and what is told with verbs is told one thing after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from allege.claim import Role
from allege.link.incidents.kinds import VIOLENCE, kind, listed
from allege.link.model import EventClaim
from allege.link.parts.words import WORD, stem
from allege.link.parts.words import listed as stems

LEAST = 3
"""Deeds that make a list; of two, one may be a part of the other."""


def lists(claims: Sequence[EventClaim]) -> Iterator[tuple[EventClaim, ...]]:
    """The lists among claims of one document, given in text order; each claim of a list tells of a deed of its own."""
    row: list[EventClaim] = []
    for claim in claims:
        own = _names(claim)
        apart = own and all(own.isdisjoint(_names(other)) for other in row)
        if row and not (apart and _next(row[-1], claim)):
            yield from _whole(row)
            row = []
        if own and claim.anchor_spans and (found := kind(claim)) is not None and found.name == VIOLENCE:
            row.append(claim)
        elif row:
            yield from _whole(row)
            row = []
    yield from _whole(row)


def _whole(row: Sequence[EventClaim]) -> Iterator[tuple[EventClaim, ...]]:
    if len(row) >= LEAST:
        yield tuple(row)


def _next(one: EventClaim, other: EventClaim) -> bool:
    """Whether the second deed is named right behind the first, with nothing between but what belongs to either."""
    first, last = one.anchor_spans[-1].end, other.anchor_spans[0].start if other.anchor_spans else one.start
    if one.start != other.start or last <= first:
        return False
    between = one.sentence[first - one.start : last - one.start]
    own = listed("between").union(*(_words(filler.words) for claim in (one, other) for filler in claim.fillers))
    return _words(between) <= own and any(mark in between for mark in (",", ";", " and ", " & "))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text)}


def _names(claim: EventClaim) -> frozenset[str]:
    """The names of what was struck, else of where it was, else those that the deed itself is called by."""
    struck = [filler.words for filler in claim.of(Role.RECIPIENT)]
    where = [filler.words for filler in claim.of(Role.PLACE)]
    for words in (struck, where, [claim.anchor]):
        found = frozenset(word.casefold() for text in words for word in WORD.findall(text) if _is_name(word))
        if found:
            return found
    return frozenset()


def _is_name(word: str) -> bool:
    return any(letter.isupper() for letter in word) and stem(word) not in stems("empty")
