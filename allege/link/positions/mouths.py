"""In whose mouth "we" and "their fighters" stand: a text's own author's, or that of somebody whom it cites."""

from __future__ import annotations

import re
from dataclasses import replace

from allege.claim import Role, SourceKind
from allege.link.incidents.words import MONTHS, WEEKDAYS
from allege.link.model import EventClaim, Filler
from allege.link.positions import who
from allege.link.positions.lexicon import lexicon, listed
from allege.link.positions.records import Voice

_THEIR = frozenset({"their", "its"})

_TELLING = re.compile(r"\b(?:that|how|whether)(?: \w+){0,3}$")
"""What stands between a word of saying and those whom it says to have done something."""


def as_spoken(filler: Filler, sentence: str, speaker: Voice) -> Filler:
    """ "Their fighters" as "our fighters" where they are plainly those of whoever speaks; all else as it is.

    "The Front said on Monday that their fighters did it": a body's name, and no other name between it and its people.
    "The ministry said that the Front and its fighters did it" may mean either and stays.
    """
    first, _, rest = filler.words.partition(" ")
    people = lexicon().armed | lexicon().anybody | lexicon().state
    if first.casefold() not in _THEIR or not listed(who.head_word(rest), people) or filler.entity:
        return filler
    _, named, after = sentence.partition(speaker.words)
    between, found, _ = after.partition(filler.words)
    plain = not any(word[:1].isupper() and word.casefold() not in MONTHS | WEEKDAYS for word in between.split())
    if speaker.kind not in who.BODIES or not speaker.named or not (named and found and plain) or "," in between:
        return filler
    return replace(filler, words=f"our {rest}")


def in_other_mouths(filler: Filler, sentence: str) -> bool:
    """Whether a text tells in its own words what others say of it: "they say that we took hostages", unquoted."""
    first = filler.words.partition(" ")[0]
    if first.casefold() not in lexicon().first_person:
        return False
    before, found, _ = sentence.partition(f" {filler.words}")
    told = _TELLING.search(before)
    return bool(found and told) and not any(mark in before for mark in '"“”')


def of_others(filler: Filler, sentence: str) -> bool:
    """Whether a quotation speaks of others: whoever says "They target our farmers" is none of them."""
    first = filler.words.partition(" ")[0]
    if filler.entity or " " in filler.words or first.casefold() not in lexicon().third_person:
        return False
    before, found, _ = sentence.partition(first)
    return bool(found) and (before.count('"') % 2 == 1 or before.count("“") > before.count("”"))


def of_author(claim: EventClaim) -> bool:
    """Whether a text speaks of its own author as one who does something: "our fighters burned it"."""
    said = claim.speakers[-1].kind if claim.speakers else SourceKind.AUTHOR
    first = lexicon().first_person
    return said is SourceKind.AUTHOR and any(
        f.words.partition(" ")[0].casefold() in first for f in claim.fillers if f.role in (Role.ACTOR, Role.RECIPIENT)
    )
