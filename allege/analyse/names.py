"""People, organizations and peoples that the pipeline tags as such and no list knows."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from allege.analyse.actors import Common
from allege.analyse.found import Found, spans_of, trimmed
from allege.claim import Mention, MentionType

LONGEST = 8
"""Tokens in a name; longer entities are a slip of the tagger (a list, a headline)."""

_TITLES = frozenset(
    ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "col", "gen", "lt", "sgt", "gen.", "col.", "lt.")
)


def find(doc: Doc, common: Common) -> Iterator[Found]:
    """Mentions from the pipeline's PERSON, ORG and NORP; a surname takes the last full name before it."""
    full: dict[str, str] = {}
    for ent in doc.ents:
        if ent.label_ not in ("PERSON", "ORG", "NORP"):
            continue
        start, end = trimmed(doc, ent.start, ent.end)
        if ent.label_ == "PERSON" and end - start > 1 and doc[start].lower_ in _TITLES:
            start += 1
        if not _is_sound(doc, start, end, common):
            continue
        spans = spans_of(doc, start, end)
        name = " ".join(doc[start:end].text.split())
        surname = doc[end - 1].text
        if ent.label_ == "PERSON" and end - start > 1:
            full[surname] = name
        if ent.label_ == "PERSON" or name in full:
            known = full.get(surname, name)
            yield Found(start, end, Mention(spans, MentionType.PERSON, name=known, score=0.8, why="tagged PERSON"), 5)
        else:
            score = 0.6 if ent.label_ == "NORP" else 0.7
            why = f"tagged {ent.label_}"
            yield Found(start, end, Mention(spans, MentionType.ACTOR, name=name, score=score, why=why), 6)


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
