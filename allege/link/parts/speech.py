"""Claims that are words about an occurrence and none themselves: a denial, a demand, a vow.

The claim that somebody denied a raid is true of what he said; what he speaks of is another claim. A report that tells
of nothing but such words makes no incident. Which they are: allege/data/link/speech.toml.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from allege.claim import Act
from allege.link.model import EventClaim
from allege.link.parts.bearing import bearing

Sentence = tuple[str, int]
"""A document and where in its text the sentence starts."""


@dataclass(frozen=True, slots=True)
class _Sort:
    """A table of the file. `begins`: None where every word of its types is such an act."""

    begins: tuple[str, ...] | None
    act: Act | None


def only_spoken(told: Mapping[str, Sequence[EventClaim]], every: Iterable[EventClaim]) -> frozenset[str]:
    """The names of those groups of claims that hold nothing but words about an occurrence.

    `every`: all claims of their documents; asked only where some group may be one.
    """
    able = {name: claims for name, claims in told.items() if all(claim.type in _sorts() for claim in claims)}
    if not able:
        return frozenset()
    beside = sentences(every, {claim.document for claims in able.values() for claim in claims})
    return frozenset(
        name
        for name, claims in able.items()
        if all(is_speech(claim, beside[claim.document, claim.start]) for claim in claims)
    )


def spoken_with(claims: Sequence[EventClaim], about: Mapping[str, str]) -> dict[str, str]:
    """For each act of speech the one incident that the claims of its sentence are `about`, where they are about one."""
    documents = {claim.document for claim in claims if claim.id in about}
    found: dict[str, str] = {}
    for beside in sentences(claims, documents).values():
        meant = {about[claim.id] for claim in beside if claim.id in about}
        if len(meant) == 1:
            words = (claim for claim in beside if claim.id not in about and is_speech(claim, beside))
            found |= dict.fromkeys((claim.id for claim in words), *meant)
    return found


def sentences(claims: Iterable[EventClaim], documents: Collection[str]) -> Mapping[Sentence, Sequence[EventClaim]]:
    """The claims of each sentence of these documents."""
    found: defaultdict[Sentence, list[EventClaim]] = defaultdict(list)
    for claim in claims:
        if claim.document in documents:
            found[claim.document, claim.start].append(claim)
    return found


def is_speech(claim: EventClaim, beside: Iterable[EventClaim]) -> bool:
    """Whether a claim is words about an occurrence. `beside`: the claims of its sentence."""
    sort = _sorts().get(claim.type)
    if sort is None:
        return False
    if sort.begins is None or claim.anchor.casefold().startswith(sort.begins):
        return True
    return sort.act is not None and any(_only_said(other, sort.act) for other in beside)


def _only_said(claim: EventClaim, act: Act) -> bool:
    """Whether it is told by that act, and not as something that happened."""
    return act in {speaker.act for speaker in claim.speakers[1:]} and bearing(claim) is not None


@cache
def _sorts() -> Mapping[str, _Sort]:
    return dict(_read())


def _read() -> Iterator[tuple[str, _Sort]]:
    text = files("allege").joinpath("data/link/speech.toml").read_text("utf-8")
    for row in tomllib.loads(text).values():
        begins = tuple(row["begins"]) if "begins" in row else None
        for claims in row["claims"]:
            yield claims, _Sort(begins, Act(row["act"]) if "act" in row else None)
