"""Who denies what: that it happened, or that somebody did it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allege.claim import Certainty, ClaimKind, Role, SourceKind
from allege.link.model import EventClaim, Filler, Slot
from allege.link.parts.bearing import bearing
from allege.link.positions import sides
from allege.link.positions.given import Desk, contradicted, refuted
from allege.link.positions.lexicon import lexicon, singular, tokens
from allege.link.positions.passing import unproven
from allege.link.positions.records import Correction, Denial, Given, Value, Voice
from allege.link.positions.who import head_word
from allege.link.positions.whom import recipient


def denials(desk: Desk, found: Sequence[Given], amended: Sequence[Correction] = ()) -> Iterator[Denial]:
    """The claims of the incident's own type that hold, without reserve, that it is not so.

    A claim that names a doer denies the doer ("the army denied that it had shelled the village"), one that names none
    denies the occurrence ("no shell was fired"). Doubt ("witnesses disagree who fired") denies nothing, and whoever
    corrects or withdraws its own report (`amended`) denies nobody's word; nor does whoever tells of it in the same
    document ("there had been no attack since May"). `found`: the incident's answers.
    """
    said = _said(found)
    struck = {one.value.key for one in found if one.slot is Slot.RECIPIENT}
    incident, material = desk.incident, desk.material
    own = {one.document for one in amended}
    teller = _Tellers.of(desk)
    for name in (*incident.claims, *incident.attached):
        claim = material.claims.get(name)
        if claim is None or claim.kind is ClaimKind.DEMAND or claim.type != incident.type:
            continue
        if unproven(claim):
            yield _denial(claim, desk, said, toll=False, unproven=True)
            continue
        claim = contradicted(claim) or refuted(claim)
        if claim.document in own and desk.speaker(claim).kind is SourceKind.AUTHOR:
            continue
        if claim.certainty is not Certainty.CT_MINUS or _of_a_detail(claim, desk, struck):
            continue
        denial = _denial(claim, desk, said, toll=_of_the_toll(claim, teller))
        if not (denial.flat and (denial.document, denial.voice.identity) in teller.voices):
            yield denial


@dataclass(frozen=True, slots=True)
class _Tellers:
    """Who tells of the occurrence itself, as (document, identity of the voice), and whether as more than a killing."""

    voices: frozenset[tuple[str, str]]
    more_than_casualties: bool

    @classmethod
    def of(cls, desk: Desk) -> _Tellers:
        held = (desk.material.claims.get(name) for name in desk.incident.claims)
        told = [claim for claim in held if claim and claim.type == desk.incident.type and bearing(claim) is None]
        voices = frozenset((claim.document, desk.speaker(claim).identity) for claim in told)
        return cls(voices, any(not _of_casualties(claim) for claim in told))


def _of_casualties(claim: EventClaim) -> bool:
    return claim.anchor.casefold().startswith(tuple(lexicon().casualties))


def _of_the_toll(claim: EventClaim, tell: _Tellers) -> bool:
    """Whether it denies who or how many were killed or hurt, not the attack in which others say that they were."""
    if claim.of(Role.ACTOR) or not _of_casualties(claim):
        return False
    return bool(claim.of(Role.DEATHS) or claim.of(Role.INJURIES)) or tell.more_than_casualties


def _denial(
    claim: EventClaim, desk: Desk, said: set[tuple[str, str, str]], *, toll: bool, unproven: bool = False
) -> Denial:  # fmt: skip
    story = desk.material.stories.get(claim.document)
    words = " ".join(claim.sentence.split())
    published = story.published if story else None
    speaker, doer = desk.speaker(claim), _doer(claim, desk)
    partial = doer is not None and (claim.document, speaker.identity, doer.key) in said
    own = doer is not None and _is_own(doer, speaker)
    return Denial(
        claim.id, claim.document, speaker, doer, claim.certainty, published, words, partial, own, toll, unproven
    )


def _is_own(doer: Value, speaker: Voice) -> bool:
    """Whether whoever denies it speaks of itself, or as the army of its soldiers."""
    if doer.entity == speaker.identity or _bare(doer.words) == _bare(speaker.words):
        return True
    if lexicon().first_person.issuperset(tokens(doer.words)):
        return True
    return doer.side == "state" and sides.is_army(doer.words) and sides.is_army(speaker.words)


def _of_a_detail(claim: EventClaim, desk: Desk, struck: set[str]) -> bool:
    """Whether it denies neither the occurrence nor its doer: "her cousin was not injured", "she was not involved".

    Whom nobody tells to be hit may be unhurt in an attack that happened, as one driver may; and who "he" is that did
    nothing is not said.
    `struck`: whom and what the incident's answers name as hit.
    """
    doers, hit = claim.of(Role.ACTOR), claim.of(Role.RECIPIENT)
    if doers:
        pronoun = lexicon().third_person.issuperset(tokens(doers[0].words))
        return pronoun and next(desk.actors(claim), None) is None
    if not lexicon().part_in.isdisjoint(tokens(claim.sentence)):
        return True
    if hit and _of_casualties(claim) and all(map(_one_body, hit)):
        return True
    named = [value.key.removeprefix("no ") for value in map(recipient, hit) if value is not None]
    return bool(hit) and struck.isdisjoint(named)


def _one_body(filler: Filler) -> bool:
    """Whether the words mean one person by what he is, "the officer", "the farmer's wife": none of the whole toll."""
    words = " ".join(filler.words.split())
    said = tokens(words)
    known = said[:1] == ("the",) or re.search(r"[’']s?\s", words) or said[0] in lexicon().third_person
    head = head_word(words)
    return bool(known) and filler.entity is None and filler.name is None and head == singular(head)


def denial_words(denial: Denial) -> str:
    """What a denial says, to follow the name of whoever denies: "denies that it was the Red Heron Brigade"."""
    verb = deny([denial.voice])
    if denial.partial:
        return f"{verb} a part of it"
    if denial.unproven:
        return "finds no evidence that it happened"
    if denial.toll:
        return f"{verb} the toll"
    if denial.actor is None:
        return f"{verb} that it happened"
    return f"{verb} having done it" if denial.own else f"{verb} that it was {denial.actor.words}"


def deny(who: Sequence[Voice]) -> str:
    """The verb that fits whoever denies: the army denies, the rebels deny."""
    plain = who[0].called is None and head_word(who[0].words) != singular(head_word(who[0].words))
    return "deny" if len(who) > 1 or (plain and not who[0].named) else "denies"


def _said(found: Sequence[Given]) -> set[tuple[str, str, str]]:
    """Which doer each source names in each document."""
    return {(one.document, one.voice.identity, one.value.key) for one in found if one.slot is Slot.ACTOR}


def _bare(words: str) -> tuple[str, ...]:
    return tuple(word for word in tokens(words) if word not in lexicon().articles)


def _doer(claim: EventClaim, desk: Desk) -> Value | None:
    """Whom the denial clears; their bare words where nobody can tell who is meant ("its ally")."""
    fillers = claim.of(Role.ACTOR)
    found = next(desk.actors(claim), None)
    if found is not None or not fillers:
        return found
    words = " ".join(fillers[0].words.split())
    return Value(words.casefold(), words, side="other")


def without_partial(found: Sequence[Given]) -> tuple[Given, ...]:
    """The answers without "not X" by whoever says "X" too in the same document: that denies a part, not the doer.

    "Our fighters attacked the depot. We did not fire on the market."
    """
    said = _said(found)
    return tuple(
        one
        for one in found
        if not (one.value.denied and (one.document, one.voice.identity, one.value.key.removeprefix("not ")) in said)
    )
