"""What is no single occurrence: what has gone on since some day ("have been killed since then"), and counted deeds.

The dead of a war are no toll of the attack that a report of it tells, nor are those of a month's "58 attacks".
"""

from __future__ import annotations

import re

from allege.claim import Role
from allege.link.model import EventClaim, Filler

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


_MANY = (
    r"(?:[5-9]|[1-9]\d[\d,.]*|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"|(?:dozens|scores|hundreds|thousands)\sof)"
)
"""So many deeds are told of one by one on no single day."""

_DEEDS = (
    r"(?:attack|incident|raid|strike|air ?strike|killing|bombing|clash|assault|abduction|kidnapping|explosion|violation"
    r"|ambush|murder|execution|shelling)(?:s|es)"
)
_COUNTED = re.compile(rf"\b{_MANY}\s(?:of\s(?:the|these|those)\s)?(?:[\w-]+\s){{0,2}}?{_DEEDS}\b", re.IGNORECASE)
"""Deeds that are counted: "58 attacks", "31 of the attacks", "dozens of armed raids"."""

_MONTHS = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|(?:19|20)\\d\\d|(?:first|second|third|fourth|last)\\s(?:quarter|half)"
    "|(?:past|last|previous)\\s(?:\\w+\\s)?(?:weeks|months?|years?|quarter))"
)
_PERIOD = re.compile(
    rf"\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Tt]hroughout|[Bb]etween|[Ff]rom)\s(?:the\s)?(?:(?:whole|month)\s(?:of\s)?)?{_MONTHS}\b"
    r"|\b(?:this|last)\s(?:month|quarter|year)\b"
)
"""A time of a month or longer over which deeds are counted."""


def counts_deeds(claim: EventClaim) -> bool:
    """Whether a claim counts deeds or the dead of deeds that are counted: "143 were killed in 58 attacks in April".

    What is of one day is not: "launched 12 attacks on Monday" may be told as one.
    """
    found = _COUNTED.search(claim.sentence)
    if found is None or any(_is_of_days(filler) for filler in claim.of(Role.TIME)):
        return False
    at = claim.anchor_spans[0].start - claim.start if claim.anchor_spans else -1
    return found.start() <= at < found.end() or _PERIOD.search(claim.sentence) is not None


def _is_of_days(time: Filler) -> bool:
    return time.start is not None and time.end is not None and (time.end - time.start).days < MONTH


def goes_on(claim: EventClaim) -> bool:
    """Whether a claim tells of what has gone on since some time, or adds up what was done in all that time."""
    sentence = claim.sentence.casefold()
    for filler in claim.of(Role.TIME):
        long = filler.start is not None and filler.end is not None and (filler.end - filler.start).days >= MONTH
        if long and f"since {filler.words}".casefold() in sentence:
            return True
    return adds_up(claim) or counts_deeds(claim)


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
