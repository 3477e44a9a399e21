"""Who stopped the doer: "the gunman killed two men before an officer shot him" was not done by the officer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from allege.claim import Role
from allege.link.model import EventClaim, Filler, Incident, Slot
from allege.link.positions.lexicon import lexicon, listed, singular
from allege.link.positions.records import Given
from allege.link.positions.who import head_word
from allege.link.positions.whom import one_person


def of_those_who_stopped_him(
    incident: Incident, found: Iterable[Given], claims: Mapping[str, EventClaim]
) -> frozenset[str]:
    """The claims whose recipient is the one person who is said to have done it: their doers only acted on him.

    Only one person is told apart so. Where two sides fight, each is hit by the other, and both are doers.
    """
    told = [claims[name] for name in (*incident.claims, *incident.attached) if name in claims]
    told = [claim for claim in told if claim.type == incident.type and claim.of(Role.ACTOR)]
    doers = {one.claim: one.value.key for one in found if one.slot is Slot.ACTOR and not one.value.denied}
    named: dict[str, set[str]] = defaultdict(set)
    sentences: dict[tuple[str, int], list[EventClaim]] = defaultdict(list)
    attackers: dict[str, set[str]] = defaultdict(set)
    for claim in told:
        sentences[claim.document, claim.start].append(claim)
        for filler in claim.of(Role.ACTOR):
            named[_called(filler)].add(claim.id)
            if _attacker(filler):
                attackers[claim.document].add(claim.id)
    out: set[str] = set()
    for claim in told:
        hit = claim.of(Role.RECIPIENT)
        if claim.id in doers and len(hit) == 1 and _one(hit[0]) and not _is(hit[0], claim.of(Role.ACTOR)):
            beside = (one for one in sentences[claim.document, claim.start] if one.id != claim.id)
            same = any(_is(hit[0], one.of(Role.ACTOR)) for one in beside)
            known = (named.get(_called(hit[0]), set()) if hit[0].name or hit[0].entity else set()) - {claim.id}
            if same or known or (_attacker(hit[0]) and attackers[claim.document] - {claim.id}):
                out.add(claim.id)
    return frozenset(out)


def _one(filler: Filler) -> bool:
    return bool(filler.name) or one_person(filler) or _attacker(filler)


def _attacker(filler: Filler) -> bool:
    """Whether the words say that he is the one: "the main shooter"."""
    head = head_word(filler.words)
    return listed(head, lexicon().attackers) and head == singular(head)


def _is(filler: Filler, others: Sequence[Filler]) -> bool:
    return any(_called(filler) == _called(other) for other in others)


def _called(filler: Filler) -> str:
    return filler.entity or (filler.name or " ".join(filler.words.split())).casefold()
