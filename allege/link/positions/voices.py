"""On whose word a claim rests: who its innermost source is, and when two such sources are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from allege.claim import CreditKind, SourceKind
from allege.link.model import EventClaim, Speaker, Story
from allege.link.positions.lexicon import lexicon, stem, tokens
from allege.link.positions.records import Voice

NO_ONE = frozenset({SourceKind.WITNESS, SourceKind.UNNAMED})
"""Kinds whose words do not tell one of them from another: two papers' "residents" may or may not be the same people."""

_SELF = re.compile(r"\b[Ww]e, (?:the )?([A-Z][\w’'-]+(?: (?:of |the )*[A-Z][\w’'-]+){0,5}),")


def voice(
    claim: EventClaim, story: Story | None, earlier: Sequence[EventClaim] = (), names: Iterable[str] = ()
) -> Voice:
    """The innermost source of a claim. `earlier`: the document's claims before it, which tell who "he" is."""
    speaker = claim.speakers[-1] if claim.speakers else None
    if speaker is None or speaker.kind is SourceKind.AUTHOR:
        return author(story, names)
    if _pronoun(speaker):
        known = (one.speakers[-1] for one in reversed(earlier) if one.speakers)
        speaker = next((one for one in known if one.kind is not SourceKind.AUTHOR and not _pronoun(one)), speaker)
    words = " ".join(speaker.words.split()) or "somebody whom the text does not name"
    anonymous = speaker.kind in NO_ONE or (speaker.kind is SourceKind.PERSON and not speaker.named)
    identity = speaker.entity or house(words)
    return Voice(words, speaker.kind, speaker.named, None if anonymous or _pronoun(speaker) else identity, identity)


def author(story: Story | None, names: Iterable[str] = ()) -> Voice:
    """The author's own voice, under the name of whoever publishes. `names`: known ones, to know a letterhead by."""
    named = publisher(story) or _letterhead(story, names) or (story.byline if story else None)
    document = story.id if story else ""
    return Voice(named or "the author", SourceKind.AUTHOR, bool(named), house(named) if named else None,
                 house(named) if named else f"author of {document}")  # fmt: skip


def publisher(story: Story | None) -> str | None:
    """Who stands for a document's own words: its publisher, the wire it is from, the "we" of a statement, or nobody."""
    if story is None:
        return None
    if story.publisher:
        return story.publisher
    we = _SELF.search(story.text[:4000])
    return next(iter(wires(story)), we.group(1) if we else None)


def wires(story: Story) -> tuple[str, ...]:
    """The agencies that a document credits, as written: in a credit of their own or in the dateline's brackets."""
    named = [credit.name for credit in story.credits if credit.kind is CreditKind.WIRE]
    lines = [credit.name for credit in story.credits if credit.kind is CreditKind.DATELINE]
    inside = (re.search(r"\(([^()]+)\)", line) for line in lines)
    return tuple(dict.fromkeys([*named, *(found.group(1) for found in inside if found)]))


def _letterhead(story: Story | None, names: Iterable[str]) -> str | None:
    """The first line of a statement without a publisher, where it is nothing but a known name."""
    lines = [line.strip(" #*") for line in (story.text if story else "").splitlines() if line.strip()]
    if not lines or len(lines[0]) > 80:
        return None
    head = tokens(lines[0])
    return next((name for name in names if tokens(name) == head), None)


def house(name: str) -> str:
    """A publisher's name as one compares it: "Reuters News" is "reuters", "The Nation (All Africa)" is "nation"."""
    lists = lexicon()
    plain = name.casefold().strip(" (")
    inside = re.search(r"\(([^)]*)\)?", plain)
    plain = re.split(r"[(/]| - ", plain)[0].strip() or plain
    if plain in lists.house_archives and inside:
        plain = inside.group(1).strip()
    plain = re.sub(r"^(?:the|an?)\s+", "", plain)
    while plain not in lists.house_names:
        tail = next((one for one in lists.house_tails if plain.endswith(f" {one}") and plain != one), None)
        if tail is None:
            break
        plain = plain[: -len(tail) - 1].strip()
    return lists.house_names.get(plain, plain)


def same_voices(heard: Iterable[Voice]) -> Mapping[str, str]:
    """For each key, the shortest key that plainly names the same source: "police" for "police chief Joren Abery".

    The telling words of one must all stand in the other (compared by their beginnings, so that a minister speaks for
    the ministry); words for ranks and duties do not tell. A name that fits two sources with no word in common is
    neither ("the army and the police").
    """
    told: dict[str, frozenset[str]] = {}
    for one in heard:
        if one.key is not None:
            words = _telling(one.words)
            told[one.key] = min(words, told.get(one.key, words), key=lambda said: (len(said), sorted(said)))
    parent: dict[str, str] = {}
    by_word: dict[str, list[str]] = defaultdict(list)
    for key in sorted(told, key=lambda key: (len(told[key]), key)):
        near = dict.fromkeys(other for word in sorted(told[key]) for other in by_word[word])
        fits = dict.fromkeys(_root(other, parent) for other in near if told[other] <= told[key])
        parent[key] = key
        if fits and frozenset.intersection(*(told[root] for root in fits)):
            first, *others = fits
            parent.update(dict.fromkeys([key, *others], first))
        elif told[key]:
            by_word[min(told[key])].append(key)
    return {key: _root(key, parent) for key in parent}


def _root(key: str, parent: Mapping[str, str]) -> str:
    while parent[key] != key:
        key = parent[key]
    return key


def _telling(words: str) -> frozenset[str]:
    duties = lexicon().duties
    return frozenset(stem(word) for word in tokens(words) if word not in duties and not word.isdigit())


def _pronoun(speaker: Speaker) -> bool:
    said = tokens(speaker.words)
    lists = lexicon()
    return len(said) == 1 and (said[0] in lists.third_person or said[0] in lists.first_person)
