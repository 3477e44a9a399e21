"""Whether a listed name is only a part of a longer proper name: "Ostrin Times" is no "Times", "Tavia Pell" not "Pell".

The parser hangs the words of a name on its last one; a capital word hung so before the listed name belongs to it,
unless it is a title, a word for people, or another entity of the pipeline's. A country or place before it is no part
of it where the list has the actor there, or where the name has a word of its own ("Lebanese Example", but "Selmark
Security Council").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Span, Token

from allege.analyse.matching import Common
from allege.analyse.names import TITLES
from allege.analyse.roles import heads

MOST = 0.85
"""Share of capital words from which a sentence is a headline, where a capital makes no name."""

FEW = 4
"""Words below which a sentence shows no style."""


def goes_on_before(name: Span, common: Common, lands: Mapping[int, str], countries: Iterable[str]) -> bool:
    """Whether the name is the end of a longer one.

    `lands`: country codes by the last tokens of places and peoples; `countries`: those of the actors with the name.
    """
    before = name.doc[name.start - 1] if name.start and not name[0].is_sent_start else None
    if before is None or not _is_part(before, name, common):
        return False
    if before.i in lands:
        own = any(not common(token.lower_) for token in name if token.is_alpha)
        return not own and lands[before.i] not in countries
    return not _is_headline(before)


def goes_on_behind(name: Span, common: Common) -> bool:
    """Whether a name of one ordinary word is the beginning of a longer one: "Dawn Brigade" is no "Dawn"."""
    if len(name) != 1 or name.end >= len(name.doc) or not common(name[0].lower_):
        return False
    following = name.doc[name.end]
    joined = name[0].dep_ == "compound" and name[0].head.i >= name.end and following.ent_iob_ == "I"
    return joined and following.pos_ == "PROPN" and following.text[0].isupper() and not _is_headline(following)


def _is_part(before: Token, name: Span, common: Common) -> bool:
    """Whether a word before a name belongs to it."""
    first = name[0]
    if before.pos_ != "PROPN" or not before.text[0].isupper() or before.dep_ != "compound" or before.head.i < first.i:
        return False
    inside = first.ent_iob_ == "I"
    titled = before.lower_ in heads() or before.lemma_.lower() in heads()
    if before.lower_ in TITLES or (titled and not (inside and first.ent_type_ == "ORG")):
        return False
    alone = not before.ent_type_ and first.ent_type_ not in ("NORP", "PERSON")
    return inside or (alone and before.head.i < name.end and not (before.is_sent_start and common(before.lower_)))


def _is_headline(token: Token) -> bool:
    words = [t for t in token.sent if t.is_alpha and len(t) > 3]
    return len(words) >= FEW and sum(t.text[0].isupper() for t in words) > MOST * len(words)
