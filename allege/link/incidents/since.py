"""What has gone on since some day, and is no occurrence: "has fought since 2009", "have been killed since then".

The dead of a war are no toll of the attack that a report of it tells.
"""

from __future__ import annotations

import re

from allege.claim import Role
from allege.link.model import EventClaim

MONTH = 27
"""Days of the shortest time that is a month or longer."""

_PERFECT = re.compile(r"\b(?:ha(?:s|ve|d)|having)\s(?:\w+\s){0,2}$", re.IGNORECASE)
"""What stands before a verb in the perfect: "have | been | killed"."""

_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SINCE = re.compile(
    r"^(?P<between>[^.;]*?)\bsince\s(?:then|that|the (?!morning|evening|night|early)|its?|his|her|their|an? "
    rf"|last (?!{_DAYS}|night)|mid-|late [A-Z0-9]|early [A-Z0-9]|\d{{4}}\b|(?!{_DAYS})[A-Z])",
    re.DOTALL,
)
"""What is added up since a time longer ago than a few days: not "since Monday"."""

_MOST = re.compile(r"\b(?:\w{3,}est|most \w+|worst|first|only)\b", re.IGNORECASE)
"""What is the most of its kind since a day: "the deadliest raid | since May"."""

_WAR = re.compile(
    r"\b(?:war|conflict|insurgency|uprising|rebellion|strife)\s(?:ha(?:s|ve|d)|having)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
"""What kills over a whole time: "the conflict has | killed"."""


def goes_on(claim: EventClaim) -> bool:
    """Whether a claim tells of what has gone on since some time, or adds up what was done since."""
    sentence = claim.sentence.casefold()
    for filler in claim.of(Role.TIME):
        long = filler.start is not None and filler.end is not None and (filler.end - filler.start).days >= MONTH
        if long and f"since {filler.words}".casefold() in sentence:
            return True
    return adds_up(claim)


def adds_up(claim: EventClaim) -> bool:
    """Whether the dead or hurt of a claim are those of a whole time: "900 have been | killed | in all since then"."""
    if not claim.anchor_spans or not any(f.low is not None for f in (*claim.of(Role.DEATHS), *claim.of(Role.INJURIES))):
        return False
    before = claim.sentence[: max(0, claim.anchor_spans[0].start - claim.start)]
    if _WAR.search(before):
        return True
    since = _SINCE.search(claim.sentence[max(0, claim.anchor_spans[-1].end - claim.start) :])
    if since is None or _PERFECT.search(before) is None:
        return False
    return _MOST.search(since["between"].rpartition(",")[2]) is None
