"""How a name of a place stands in its sentence: what is before and after it, and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from allege.analyse.found import trimmed
from allege.analyse.labels import PLACES
from allege.analyse.places.words import BUILT, REGION_NOUNS, SETTLED, SIDES, place_words

STRONG = frozenset(("in", "at", "near", "outside", "across", "throughout", "inside", "into"))
WEAK = STRONG | {"from", "around", "toward", "towards", "of", "to"}
"""Prepositions that stand before a place, and those that stand before others as well."""

ABOUT = frozenset(("around", "near", "outside"))


def placed(doc: Doc, start: int, end: int, words: frozenset[str]) -> bool:
    """Whether one of these prepositions stands before, or a noun of region after."""
    before = start - 1
    while before >= 0 and (doc[before].lower_ in SIDES or doc[before].lower_ in ("the", "nearby", "neighboring")):
        before -= 1
    return (before >= 0 and doc[before].lower_ in words) or bool(noun_after(doc, end))


def noun_after(doc: Doc, end: int) -> str:
    """The noun of region right behind a name; "" for none."""
    return doc[end].lower_ if end < len(doc) and doc[end].lower_ in REGION_NOUNS else ""


def around(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The tokens of the place entity that reaches over this name ("Kansas City" over "Kansas")."""
    if doc[start].ent_type_ not in PLACES:
        return None
    first, last = start, end
    while first and doc[first].ent_iob_ == "I":
        first -= 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    first, last = cut(doc, first, last)
    return (first, last) if last - first > end - start and first <= start and end <= last else None


def cut(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """An entity's tokens as far as the first comma or bracket, without small words and marks at the ends."""
    stop = next((i for i in range(start, end) if doc[i].text in (",", "(", ";", "\n", "\n\n")), end)
    start, stop = trimmed(doc, start, stop)
    while stop > start and doc[stop - 1].text.islower() and doc[stop - 1].pos_ in ("CCONJ", "ADP", "DET"):
        stop -= 1
    return start, stop


def joined(doc: Doc, end: int) -> int:
    """Where a name ends that goes on behind hyphens: "Velm | -e-Tarn"; not "Velm | -based"."""
    last = end - (doc[end - 1].text == "-")
    while last + 1 < len(doc) and doc[last].text == "-" and not doc[last - 1].whitespace_ and not doc[last].whitespace_:
        last += 2
    return last if doc[last - 1].text[0].isupper() else end


def beside(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The tokens right before and right behind."""
    if start:
        yield doc[start - 1]
    if end < len(doc):
        yield doc[end]


def is_name(token: Token) -> bool:
    """Whether a word may be a part of a name: a capital, no verb, no date and no number."""
    return (
        token.text[0].isupper()
        and token.pos_ in ("PROPN", "NOUN", "ADJ", "X")
        and token.ent_type_ not in ("DATE", "CARDINAL")
    )


def is_feature(doc: Doc, at: int) -> bool:
    """Whether a word only says what the name before it is of: "Orsa | Bay", for which no town Bay stands."""
    word = doc[at].lower_
    if not at or word not in place_words("features") | place_words("nouns") | place_words("sites"):
        return False
    before = doc[at - 1]
    return is_name(before) and before.lower_ not in SIDES and before.dep_ in ("compound", "nmod", "amod")


def is_dateline(doc: Doc, token: Token, end: int) -> bool:
    """Whether a name begins a dispatch: in capitals at the head of a sentence, a mark behind it."""
    after = doc[end].text if end < len(doc) else ""
    return bool(token.is_sent_start) and token.is_upper and after in (",", ":", "(", "—", "–", "--")


def leads_to_place(doc: Doc, token: Token) -> bool:
    """Whether what stands before a name leaves nothing but a place for it to be; nobody's name, no acronym."""
    before = doc[token.i - 1]
    if token.text.isupper() or token.ent_type_ in ("PERSON", "DATE", "TIME", "NORP", "EVENT"):
        return False
    if before.lower_ in ABOUT or before.lower_ in SETTLED:
        return True
    return before.lower_ == "at" and before.i > 0 and doc[before.i - 1].lower_ in place_words("nouns") | BUILT
