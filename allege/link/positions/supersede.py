"""What becomes of an answer: parts of a toll, later figures of the same origin, corrections and withdrawals.

An answer is superseded only by one that it does not fit: "at least 12" and a later 17 both stand, 12 and a later 9 do
not. A later figure of somebody else supersedes nothing: that is a dispute.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from allege.claim import SourceKind
from allege.link.model import Slot
from allege.link.positions import figures
from allege.link.positions.compare import apart
from allege.link.positions.records import FIGURES, Correction, Given, Standing
from allege.link.positions.voices import house


def settle(
    found: Sequence[Given],
    corrections: Sequence[Correction],
    publishers: Mapping[str, str],
    parts: frozenset[str] = frozenset(),
) -> tuple[Given, ...]:
    """The same answers with what became of each. `publishers`: house of each document whose publisher is known.

    `parts`: the claims that tell of a part of the incident alone.
    """
    kept = _parts(found)
    kept = _corrected(kept, corrections)
    kept = _of_parts(kept, parts)
    return tuple(_later(kept, publishers))


def _parts(found: Sequence[Given]) -> list[Given]:
    """Of several tolls of one slot in one document on one word, the greatest is the toll, the others parts of it."""
    groups: dict[tuple[str, str, Slot], list[Given]] = defaultdict(list)
    for one in found:
        if one.slot in FIGURES:
            groups[one.document, one.voice.key or one.voice.identity, one.slot].append(one)
    greatest = {key: max(_firm(group), key=lambda one: (_size(one), one.claim)) for key, group in groups.items()}
    return [_part_of(one, greatest.get((one.document, one.voice.key or one.voice.identity, one.slot))) for one in found]


def _part_of(one: Given, whole: Given | None) -> Given:
    if whole is None or _size(one) >= _size(whole) or not figures.apart(one.value, whole.value):
        return one
    return replace(
        one, standing=Standing.PART, by=whole.claim, why=f"the same source counts {whole.value.words} in all"
    )


def _firm(group: Sequence[Given]) -> Sequence[Given]:
    """Those held certain or probable, where any is: what is only called possible takes the place of nothing held."""
    return [one for one in group if one.certainty.firm] or group


def _of_parts(found: Sequence[Given], parts: frozenset[str]) -> list[Given]:
    """Tolls of a part, which answer for the part: they neither dispute a greater toll of the whole nor replace it.

    A toll of a part that is greater than those of the whole disputes them.
    """
    whole: dict[Slot, Given] = {}
    for one in found:
        if one.slot in FIGURES and one.claim not in parts and one.standing is Standing.STANDS:
            whole[one.slot] = max(whole.get(one.slot, one), one, key=lambda given: (_size(given), given.claim))
    return [_told_of_part(one, whole.get(one.slot)) if one.claim in parts else one for one in found]


def _told_of_part(one: Given, whole: Given | None) -> Given:
    given_up = one.standing not in (Standing.STANDS, Standing.PART)
    if whole is None or given_up or _size(one) > _size(whole) or not figures.apart(one.value, whole.value):
        return one
    return replace(one, standing=Standing.OF_PART, by=whole.claim, why=f"{whole.value.words} are told of the whole")


def _size(one: Given) -> tuple[int, int]:
    low = one.value.low or 0
    return low, one.value.high if one.value.high is not None else low


def _corrected(found: Sequence[Given], corrections: Sequence[Correction]) -> list[Given]:
    """Figures of corrected reports give way to those of the correction; answers of withdrawn ones are retracted.

    Nothing says whether a correction that names a place corrects it, so only figures give way.
    """
    withdrawn = {document: one for one in corrections if one.withdrawn for document in one.corrected}
    retold = {claim: one for one in corrections for claim in one.retold}
    amended = {document: one for one in corrections if not one.withdrawn for document in one.corrected}
    by_document: dict[tuple[str, Slot], list[Given]] = defaultdict(list)
    for one in found:
        if one.standing is Standing.STANDS and _of_version(one, corrections) is None:
            by_document[one.document, one.slot].append(one)
    out = []
    for one in found:
        changed = one
        gone = withdrawn.get(one.document) or retold.get(one.claim) or _of_version(one, corrections)
        if one.standing is Standing.STANDS and gone is not None:
            changed = replace(one, standing=Standing.RETRACTED, why=f"“{gone.why}”")
        elif one.standing is Standing.STANDS and one.document in amended and one.slot in FIGURES:
            correction = amended[one.document]
            newer = by_document.get((correction.document, one.slot), [])
            changed = _give_way(one, newer, f"corrected: “{correction.why}”")
        out.append(changed)
    return out


_VERSION = re.compile(r"\b(?:earlier|previous|original|first) (?:version|edition|report)\b", re.IGNORECASE)
"""Words by which a correction names the text that it corrects."""


def _of_version(one: Given, corrections: Sequence[Correction]) -> Correction | None:
    """The correction that gives an answer only as that of the text it corrects: "an earlier version said five"."""
    if _VERSION.search(one.voice.words) is None:
        return None
    return next((correction for correction in corrections if correction.document == one.document), None)


def _give_way(one: Given, newer: Iterable[Given], why: str) -> Given:
    newer = [other for other in newer if _same_word(one, other)]
    if not newer or not all(apart(one.slot, one.value, other.value) for other in newer):
        return one
    last = newer[-1]
    return replace(one, standing=Standing.SUPERSEDED, by=last.claim, why=f"{why}: now {last.value.words}")


def _same_word(one: Given, other: Given) -> bool:
    """Whether a correction bears on the answer: on the outlet's own word, or on the word of the source it corrects."""
    own = SourceKind.AUTHOR in (one.voice.kind, other.voice.kind)
    return own or one.voice.key is None or one.voice.key == other.voice.key


def _later(found: Sequence[Given], publishers: Mapping[str, str]) -> Iterable[Given]:
    """Figures that the same origin has since replaced."""
    newest: dict[tuple[Slot, str], list[Given]] = defaultdict(list)
    for one in found:
        if one.slot in FIGURES and one.standing is Standing.STANDS and one.as_of is not None:
            for key in _origins(one, publishers):
                newest[one.slot, key].append(one)
    last = {key: _last(group) for key, group in newest.items()}
    held = {key: _last(_firm(group)) for key, group in newest.items()}
    for one in found:
        if one.slot not in FIGURES or one.standing is not Standing.STANDS or one.as_of is None:
            yield one
            continue
        later = held if one.certainty.firm else last
        yield _replaced(one, [later[one.slot, key] for key in _origins(one, publishers)])


def _replaced(one: Given, last: Iterable[Sequence[Given]]) -> Given:
    for newer in last:
        later = _date(newer[0]) > _date(one)
        if later and all(figures.apart(one.value, other.value) for other in newer):
            other = newer[-1]
            when = f"{_date(other).isoformat()}"
            why = f"the same origin gives {other.value.words} on {when}"
            return replace(one, standing=Standing.SUPERSEDED, by=other.claim, why=why)
    return one


def _last(group: Sequence[Given]) -> Sequence[Given]:
    """The answers of the last day on which the origin speaks, of each figure one: ten thousand copies give few."""
    day = max(_date(one) for one in group)
    found = sorted((one for one in group if _date(one) == day), key=lambda one: one.claim)
    return sorted({one.value: one for one in found}.values(), key=lambda one: one.claim)


def _date(one: Given) -> date:
    return one.as_of or date.min


def _origins(one: Given, publishers: Mapping[str, str]) -> tuple[str, ...]:
    """Under which names an answer's origin may speak again: its source; where the outlet speaks itself, the outlet."""
    if one.voice.kind is not SourceKind.AUTHOR:
        return (f"voice {one.voice.key}",) if one.voice.key else ()
    own = publishers.get(one.document) or one.voice.key
    return tuple(dict.fromkeys((f"origin {one.origin}", *((f"voice {house(own)}",) if own else ()))))
