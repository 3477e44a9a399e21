"""On whose word a claim rests: who its innermost source is, and when two such sources are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from allege.claim import CreditKind, SourceKind
from allege.link.model import EventClaim, Speaker, Story
from allege.link.positions.lexicon import is_other_side, lexicon, stem, tokens
from allege.link.positions.records import Voice

NO_ONE = frozenset({SourceKind.WITNESS, SourceKind.UNNAMED, SourceKind.PERSON})
"""Kinds of which words without a name do not tell one from another: two papers' "residents" may be the same people."""

AUTHOR_OF = "author of "
"""How the identity of an author begins whom nothing names; the document's id follows."""

_CLAUSE = re.compile(r"(?:, (?:who|which|whom|whose|that|where)| (?:quoted|cited) by)\b.*$", re.IGNORECASE)

_OWNING = re.compile(r"(?:(?<=\w)[’']s|(?<=s)[’'])$")
"""What makes a source an owner: "the army's" statement is the army's word."""

_SELF = re.compile(r"\b[Ww]e, (?:the )?([A-Z][\w’'-]+(?: (?:of |the )*[A-Z][\w’'-]+){0,5}),")


def voice(
    claim: EventClaim, story: Story | None, earlier: Sequence[EventClaim] = (), names: Iterable[str] = ()
) -> Voice:
    """The innermost source of a claim. `earlier`: the document's claims before it, which tell who "he" is."""
    speaker = claim.speakers[-1] if claim.speakers else None
    if speaker is None or speaker.kind is SourceKind.AUTHOR:
        return author(story, names)
    if speaker.name and (_pronoun(speaker) or speaker.words.casefold() in lexicon().relative):
        speaker = replace(speaker, words=speaker.name)
    if _pronoun(speaker):
        known = [one.speakers[-1] for one in reversed(earlier) if one.speakers]
        others = {one.name for one in known if one.name and _is_of_other(one, speaker)}
        told = (one for one in known if one.kind is not SourceKind.AUTHOR and not _pronoun(one))
        speaker = next((one for one in told if one.name not in others), speaker)
    words = _called(speaker) or "somebody whom the text does not name"
    anonymous = not speaker.named and speaker.kind in NO_ONE
    identity = speaker.entity or house(words)
    return Voice(words, speaker.kind, speaker.named, None if anonymous or _pronoun(speaker) else identity, identity)


def _called(speaker: Speaker) -> str:
    """A source's words without the clause that says more about it; its name where they are only a part of that.

    "The army, which holds the airfield" is the army; "the Interior Ministry" has one name in all documents.
    """
    words = _OWNING.sub("", _CLAUSE.sub("", " ".join(speaker.words.split())).rstrip(" ,"))
    said = {word for word in tokens(words.split(",")[0]) if word not in lexicon().articles}
    if speaker.entity and speaker.name and said and said <= set(tokens(speaker.name)):
        return speaker.name
    return words


def author(story: Story | None, names: Iterable[str] = ()) -> Voice:
    """The author's own voice, under the name of whoever publishes. `names`: known ones, to know a letterhead by."""
    names = tuple(names)
    named = _ours(story, names) or _speaks(story, names) or publisher(story) or _letterhead(story, names)
    named = named or (story.byline if story else None)
    document = story.id if story else ""
    return Voice(named or "the author", SourceKind.AUTHOR, bool(named), house(named) if named else None,
                 house(named) if named else f"{AUTHOR_OF}{document}")  # fmt: skip


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


_OURS = re.compile(r"\b[Oo]ur (fighters|forces|troops|soldiers|units|men|mujahideen|guerrillas|heroes|comrades)\b")


def _ours(story: Story | None, names: Iterable[str]) -> str | None:
    """The one known name whose people a text calls ours: "the fighters of the Front attacked it. Our fighters …"."""
    text = story.text if story else ""
    people = sorted({found.group(1) for found in _OURS.finditer(text)})
    if not people:
        return None
    of = rf"\b(?:{'|'.join(people)}) of (?:the )?"
    fits = {name for name in map(_bare_name, names) if re.search(of + re.escape(name) + r"\b", text)}
    return next(iter(fits)) if len(fits) == 1 else None


_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|OUR|WE)\b")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')


def _speaks(story: Story | None, names: Iterable[str]) -> str | None:
    """The known name that a text begins with and goes on to call us: "The Front denies it. We do not kill farmers."."""
    text = story.text[story.front :].lstrip() if story else ""
    if not _WE.search(_QUOTED.sub("", text)):
        return None
    begun = text.removeprefix("The ").removeprefix("the ")
    behind = rf" (?:\w+ly )?(?:{'|'.join(lexicon().stating)})(?:e?s)?\b"
    fits = {name for name in map(_bare_name, names) if re.match(re.escape(name) + behind, begun)}
    return max(fits, key=len) if fits else None


def _bare_name(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ").partition(" (")[0]


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
    """For each key, one key for all that plainly name the same source: "police" and "police chief Joren Abery".

    The telling words of one must all stand in the other (compared by their beginnings, so that a minister speaks for
    the ministry); words for ranks and duties do not tell. A name that fits two sources with no word in common is
    neither ("the army and the police").
    """
    forms = sorted({(_telling(one.words), one.key) for one in heard if one.key is not None}, key=_shorter_first)
    parent = {key: key for _, key in forms}
    by_word: dict[str, list[int]] = defaultdict(list)
    for at, (telling, key) in enumerate(forms):
        near = dict.fromkeys(other for word in sorted(telling) for other in by_word[word])
        fits = [forms[other] for other in near if _one_source(forms[other][0], telling)]
        if fits and frozenset.intersection(*(words for words, _ in fits)):
            roots = sorted({_root(known, parent) for _, known in (*fits, (telling, key))})
            parent.update(dict.fromkeys(roots, roots[0]))
        for word in telling:
            by_word[word].append(at)
    return {key: _root(key, parent) for key in parent}


def _shorter_first(form: tuple[frozenset[str], str]) -> tuple[int, str, list[str]]:
    return len(form[0]), form[1], sorted(form[0])


def _one_source(short: frozenset[str], long: frozenset[str]) -> bool:
    """Whether all telling words of one stand in the other, or both name one office and at least one more word."""
    shared = short & long
    offices = {stem(word) for word in lexicon().offices}
    if is_other_side(short, long):
        return False
    return bool(short) and (short <= long or (len(shared) > 1 and bool(shared & offices)))


def _root(key: str, parent: Mapping[str, str]) -> str:
    while parent[key] != key:
        key = parent[key]
    return key


def _telling(words: str) -> frozenset[str]:
    duties = lexicon().duties
    return frozenset(stem(word) for word in tokens(words) if word not in duties and not word.isdigit())


_SHE, _HE = frozenset({"she", "her"}), frozenset({"he", "him"})


def _is_of_other(one: Speaker, speaker: Speaker) -> bool:
    """Whether one is called "he" where the other is called "she"."""
    first, second = one.words.casefold(), speaker.words.casefold()
    return (first in _HE and second in _SHE) or (first in _SHE and second in _HE)


def _pronoun(speaker: Speaker) -> bool:
    said = tokens(speaker.words)
    lists = lexicon()
    return len(said) == 1 and (said[0] in lists.third_person or said[0] in lists.first_person)
