"""Names in no list that only a place can have where they stand: where one goes, what is besieged, whose people live.

"Troops entered X", "withdrew from X", "the siege of X", "residents of X", "in X", "X, where", "the road between X and
Y", "the X customs post". The tagger takes half of such names for persons or bodies, so its word counts for little here:
a name is none of a place where the text also has it as somebody's, or as the doer of something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from allege.analyse.matching import folded
from allege.analyse.places.kind_names import name_end, names_another
from allege.analyse.places.words import place_words

SHORTEST = 3
"""Letters of a name."""

LABELS = frozenset(("", "PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "GPE", "LOC", "FAC"))
_OUTSIDE = frozenset(("in", "near", "outside", "inside", "into", "throughout", "around"))
_WAY = frozenset(("road", "highway", "track", "path", "railway", "route", "border", "trail", "motorway"))

Rule = Callable[[Doc, int, int], str]


def unlisted(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """Tokens `[start, end)` of such names in text order, and the words that tell."""
    doers = _doers(doc)
    for token in doc:
        if token.i in taken or not _begins(token):
            continue
        end = name_end(doc, token.i, taken)
        if end == token.i or folded(doc[end - 1].text) in doers or not _is_name(doc, token.i, end):
            continue
        why = next((why for rule in RULES if (why := rule(doc, token.i, end))), "")
        if why:
            yield token.i, end, why


def _begins(token: Token) -> bool:
    """Whether a name may begin here: a capital, not within a longer name."""
    if token.pos_ not in ("PROPN", "ADJ", "NOUN") or not token.text[0].isupper() or token.ent_type_ not in LABELS:
        return False
    before = token.nbor(-1) if token.i else None
    return before is None or not (before.pos_ == "PROPN" and before.text[0].isupper())


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are a name that may be a place's: no acronym, nothing too short, a proper noun at the end."""
    last = doc[end - 1]
    short = end == start + 1 and len(last.text) < SHORTEST
    return not short and not any(t.is_upper and len(t) > 1 for t in doc[start:end]) and last.pos_ != "VERB"


def _doers(doc: Doc) -> frozenset[str]:
    """Folded last words of names that are somebody's: part of a person's, or the subject of what somebody does."""
    persons = (ent for ent in doc.ents if ent.label_ == "PERSON" and not any(t.is_space for t in ent))
    longer = {folded(ent[-1].text) for ent in persons if len(ent) > 1}
    acts = {folded(t.text) for t in doc if t.pos_ == "PROPN" and _acts(t) and t.ent_type_ not in ("GPE", "LOC")}
    return frozenset(longer | acts)


def _acts(token: Token) -> bool:
    """Whether a name does something, or has a spokesman."""
    if token.dep_ in ("nsubj", "agent"):
        return True
    return token.dep_ == "poss" and token.head.lemma_.lower() in place_words("spokesmen")


def _after_preposition(doc: Doc, start: int, end: int) -> str:
    """ "In X", where "in" hangs on no word of trust or owning ("confidence in X"); "at Orsa Ford"."""
    before = _before(doc, start)
    ends = doc[end - 1].lower_ in place_words("features") and end > start + 1
    if before is not None and before.lower_ in ("at", "on") and ends:
        return f"after {before.lower_!r}"
    if before is None or before.lower_ not in _OUTSIDE or doc[end - 1].dep_ not in ("pobj", "compound", "nmod"):
        return ""
    if doc[end - 1].dep_ != "pobj" and not _is_place_noun(doc[end - 1].head):
        return ""
    return "" if before.head.lemma_.lower() in place_words("holding") else f"after {before.lower_!r}"


def _before(doc: Doc, start: int) -> Token | None:
    """The word before a name, blanks passed over (a hash sign is read as one)."""
    at = start - 1
    while at >= 0 and doc[at].is_space:
        at -= 1
    return doc[at] if at >= 0 else None


def _reached(doc: Doc, start: int, end: int) -> str:
    """ "Entered X", "fled X"; "X was besieged"; "withdrew from X", "went back to X"."""
    head = doc[end - 1]
    verb = head.head
    reached = verb.lemma_ in place_words("reached") | place_words("stormed")
    reached = reached or (verb.lemma_ == "leave" and head.ent_type_ != "PERSON")
    if head.dep_ == "dobj" and reached:
        return f"with {verb.lower_!r}"
    if head.dep_ == "nsubjpass" and verb.lemma_ in place_words("stormed"):
        return f"with {verb.lower_!r}"
    if head.dep_ == "pobj" and verb.lower_ in ("from", "to", "through", "towards", "toward", "across"):
        goes = verb.head.lemma_ in place_words("gone") or (verb.i > 0 and verb.nbor(-1).lower_ == "back")
        return f"after '{verb.head.lower_} {verb.lower_}'" if goes else ""
    return ""


def _noun_of(doc: Doc, start: int, end: int) -> str:
    """ "The siege of X", "residents of X"."""
    before = _before(doc, start)
    if before is None or before.lower_ != "of" or not before.i or doc[end - 1].dep_ != "pobj":
        return ""
    noun = before.nbor(-1)
    return f"after '{noun.lower_} of'" if noun.lemma_.lower() in place_words("of_towns") else ""


def _where(doc: Doc, start: int, end: int) -> str:
    """ "X, where …"."""
    if end + 1 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ != "where":
        return ""
    return "before 'where'" if doc[end - 1].dep_ in ("pobj", "dobj", "appos", "conj") else ""


def _between(doc: Doc, start: int, end: int) -> str:
    """ "The road between X and Y", "the road from X to Y"."""
    before = _before(doc, start)
    if before is None or before.i < 1:
        return ""
    if before.lower_ in ("between", "from") and before.nbor(-1).lower_ in _WAY:
        return f"after '{before.nbor(-1).lower_} {before.lower_}'"
    joins = before.lower_ in ("and", "to") and before.i > 2
    for way in doc[max(0, before.i - 5) : before.i - 2] if joins else ():
        if way.lower_ in _WAY and way.nbor(1).lower_ == ("between" if before.lower_ == "and" else "from"):
            return f"after '{way.lower_} {way.nbor(1).lower_}'"
    return ""


def _before_noun(doc: Doc, start: int, end: int) -> str:
    """ "The X customs post", "X central police station": a name in front of a noun of place, other words between."""
    for token in doc[end : end + 3]:
        if not token.text.islower() or token.pos_ not in ("NOUN", "ADJ"):
            return ""
        if _is_place_noun(token):
            if names_another(doc, start, token.i):
                return ""
            return f"before {token.lower_!r}"
    return ""


def _is_place_noun(token: Token) -> bool:
    return token.text.islower() and token.lemma_.lower() in place_words("nouns") | place_words("sites")


def _village(doc: Doc, start: int, end: int) -> str:
    """ "Their village, X, was burned"."""
    head = doc[end - 1]
    named = head.dep_ == "appos" and head.head.i < start and head.head.text.islower()
    return f"of the {head.head.lower_}" if named and head.head.lemma_.lower() in place_words("of") else ""


RULES: tuple[Rule, ...] = (_after_preposition, _reached, _noun_of, _where, _between, _before_noun, _village)
