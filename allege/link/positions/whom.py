"""Whom or what the words of a recipient mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from allege.claim import Role
from allege.link.model import EventClaim, Filler
from allege.link.positions import figures, sides
from allege.link.positions.lexicon import lexicon, listed, persons, singular, tokens
from allege.link.positions.records import Value

_NUMBER = (
    r"(?:[\d,.]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|dozens?|hundreds?|thousands?|scores?|tens|several|many)"
)
COUNT = re.compile(
    rf"^(?:(?:at|least|most|about|some|around|nearly|almost|more|than|up|to|over|an?|the|other|another)\b\s*)*"
    rf"{_NUMBER}(?:[ -]{_NUMBER})*\b(?![-‐–]\w)(?: of\b)?\s*", re.IGNORECASE
)  # fmt: skip
"""How many, before whom: the toll has slots of its own. "A 17-year-old girl" is no count."""
_BETWEEN = re.compile(r"(?:\s[^\W\d_A-Z][\w-]*){0,2}\s")
"""What may stand between a place and the noun of a deed that is called by it: "the Orsa mass shooting"."""

_ENDS = [(word,) for word in ("of", "in", "from", "who", "with", "at", "on", "near", "by")]
_ONE = frozenset({"a", "an", "the", "another", "his", "her", "their", "my", "our", "one"})
_OF_ONE = re.compile(r"^\d{1,3}-(?:year|month)-old\b|[’']s?\s")
"""Before whoever is one: his age, or whose he is."""
_ATTEMPTED = re.compile(r"\battempt\w*(?:\s+[\w-]+)?\s+$", re.IGNORECASE)


def recipient(filler: Filler) -> Value | None:
    """Whom or what the words of a recipient mean; None for a pronoun, or for nothing but a number."""
    said = tokens(filler.words)
    if not said or said[0] in lexicon().third_person | lexicon().first_person:
        return None
    if filler.entity and not filler.entity.startswith(sides.UNLISTED):
        return Value(filler.entity, filler.name or filler.words, entity=filler.entity)
    words = COUNT.sub("", " ".join(filler.words.split()))
    kept = [word for word in tokens(words) if word not in lexicon().articles]
    if not kept or (len(kept) == 1 and listed(kept[0], lexicon().anybody)) or kept[0].isdigit():
        return None
    first = words.split(" ", 1)[0]
    words = words.replace(first, first.lower(), 1) if first.casefold() in lexicon().articles else words
    return Value(" ".join(singular(word) for word in kept), words)


def only_where(filler: Filler, claim: EventClaim) -> bool:
    """Whether a recipient is the place that a deed is called by, which the claim has as its place, too.

    "Two hurt in Orsa shooting" was in Orsa, and nobody shot at Orsa; "rebels shelled Orsa" hit it.
    """
    here = {place.geonames or place.words for place in claim.of(Role.PLACE)}
    if (filler.geonames or filler.words) not in here or not claim.anchor_spans:
        return False
    before = claim.sentence[: max(0, claim.anchor_spans[0].start - claim.start)]
    at = before.rfind(filler.words)
    return at >= 0 and _BETWEEN.fullmatch(before, at + len(filler.words)) is not None


def only_whence(place: Filler, claim: EventClaim) -> bool:
    """Whether a place only says where one of the parties is from: "an Orsa girl", "Ada Brook of Orsa"."""
    words = " ".join(place.words.split())
    people = "|".join(sorted(map(re.escape, persons())))
    parties = (*claim.of(Role.ACTOR), *claim.of(Role.RECIPIENT))
    said = (" ".join(filler.words.split()) for filler in parties if words in filler.words and words != filler.words)
    return any(
        re.search(rf"\b{re.escape(words)}(?: [a-z]+)? (?:{people})\b", one)
        or re.fullmatch(rf"(?:[A-Z][\w.’'-]* ){{2,4}}of {re.escape(words)}", one)
        for one in said
    )


def named_people(claims: Iterable[EventClaim]) -> frozenset[str]:
    """The names of those who do something, are killed or arrested, and are no place: none is where it was."""
    out: set[str] = set()
    for claim in claims:
        lived = claim.mode == "arrest" or claim.anchor.casefold().startswith(lexicon().killing)
        parties = (*claim.of(Role.ACTOR), *(claim.of(Role.RECIPIENT) if lived else ()))
        out.update(filler.name.casefold() for filler in parties if filler.name and filler.latitude is None)
    return frozenset(out)


def one_person(filler: Filler) -> bool:
    """Whether the words mean one person: a name of several words, an age, or "the clerk's daughter"."""
    words = " ".join(filler.words.split()).partition(",")[0]
    if filler.latitude is not None or COUNT.match(words) or not words:
        return False
    said = tokens(words)
    if all(word[:1].isupper() for word in words.split()) and len(said) > 1:
        return singular(said[-1]) == said[-1]
    head = next((word for at, word in enumerate(said) if said[at + 1 : at + 2] in _ENDS), said[-1])
    plain = head in persons() | lexicon().civil | lexicon().armed or head == "officer"
    return plain and singular(head) == head and head != "people" and (said[0] in _ONE or bool(_OF_ONE.search(words)))


def killed(claim: EventClaim) -> Value | None:
    """How many its recipients are at least who are said to be dead, where each is one person and no number is told."""
    hit = claim.of(Role.RECIPIENT)
    if not hit or claim.of(Role.DEATHS) or not claim.anchor.casefold().startswith(lexicon().killing):
        return None
    before = claim.sentence[: max(0, claim.anchor_spans[0].start - claim.start)] if claim.anchor_spans else ""
    if _ATTEMPTED.search(before) or not all(map(one_person, hit)):
        return None
    return figures.figure(Filler(Role.DEATHS, "", low=len({filler.name or filler.words for filler in hit})))
