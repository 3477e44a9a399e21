"""People, organizations and peoples that the pipeline tags as such and no list knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from allege.analyse import data
from allege.analyse.found import Found, spans_of, trimmed
from allege.analyse.matching import Common
from allege.claim import Mention, MentionType

LONGEST = 8
"""Tokens in a name; longer entities are a slip of the tagger (a list, a headline)."""

INITIALS = 3
"""Letters in capitals that are no person's own, at least."""

KIN = 5
"""Words from whose kin somebody is to his name, at most."""

Name = tuple[str, ...]
"""A name in words."""

APART = frozenset({"Free", "Real", "Provisional", "Continuity"})
"""Words before the name of a people or an army by which others call themselves: "Free Orland Army"."""

_RANKS = [rank.lower() for rank in data.lines("mentions/ranks.txt")]
TITLES = frozenset(("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "gen", "gen.", *_RANKS)) | {
    rank.rstrip(".") for rank in _RANKS
}


def find(doc: Doc, common: Common) -> Iterator[Found]:
    """Mentions from the pipeline's PERSON, ORG and NORP; a part of a person's name takes the whole name.

    That is the last longer one told before ("Rudo" after "Ana Rudo"), else the only one that is told later.
    """
    named = list(_named(doc, common))
    only = _only(name for label, _, _, name in named if label == "PERSON")
    told: dict[Name, Name] = {}
    for label, start, end, name in named:
        spans = spans_of(doc, start, end)
        if label == "PERSON" or (len(name) == 1 and name in told):
            whole = told.get(name) or only.get(name, name)
            if label == "PERSON" and not _is_kin(doc, start, name):
                told.update(dict.fromkeys(_parts(whole), whole))
            mention = Mention(spans, MentionType.PERSON, name=" ".join(whole), score=0.8, why="tagged PERSON")
            yield Found(start, end, mention, 5)
        else:
            score, own = 0.6 if label == "NORP" else 0.7, " ".join(name)
            yield Found(start, end, Mention(spans, MentionType.ACTOR, name=own, score=score, why=f"tagged {label}"), 6)


def _is_kin(doc: Doc, start: int, name: Name) -> bool:
    """Whether somebody is told of as another's of the same name: of "Varl's brother, Ian Varl", "Varl" is the other."""
    before = doc[max(0, start - KIN) : start]
    return len(name) > 1 and any(t.text in ("'s", "’s") and t.i and t.nbor(-1).text == name[-1] for t in before)


def _named(doc: Doc, common: Common) -> Iterator[tuple[str, int, int, Name]]:
    """What is tagged and sound: the label, first and last token (exclusive), and the words of the name."""
    for ent in doc.ents:
        if ent.label_ not in ("PERSON", "ORG", "NORP"):
            continue
        start, end = trimmed(doc, ent.start, ent.end)
        if ent.label_ == "PERSON" and end - start > 1 and doc[start].lower_ in TITLES:
            start += 1
        if _is_sound(doc, start, end, common):
            label = "ORG" if is_initials(doc, start, end) else ent.label_
            yield label, start, end, tuple(doc[start:end].text.split())


def is_initials(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is capitals behind "the", and so no person's, whatever taggers say: "the VLA told them"."""
    word = doc[start].text
    alone = end - start == 1 and len(word) >= INITIALS and word.isalpha() and word.isupper()
    return alone and start > 0 and doc[start - 1].text in ("the", "The")


def _only(names: Iterable[Name]) -> dict[Name, Name]:
    """By part the full name that it may stand for, where there is one; a part of another name is no full name."""
    holders: dict[Name, set[Name]] = {}
    for name in names:
        for part in _parts(name):
            holders.setdefault(part, set()).add(name)
    full = {part: [name for name in found if name not in holders] for part, found in holders.items()}
    return {part: found[0] for part, found in full.items() if len(found) == 1}


def _parts(name: Name) -> Iterator[Name]:
    """The shorter names that may stand for a name: words side by side in it, but not the first word alone."""
    for size in range(1, len(name)):
        for first in range(1 if size == 1 else 0, len(name) - size + 1):
            yield name[first : first + size]


def _is_sound(doc: Doc, start: int, end: int, common: Common) -> bool:
    """Whether an entity looks like a name: short, with a capital, mostly letters, no line break, no ordinary word."""
    if not 0 < end - start <= LONGEST:
        return False
    tokens = doc[start:end]
    if any("\n" in t.text for t in tokens) or not any(t.text[0].isupper() for t in tokens):
        return False
    letters = sum(c.isalpha() for c in tokens.text)
    if letters < 2 or 2 * letters < len(tokens.text):
        return False
    return end - start > 1 or not (doc[start].is_sent_start and common(doc[start].lower_))


def is_another(doc: Doc, start: int) -> bool:
    """Whether a name that begins at a token is the end of one by which others call themselves."""
    return start > 0 and doc[start - 1].text in APART
