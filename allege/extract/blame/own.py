"""Whether those who did a deed are the ones who tell of it: the source itself, its people, or those it speaks for."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allege.analyse.analysis import Analysis
from allege.claim import Spans
from allege.extract.attribution.describe import speaks_for_others
from allege.extract.blame.links import words
from allege.extract.nouns import in_class
from allege.extract.predication import Filler
from allege.extract.roles import RELATIVE, antecedent, children, prepositional


def is_own(analysis: Analysis, source: Spans, filler: Filler) -> bool:
    """Whether the filler is the source ("it", "its units"), or whom it speaks for ("a Front spokesman")."""
    speaker = analysis.head_of(source)
    if speaker is None:
        return False
    speaker = (antecedent(speaker) or speaker) if speaker.lower_ in RELATIVE else speaker
    tellers = [analysis.resolve(speaker), *(analysis.resolve(t) for t in _spoken_for(speaker))]
    at = {t.i for t in tellers}
    known = [name for t in tellers if (name := _entity(analysis, t)) is not None]
    for token in (*analysis.tokens(filler.spans), analysis.doc[filler.head]):
        if _is_kin(token):
            continue
        meant = analysis.resolve(token)
        name = _entity(analysis, meant)
        if (token.lower_ in words("own") and not _is_the_texts(token)) or meant.i in at:
            return True
        if name is not None and any(_is_short(name, other) or _is_short(other, name) for other in known):
            return True
    return False


def _is_kin(token: Token) -> bool:
    """Whether it only says whose one person is: "| his | sergeant", "my brother"; "his men" are his own."""
    one = token.head
    return token.lower_ in ("his", "her", "my") and token.dep_ == "poss" and one.tag_ == "NN" and _is_one(one)


def _is_one(noun: Token) -> bool:
    return in_class(noun, "person") and not in_class(noun, "group") and noun.lemma_.lower() not in BODIES


BODIES = frozenset(
    {"army", "brigade", "council", "country", "force", "gang", "government", "group", "guard", "junta", "militia",
     "ministry", "movement", "organisation", "organization", "party", "people", "police", "regime", "side", "team",
     "unit"}
)  # fmt: skip
"""Nouns for many people, which are somebody's own."""


def _is_the_texts(token: Token) -> bool:
    """Whether "our" is said by the text itself: in "their claim | that our forces hit it" nobody is quoted."""
    clause = next((t for t in token.ancestors if any(c.dep_ == "mark" and c.lower_ == "that" for c in t.lefts)), None)
    return clause is not None and not any(t.is_quote for t in token.doc[clause.left_edge.i : token.i])


def _spoken_for(speaker: Token) -> Iterator[Token]:
    """Those in whose name somebody or a paper speaks: "a caller who said he was with the Front", "a Front leaflet"."""
    if speaks_for_others(speaker.lemma_.lower()) or speaker.lemma_.lower() in words("papers"):
        yield from children(speaker, "compound", "nmod", "poss")
        yield from prepositional(speaker, "of", "for", "from", "by")
    for noun in children(speaker, "appos"):
        if noun.lemma_.lower() in words("voices"):
            yield from prepositional(noun, "of", "for")
            yield from children(noun, "poss")
    for clause in children(speaker, "relcl", "acl"):
        for noun in (t for t in clause.subtree if t.lemma_.lower() in words("voices")):
            yield from children(noun, "poss")  # "which is described as the Front's mouthpiece"
        if clause.lemma_ in words("belonging"):
            yield from (t for t in clause.subtree if t.dep_ in ("pobj", "dobj", "attr") and t.pos_ == "PROPN")


def _is_short(name: str, other: str) -> bool:
    """Whether a name is another or its last words: "the Front" behind "the Kirel Front"."""
    return f" {other}".endswith(f" {name}")


def _entity(analysis: Analysis, token: Token) -> str | None:
    """The entity, or else the name, of the mention with that head."""
    mention = analysis.by_head.get(token.i)
    return None if mention is None else mention.entity or mention.name
