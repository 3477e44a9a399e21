"""A telling: one place in a text that tells of an occurrence, and what it offers to be compared by.

It is made from an event claim of the ledger, or from a stretch of plain text alone (then nothing is known of who and
whom but the names around it).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from allege.claim import Role, Span, Spans
from allege.link.model import EventClaim, Filler
from allege.link.parts.words import Token, line_tokens, listed

PRECISE = 4
"""UCDP's `where_prec` of a place no coarser than a first-order region: coarser ones do not tell occurrences apart."""
DAYS = 7
"""A time longer than so many days does not date an occurrence."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a claim adds to its words. `days` are ordinals; names are entities where known, else stems."""

    type: str
    mode: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    places: frozenset[str]
    days: tuple[int, int] | None
    deaths: tuple[int, int] | None
    injuries: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Telling:
    """An anchor in its sentence. `sentence` is the sentence's start in the document's text, `start` the anchor's.

    `head` and `words` are stems; `before` and `after` the content stems around the anchor, in text order. The names are
    stems, too: those around the anchor, and those that are part of it.
    """

    id: str
    document: str
    sentence: int
    start: int
    anchor: str
    head: str
    words: tuple[str, ...]
    named: bool
    before: tuple[str, ...]
    after: tuple[str, ...]
    names_before: frozenset[str]
    names_after: frozenset[str]
    names_inside: frozenset[str]
    counted: frozenset[str]
    particulars: Particulars | None = None

    @property
    def names(self) -> frozenset[str]:
        """The names in its sentence, around the anchor."""
        return self.names_before | self.names_after


@lru_cache(maxsize=200_000)
def of_claim(claim: EventClaim) -> Telling:
    """The telling of a claim of the ledger; kept, since one run asks for each twice."""
    where = claim.anchor_spans or _found(claim)
    return telling(claim.id, Sentence(claim.document, claim.sentence, claim.start), where, particulars(claim))


def _found(claim: EventClaim) -> Spans:
    """Where the anchor's words stand in the sentence, for a claim that names no spans; () where they do not."""
    at = claim.sentence.find(claim.anchor)
    return (Span(claim.start + at, claim.start + at + len(claim.anchor)),) if claim.anchor and at >= 0 else ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, which starts at `start` in the document's text."""

    document: str
    text: str
    start: int


def telling(name: str, within: Sentence, spans: Spans, particulars: Particulars | None = None) -> Telling:
    """The telling whose anchor lies at `spans` of the document's text."""
    sentence, start = within.text, within.start
    first, last = (spans[0].start, spans[-1].end) if spans else (start, start)
    inside: list[Token] = []
    before: list[Token] = []
    after: list[Token] = []
    taken = [(begin - start, end - start) for begin, end in spans]
    for token in line_tokens(sentence):
        if _meets(token, taken):
            inside.append(token)
        else:
            (before if token.start < first - start else after).append(token)
    words = _content(inside) or tuple(token.stem for token in inside) or ("",)
    counted = listed("counted")
    return Telling(
        name,
        within.document,
        start,
        first,
        sentence[first - start : last - start],
        _head(inside, words),
        words,
        bool(inside) and inside[0].word[0].isupper(),
        _content(before),
        _content(after),
        frozenset(token.stem for token in before if token.name),
        frozenset(token.stem for token in after if token.name),
        frozenset(token.stem for token in inside if token.name),
        frozenset(token.stem for token in before + after if token.word[0].isdigit() or token.stem in counted),
        particulars,
    )


def _meets(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    for begin, end in spans:  # noqa: SIM110 - `any` over a generator takes three times as long, for every word
        if token.start < end and begin < token.end:
            return True
    return False


@lru_cache(maxsize=200_000)
def particulars(claim: EventClaim) -> Particulars:
    """Who, whom, where, when and how many, as far as the claim says; kept as tellings are."""
    return Particulars(
        claim.type,
        claim.mode,
        _named(claim.of(Role.ACTOR)),
        _named(claim.of(Role.RECIPIENT)),
        frozenset(_place(filler) for filler in claim.of(Role.PLACE) if (filler.precision or PRECISE) <= PRECISE),
        _days(claim.of(Role.TIME)),
        _number(claim.of(Role.DEATHS)),
        _number(claim.of(Role.INJURIES)),
    )


def spans(pairs: Sequence[Sequence[int]]) -> Spans:
    """Pairs of offsets as spans."""
    return tuple(Span(start, end) for start, end in pairs)


def _content(found: Sequence[Token]) -> tuple[str, ...]:
    empty = listed("empty")
    return tuple(token.stem for token in found if token.stem not in empty and len(token.stem) > 1)


def _head(inside: Sequence[Token], words: tuple[str, ...]) -> str:
    """The last word, but the first where a particle or a pronoun ends the anchor ("broke out", "set off")."""
    empty = listed("empty")
    if len(inside) > 1 and not inside[0].word[0].isupper() and inside[-1].stem in empty:
        return words[0]
    return words[-1]


def _named(fillers: Sequence[Filler]) -> frozenset[str]:
    out: set[str] = set()
    for filler in fillers:
        out |= {filler.entity} if filler.entity else set(_content(line_tokens(filler.words)))
    return frozenset(out)


def _place(filler: Filler) -> str:
    return str(filler.geonames) if filler.geonames is not None else filler.words.lower()


def _days(fillers: Sequence[Filler]) -> tuple[int, int] | None:
    for filler in fillers:
        if filler.start is not None and filler.end is not None and 0 <= (filler.end - filler.start).days <= DAYS:
            return filler.start.toordinal(), filler.end.toordinal()
    return None


def _number(fillers: Sequence[Filler]) -> tuple[int, int] | None:
    for filler in fillers:
        if filler.low is not None:
            return filler.low, filler.high if filler.high is not None else max(filler.low, 10 * filler.low)
    return None
