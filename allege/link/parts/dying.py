"""Tolls that are told without a deed: "Gunmen attacked the market. Four people died, he said."

That people died is no attack, and a text may tell of deaths of many causes. Such a toll belongs to the one attack that
its document tells of, where its own clause names no other cause, time or place and the attack is told right before or
after. What is put together does not depend on it. Words: allege/data/link/dying.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from allege.claim import Certainty, ClaimKind, Role
from allege.link.model import EventClaim, Incident

HELD = frozenset({Certainty.CT_PLUS, Certainty.PR_PLUS})

NEAR = 250
"""Letters between the sentence of such a toll and one that tells of the attack, at most: a sentence or two."""

DEED = "ASSAULT"

_SINCE_SAID = re.compile(r"\bsince (?=(?:said|put|told|\w+ed)\b)")
"""Tells when somebody spoke, and not when others died: "the clinic has | since | said that four died"."""

_CLAUSE = re.compile(r"[,;:.!?”\"]|\b(?:and|while|but)\b")
"""Ends the clause of a verb of dying."""


def tolls(claims: Iterable[EventClaim], incidents: Iterable[Incident]) -> Iterator[tuple[str, str]]:
    """The tolls that belong to an incident, as ids of claim and incident.

    `claims` may be of any kind, and hold those of the incidents; a document that tells of more than one attack gives
    none.
    """
    known = list(claims)
    told = [claim for claim in known if claim.kind is ClaimKind.STATE and bare(claim)]
    documents = {claim.document for claim in told}
    where = {name: one.id for one in incidents if not documents.isdisjoint(one.documents) for name in one.claims}
    deeds: defaultdict[str, list[EventClaim]] = defaultdict(list)
    for claim in known:
        if claim.document in documents and claim.kind is ClaimKind.EVENT and claim.type == DEED and _held(claim):
            deeds[claim.document].append(claim)
    for claim in told:
        here = deeds[claim.document]
        about = {where.get(deed.id) for deed in here}
        incident = next(iter(about)) if len(about) == 1 else None
        if incident is not None and not _of_two_days(here) and _beside(claim, here):
            yield claim.id, incident


def bare(claim: EventClaim) -> bool:
    """Whether a claim gives a toll by a verb of dying alone, and holds it to be so."""
    if not (claim.of(Role.DEATHS) and _held(claim)) or claim.anchor.casefold() not in _listed("verbs"):
        return False
    at = (claim.anchor_spans[0].start if claim.anchor_spans else claim.start) - claim.start
    before, after = claim.sentence[: max(0, at)], claim.sentence[max(0, at) + len(claim.anchor) :]
    rest = _CLAUSE.split(after, maxsplit=1)[0]
    return _barring().search(_SINCE_SAID.sub("", before)) is None and _allowed().fullmatch(rest) is not None


def _held(claim: EventClaim) -> bool:
    return claim.certainty in HELD


def _of_two_days(deeds: Sequence[EventClaim]) -> bool:
    """Whether they name days that cannot be one: "raided Korran on Friday and shelled Selvane on Saturday"."""
    days = [(f.start, f.end) for deed in deeds for f in deed.of(Role.TIME) if f.start is not None and f.end is not None]
    return bool(days) and max(start for start, _ in days) > min(end for _, end in days)


def _beside(claim: EventClaim, deeds: Sequence[EventClaim]) -> bool:
    """Whether one of these is told right before or after the claim."""
    return any(max(claim.start - deed.end, deed.start - claim.end) <= NEAR for deed in deeds)


@cache
def _listed(name: str) -> tuple[str, ...]:
    text = files("allege").joinpath("data/link/dying.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)[name]["words"])


@cache
def _barring() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _listed('before')))})\b", re.IGNORECASE)


@cache
def _allowed() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?:{'|'.join(_listed('after'))}))*\s*", re.IGNORECASE)
