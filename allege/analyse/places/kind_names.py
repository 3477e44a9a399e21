"""Names of places that the words around them make so, whatever the pipeline takes them for.

"The village of X", "villages: X, Y and Z", "the outskirts of X", "north of X", "in eastern X", "near X"; a name in a
row with a place; and a name that is a place once in a text is one wherever it stands alone or in the name of a body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from allege.analyse.labels import PLACES
from allege.analyse.matching import folded
from allege.analyse.places.words import ARTICLES, body_words, place_words

LONGEST = 4
"""Words of a name, hyphens not counted."""

_JOINTS = frozenset(("-", "'", "’", "‘", "`", "–"))
_INSIDE = frozenset(("in", "at", "near", "outside", "inside", "into"))
_ROW = frozenset((",", "and", "&"))
_NEAR = frozenset(("in", "at", "near", "outside", "around"))


def named(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """Tokens `[start, end)` of names that a word before makes a place, and that word."""
    for token in doc:
        if token.i in taken or not _begins(doc, token.i):
            continue
        why = _announced(doc, token.i) or _after_preposition(doc, token.i) or _before_happening(doc, token.i)
        end = name_end(doc, token.i, taken) if why else token.i
        if end > token.i and not (end == token.i + 1 and len(token.text) < 3):
            yield token.i, end, why
            yield from _others(doc, end, why, taken)


def _begins(doc: Doc, at: int) -> bool:
    """Whether a name may begin at a token: a capital, or an article joined to one ("al-Kut"), not in a joined word."""
    token = doc[at]
    capital = token.text[0].isupper()
    if not capital and token.lower_ not in ARTICLES:  # most words: asked of every word of a text
        return False
    if at and doc[at - 1].text in _JOINTS:
        return False
    joined = not token.whitespace_ and at + 2 < len(doc) and doc[at + 1].text == "-"
    return capital or (joined and doc[at + 2].text[0].isupper())


def name_end(doc: Doc, start: int, taken: set[int]) -> int:
    """Where the name that begins at `start` ends; `start` itself where none begins there."""
    end, words = start, 0
    while end < len(doc) and end not in taken and words < LONGEST:
        token = doc[end]
        if token.text in _JOINTS:
            joins = end + 1 < len(doc) and not token.whitespace_ and not doc[end - 1].whitespace_
            if not (joins and end > start and doc[end + 1].text[0].isalpha()):
                break
        elif token.i == start and _begins(doc, start) and token.text[0].islower():
            pass
        elif token.text[0].isupper() and token.ent_type_ not in ("DATE", "TIME") and token.pos_ not in _NO_NAME:
            words += 1
        else:
            break
        end += 1
    return end


_NO_NAME = frozenset(("PRON", "DET", "NUM", "AUX", "PUNCT", "CCONJ"))


def _announced(doc: Doc, at: int) -> str:
    """The words before a name that make it a place; "" for none."""
    before = [t.lower_ for t in doc[max(0, at - 4) : at] if not t.is_space]
    if not before:
        return ""
    if before[-1] == "of" and len(before) > 1 and any(before[-2] in place_words(name) for name in ("of", "sides")):
        return f"{before[-2]} of"
    if before[-1] == ":" and len(before) > 1 and before[-2] in place_words("of"):
        return before[-2]
    if before[-1] in place_words("within") and doc[at].ent_type_ != "NORP":
        return before[-1] if len(before) > 1 and before[-2] in (*_NEAR, "from", "into", "across", "of") else ""
    return ""


def _after_preposition(doc: Doc, at: int) -> str:
    """The preposition before a name that the pipeline takes for a person's, or for none; "" where there is none."""
    if not at or doc[at].ent_type_ not in ("", "PERSON") or doc[at].pos_ != "PROPN":
        return ""
    before = at - 1 - (doc[at - 1].is_space or doc[at - 1].lower_ == "the")  # a hash sign is read as a blank
    return doc[before].lower_ if before >= 0 and doc[before].lower_ in _INSIDE else ""


HAPPENINGS = frozenset({"riot", "massacre", "blast", "explosion", "siege", "pogrom", "shooting"})
"""What is called by where it happened ("the Bresk riots"); an attack or a raid may be called by who did it."""

_OPENING = frozenset(("the", "during", "in", "after", "since", "of", "to", "over", "from"))


def _before_happening(doc: Doc, at: int) -> str:
    """The happening that a name of one word stands right before; "" for none, and for peoples and bodies."""
    token = doc[at]
    if at + 1 >= len(doc) or token.pos_ != "PROPN" or token.ent_type_ not in ("", "PERSON", *PLACES):
        return ""
    if not token.is_sent_start and doc[at - 1].lower_ not in _OPENING:
        return ""
    following = doc[at + 1]
    return following.lower_ if following.lemma_.lower() in HAPPENINGS and following.text[0].islower() else ""


def beside(doc: Doc, places: Sequence[tuple[int, int]], taken: set[int]) -> Iterator[tuple[int, int]]:
    """Names that stand in a row with a place: "X and Y", "X, Y and Z"."""
    ends, starts = (set(edges) for edges in zip(*places, strict=True)) if places else (set(), set())
    for token in doc:
        before = token.i - 1
        if token.i in taken or not token.text[0].isupper() or before < 1 or doc[before].text in _JOINTS:
            continue
        end = name_end(doc, token.i, taken)
        left = doc[before].lower_ in _ROW and (before in ends or (doc[before - 1].text == "," and before - 1 in ends))
        right = end + 1 < len(doc) and doc[end].lower_ in _ROW and end + 1 in starts
        if end > token.i and (left or right):
            ends.add(end)
            yield token.i, end


def _others(doc: Doc, end: int, why: str, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """The other names of a list ("the towns of X, Y and Z"); only after a word in the plural."""
    noun = why.partition(" ")[0]
    if not noun.endswith("s") or noun in ("streets", "outskirts", "parts"):
        return
    while end + 1 < len(doc) and doc[end].lower_ in (",", "and"):
        start = end + 1 + (doc[end + 1].lower_ == "and")
        if start >= len(doc) or not doc[start].text[0].isupper():
            return
        last = name_end(doc, start, taken)
        if last == start:
            return
        yield start, last, why
        end = last


_OF_A_PEOPLE = ("ian", "ean", "ese", "ish")
"""How adjectives of peoples end that no list has."""


def names_another(doc: Doc, start: int, noun: int) -> bool:
    """Whether a noun of place tells what stands behind it: "the Orsanian | city | of Velm" is no "Orsanian city"."""
    after, people = noun + 2, doc[noun - 1]
    if after >= len(doc) or doc[noun + 1].lower_ != "of" or start != noun - 1:
        return False
    if doc[noun].text[0].isupper() or not doc[after].text[0].isupper():
        return False
    return people.ent_type_ == "NORP" or people.pos_ == "ADJ" or people.lower_.endswith(_OF_A_PEOPLE)


_OF_NAMES = ("PROPN", "NOUN", "ADJ")


def names_body(doc: Doc, at: int) -> bool:
    """Whether the name goes on to be a body's: "the Orsa Valley | Front", "the Velm River | Liberation Army"."""
    end = at
    while end < len(doc) and end - at < LONGEST and doc[end].text[0].isupper() and doc[end].pos_ in _OF_NAMES:
        end += 1
    return end > at and (doc[end - 1].lower_ in body_words() or doc[end - 1].lemma_.lower() in body_words())


def persons(doc: Doc) -> Counter[str]:
    """The folded last words of what the pipeline takes for persons, and how often each stands there."""
    return Counter(folded(ent[-1].text) for ent in doc.ents if ent.label_ == "PERSON")


def again(doc: Doc, known: dict[str, tuple[int, int]], taken: set[int]) -> Iterator[tuple[int, int]]:
    """Where names that are places elsewhere in the text stand by themselves; `known`: folded names, with tokens of one.

    Not in the name of a person, nor where the text has a person of that surname; nor what the pipeline takes for a body
    or a people, unless it takes the name for a place more often.
    """
    surnames = {folded(ent[-1].text) for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1}
    votes = Counter[str]()
    for ent in doc.ents:
        votes[folded(ent.text)] += (ent.label_ in PLACES) - (ent.label_ in ("ORG", "NORP"))
    firsts: dict[str, list[tuple[str, int]]] = {}
    for key, (start, end) in known.items():
        if key not in surnames and len(key) > 3:
            firsts.setdefault(folded(doc[start].text), []).append((key, end - start))
    for token in doc:
        if token.i in taken or not token.text[0].isupper():
            continue
        for key, size in sorted(firsts.get(folded(token.text), ()), key=lambda pair: -pair[1]):
            end = token.i + size
            body = token.ent_type_ in ("ORG", "NORP") and votes[key] <= 0
            if folded(doc[token.i : end].text) == key and not body and not _in_person(doc, token.i, end):
                yield token.i, end
                break


def _in_person(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is part of a longer one of a person."""
    around = [*doc[max(0, start - 1) : start], *doc[end : end + 1]]
    return any(t.ent_type_ == "PERSON" and t.pos_ == "PROPN" for t in around) and doc[start].ent_type_ == "PERSON"
