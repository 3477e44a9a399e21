"""How a claim bears on an occurrence that it does not report: it denies it, doubts it, asks for it or foretells it.

Such a claim never makes an incident; it is attached to the one that it is about (see `attach`).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from allege.claim import Act, Certainty, ClaimKind, Role
from allege.link.model import EventClaim


class Bearing(StrEnum):
    """What a claim says of an occurrence other than that it happened."""

    DENIED = "denied"
    POSSIBLE = "possible"
    DEMANDED = "demanded"
    FORETOLD = "foretold"


_FUTURE = re.compile(
    r"(?:\b(?:will|shall)|[’']ll|\bwon[’']t|\bgoing to|\babout to)(?: (?!have\b)\w+){0,3} $", re.IGNORECASE
)
"""The end of what stands before a verb of the future; "will have been killed" is a guess at what has happened."""

_CONDITION = re.compile(
    r"(?:\b(?<!as )(?<!even )if\b(?! (?:not|any|only|at all|ever)\b)|\bunless\b|\bin case\b"
    r"|\bin the event (?:of|that)\b|\bon condition that\b|\bprovid(?:ed|ing) that\b"
    r"|\b(?:as|so) long as\b|(?:^|[,;:“\"])\s*should\b)"
    r"(?P<between>[^,;:“”\"()–—]*)$",
    re.IGNORECASE,
)
"""What stands before a word, back to what opens a condition: "if the curfew", "should they attack"."""

_OPENERS = ("if", "unless", "in case", "in the event", "on condition", "provid", "long as", "should")
"""One of these is in whatever opens a condition: few sentences have any, and the pattern takes far longer to say so."""

_TOLD = re.compile(r"\b(?:who|whom|whose|which|that|where|when|since|because|after|before)\b", re.IGNORECASE)
"""Opens a clause that is no condition any more: "if those who shot at the crowd are not tried"."""

_REACH = 200
"""Letters before a word within which a condition that it stands in opens."""

_OPEN = frozenset({Certainty.PS_PLUS, Certainty.UU, Certainty.CT_U})


@lru_cache(maxsize=200_000)
def bearing(claim: EventClaim) -> Bearing | None:
    """How a claim bears on an occurrence; None where its innermost source tells that it happened, or probably did."""
    acts = {speaker.act for speaker in claim.speakers[1:]}
    if claim.kind is ClaimKind.DEMAND or Act.DEMAND in acts:
        return Bearing.DEMANDED
    if claim.certainty.polarity == "-" or _denied_by_all(claim):
        return Bearing.DENIED
    if claim.certainty is not Certainty.CT_PLUS and (Act.PREDICT in acts or _ahead(claim)):
        return Bearing.FORETOLD
    if claim.certainty in _OPEN or _in_condition(claim):
        return Bearing.POSSIBLE
    return None


def _in_condition(claim: EventClaim) -> bool:
    """Whether it only names what a condition is about: "if the curfew is not lifted", "unless the siege ends".

    With dead, wounded or a day of its own before its word it tells of something: "unless Monday's raid is looked into".
    """
    at = claim.anchor_spans[0].start - claim.start if claim.anchor_spans else 0
    before = claim.sentence[max(0, at - _REACH) : max(0, at)]
    folded = before.casefold()
    found = _CONDITION.search(before) if any(opener in folded for opener in _OPENERS) else None
    if found is None or _TOLD.search(found["between"]) or claim.of(Role.DEATHS) or claim.of(Role.INJURIES):
        return False
    return not any(filler.words in found["between"] for filler in claim.of(Role.TIME))


def _ahead(claim: EventClaim) -> bool:
    """Whether the words right before the claim's own put it into the future: "will shell", "is going to be hit"."""
    at = claim.anchor_spans[0].start - claim.start if claim.anchor_spans else 0
    return _FUTURE.search(claim.sentence[: max(0, at)]) is not None


def _denied_by_all(claim: EventClaim) -> bool:
    """Whether whoever commits to it at all holds that it did not happen."""
    signs = {speaker.value.polarity for speaker in claim.speakers} - {"u"}
    return signs == {"-"}
