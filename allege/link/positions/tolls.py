"""Tolls of some of the dead and hurt: "two bailiffs were killed" where "three people are dead" in all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from allege.claim import Role
from allege.link.model import EventClaim, Slot
from allege.link.positions import figures
from allege.link.positions.lexicon import lexicon, listed, singular
from allege.link.positions.records import FIGURES, Given
from allege.link.positions.who import head_word
from allege.link.positions.whom import COUNT

_THEIRS = re.compile(r"^(?:his|her|their|its)\s+", re.IGNORECASE)
_ONE_OF_SEVERAL = re.compile(r"\bone\b.*\b(?:the others?|another)\b", re.IGNORECASE | re.DOTALL)
"""What is told of each of several: "one officer was hit in the foot, the other in the leg"."""


def of_some(found: Sequence[Given], claims: Mapping[str, EventClaim]) -> frozenset[str]:
    """The claims whose toll plainly is not of the whole: it disputes no greater one (see `supersede`).

    It counts people of one kind whom somebody counts, in one text, among more people of any kind; or of several kinds,
    which together make up a greater toll of the same text; or one of several; or it is short by the one doer whom a
    greater toll includes. "Two people were killed" is none of these, and disputes that three were.
    """
    tolls = [one for one in found if one.slot in FIGURES and one.claim in claims]
    kinds = {one.claim: _kind(claims[one.claim]) for one in tolls}
    within = set(_counted_among(tolls, kinds))
    short = {(one.slot, low - 1) for one in tolls if _with_doer(claims[one.claim]) and (low := one.value.low)}
    out = {one.claim for one in tolls if (one.slot, kinds[one.claim]) in within}
    out |= {one.claim for one in tolls if (one.slot, one.value.low) in short and one.value.low == one.value.high}
    out |= {one.claim for one in tolls if one.value.low == 1 and _ONE_OF_SEVERAL.search(claims[one.claim].sentence)}
    return frozenset(out | set(_parts_of_a_sum(tolls, kinds)))


def _counted_among(tolls: Iterable[Given], kinds: Mapping[str, str]) -> Iterator[tuple[Slot, str]]:
    """The kinds that one voice counts, in one text, among more people of any kind."""
    groups: dict[tuple[str, str, Slot], list[Given]] = defaultdict(list)
    for one in tolls:
        groups[one.document, one.voice.key or one.voice.identity, one.slot].append(one)
    for group in groups.values():
        whole = max(group, key=lambda one: (one.value.low or 0, one.claim))
        some = (one for one in group if kinds[one.claim] and figures.apart(one.value, whole.value))
        yield from ((one.slot, kinds[one.claim]) for one in some if not kinds[whole.claim])


def _parts_of_a_sum(tolls: Iterable[Given], kinds: Mapping[str, str]) -> Iterator[str]:
    """The claims of one text that count different kinds, which make up a greater toll that it tells, too."""
    groups: dict[tuple[str, Slot], list[Given]] = defaultdict(list)
    for one in tolls:
        if one.value.low == one.value.high:
            groups[one.document, one.slot].append(one)
    for group in groups.values():
        by_kind = {kinds[one.claim]: one.value.low or 0 for one in group if kinds[one.claim]}
        whole = max(one.value.low or 0 for one in group)
        some = {kind: low for kind, low in by_kind.items() if low < whole}
        if len(some) > 1 and sum(some.values()) == whole:
            yield from (one.claim for one in group if kinds[one.claim] in some)


def _with_doer(claim: EventClaim) -> bool:
    return _including().search(claim.sentence) is not None


def _kind(claim: EventClaim) -> str:
    """What sort of people a claim counts, "bailiff"; empty where they may be anybody, or several sorts."""
    hit = (_THEIRS.sub("", filler.words) for filler in claim.of(Role.RECIPIENT))
    counted = [words for words in hit if COUNT.match(words)]
    if len(counted) != 1:
        return ""
    head = head_word(COUNT.sub("", " ".join(counted[0].partition(",")[0].split())))
    return "" if not head or listed(head, lexicon().anybody | lexicon().victims) else singular(head)


def either(claim: EventClaim) -> bool:
    """Whether a number is of the dead and hurt together, so that neither is told: "eight were hurt or killed"."""
    return _either().search(claim.sentence) is not None


@cache
def _either() -> re.Pattern[str]:
    words = rf"(?:{'|'.join(sorted(map(re.escape, lexicon().casualties)))})\w*"
    return re.compile(rf"\b{words} or {words}\b", re.IGNORECASE)


@cache
def _including() -> re.Pattern[str]:
    """Words that say that a toll counts whoever did it: "including the gunman"."""
    doers = "|".join(sorted(map(re.escape, lexicon().attackers)))
    return re.compile(
        rf"\b(?:including|counting|among them)\s+(?:the|a|an)?\s*(?:[\w-]+\s+)?(?:{doers})\b", re.IGNORECASE
    )
