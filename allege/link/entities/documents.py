"""Whom the mentions of one document name: what extraction left open, and what lists and analysts join.

Only what differs from the mention's own entity is given, so that nothing is stored twice. An acronym needs support in
the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from allege.claim import MentionType
from allege.link.entities.judged import NONE, Merges, name_id
from allege.link.entities.resolve import Answer, Resolver
from allege.link.entities.spelling import bare, is_acronym, letters, lexicon, tokens, without_article
from allege.link.entities.texts import definitions, setting_of
from allege.link.entities.ways import Setting
from allege.link.model import Resolution, Story

NAMED_BY_ITSELF = 3
"""Words that count which an unlisted name must have before two documents with it are held to name one body."""

UNLISTED = 0.4

_CALLED = re.compile(r"^(?:[Ww]e, (?:the )?|(?:[Tt]he )?so-called )(?=[A-Z])")
"""What stands before a name in a statement ("We, the Dawn Front") or by a writer who doubts it."""

_BRACKETED = re.compile(r"^(?P<before>\S.*?)\s*[(\[](?P<within>[^()\[\]]+)[)\]]$")
"""A name with its acronym: "the Dawn Front (DF)", "DF (Dawn Front)"."""

_AT = re.compile(r"\b(?:in|at|near|from|on|by|with|and|or)\b")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The words of a mention, with what extraction found that they name."""

    type: MentionType
    words: str
    entity: str | None = None
    name: str | None = None


def resolutions(
    story: Story, mentions: Iterable[Mentioned], using: Resolver, merged: Merges = NONE
) -> tuple[Resolution, ...]:
    """What is to be said of the document's actors beyond what their mentions say, by words."""
    actors = sorted({m for m in mentions if m.type is MentionType.ACTOR}, key=lambda m: (m.words, m.entity or ""))
    known = frozenset(using.index.by_id[m.entity].id for m in actors if m.entity in using.index.by_id)
    setting = Setting(year=story.published.year if story.published else None, named=known, strict=True)
    if any(m.entity is None and using.may_know(_CALLED.sub("", m.words)) for m in actors):
        setting = setting_of(story.text, using.index, setting)
    elif any(m.entity is None and _short_within(m.words) for m in actors):
        setting = replace(setting, defined=tuple(definitions(story.text)))
    decided = {m.words for m in actors if m.entity}
    found: dict[str, Resolution] = {}
    for mention in actors:
        resolution = _resolution(story.id, mention, using, merged, setting)
        if resolution is not None and (resolution.entity or mention.words not in decided):
            found.setdefault(mention.words, resolution)
    return tuple(found.values())


def _resolution(
    document: str, mention: Mentioned, using: Resolver, merged: Merges, setting: Setting
) -> Resolution | None:
    answer = _listed(mention, using) if mention.entity else _answer(mention.words, using, setting)
    entity, name, why = answer.entity, answer.name, answer.why
    if entity is None and (own := merged.own(mention.words)):
        entity, name, why = own, without_article(mention.words), f"{why}; an analyst's decision names it"
    if entity is not None:
        judged = merged.entity(entity, mention.words)
        if judged != entity:
            known = using.index.by_id.get(judged)
            why = f"{why}; an analyst decided that it goes by {known.name if known else 'another name'}"
            same = judged == name_id(mention.words)
            entity, name = judged, known.name if known else mention.words if same else name
    candidates = tuple(candidate.entity for candidate in answer.candidates)
    if entity == mention.entity and (entity is not None or not candidates):
        return None
    return Resolution(document, mention.type, mention.words, entity, name, answer.score, why, candidates)


def _listed(mention: Mentioned, using: Resolver) -> Answer:
    """What extraction found, under the id that the merged lists give it."""
    known = using.index.by_id.get(str(mention.entity))
    if known is None or known.id == mention.entity:
        return Answer(mention.entity, mention.name, 1.0, "found in the document")
    return Answer(known.id, known.name, 1.0, f"the lists join {mention.entity} and {known.id}")


def _answer(words: str, using: Resolver, setting: Setting) -> Answer:
    """Whom open words name; a long unlisted name of its own names a body that other documents may name too.

    A name that several listed bodies have waits for a person: two documents with it need not mean the same one. With
    its acronym beside it, and by the acronym alone where the text says what that stands for, it is the same name.
    """
    if not any(word.lstrip("#")[:1].isupper() for word in words.split()):
        return Answer()
    words = _CALLED.sub("", words)
    answer = using.resolve(words, setting) if using.may_know(words) else Answer()
    long = _written_out(words, setting)
    own = without_article(long or words)
    if answer.entity is None and not answer.shared and is_name(own):
        known = f"known by its own words{f', which the text gives for {words}' if long else ''}"
        why = "; ".join(part for part in (answer.why, known) if part)
        return Answer(name_id(own), own, UNLISTED, why, answer.candidates, answer.parent)
    return answer


def _short_within(words: str) -> str:
    """The acronym that words are, or that stands in brackets with them; nothing where there is none."""
    words = without_article(words)
    found = _BRACKETED.match(words)
    parts = (found["within"], found["before"]) if found else (words,)
    return next((part for part in parts if is_acronym(part)), "")


def _written_out(words: str, setting: Setting) -> str:
    """The name that the text gives for the acronym in these words."""
    short = letters(_short_within(words)) if setting.defined else ""
    return next((long for acronym, long in setting.defined if short and letters(acronym) == short), "")


def is_name(words: str) -> bool:
    """Whether words are surely one body's name: long, every word that counts with a capital, letters alone.

    "Diplomats in Port Ellery" may begin a sentence: people at a place are no body.
    """
    stop = lexicon().stop
    if _AT.search(words):
        return False
    written = [word for word in re.findall(r"[^\s\-]+", words) if word.lower() not in stop]
    capitals = all(re.fullmatch(r"[^\W\d_a-z][\w'’.]*", word) for word in written)
    return capitals and len(tokens(words)) >= NAMED_BY_ITSELF and bool(bare(words)) and not words.isupper()
