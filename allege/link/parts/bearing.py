"""How a claim bears on an occurrence that it does not report: it denies it, doubts it, asks for it or foretells it.

Such a claim never makes an incident; it is attached to the one that it is about (see `attach`).
"""

from __future__ import annotations

import re
from enum import StrEnum

from allege.claim import Act, Certainty, ClaimKind
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

_OPEN = frozenset({Certainty.PS_PLUS, Certainty.UU, Certainty.CT_U})


def bearing(claim: EventClaim) -> Bearing | None:
    """How a claim bears on an occurrence; None where its innermost source tells that it happened, or probably did."""
    acts = {speaker.act for speaker in claim.speakers[1:]}
    if claim.kind is ClaimKind.DEMAND or Act.DEMAND in acts:
        return Bearing.DEMANDED
    if claim.certainty.polarity == "-" or _denied_by_all(claim):
        return Bearing.DENIED
    if claim.certainty is not Certainty.CT_PLUS and (Act.PREDICT in acts or _ahead(claim)):
        return Bearing.FORETOLD
    if claim.certainty in _OPEN:
        return Bearing.POSSIBLE
    return None


def _ahead(claim: EventClaim) -> bool:
    """Whether the words right before the claim's own put it into the future: "will shell", "is going to be hit"."""
    at = claim.anchor_spans[0].start - claim.start if claim.anchor_spans else 0
    return _FUTURE.search(claim.sentence[: max(0, at)]) is not None


def _denied_by_all(claim: EventClaim) -> bool:
    """Whether whoever commits to it at all holds that it did not happen."""
    signs = {speaker.value.polarity for speaker in claim.speakers} - {"u"}
    return signs == {"-"}
