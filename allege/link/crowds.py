"""Incidents that too many documents tell of to look at all of them for each new one: the rest follow those looked at.

A story that ten thousand papers carry would else be read ten thousand times over. A full build does the same with the
documents that it takes in one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from allege.claim import make_key
from allege.link.model import Incident

K = TypeVar("K", str, int)
Parts = tuple[tuple[str, ...], ...]


def with_absent(
    found: Iterable[Incident], before: Iterable[Incident], present: Mapping[str, str]
) -> tuple[Incident, ...]:
    """The incidents `found` among the claims that are `present`, with the claims of those `before` that are not.

    `present` holds each claim's document, and all of a document's claims or none. Absent claims go to the incident that
    has most of the present ones beside which they were, and within it to the part that has most of those of their own
    part. An incident none of whose claims are present stays away.
    """
    out = {one.id: one for one in found}
    renamed: dict[str, str] = {}
    there = frozenset(present.values())
    for one in before:
        absent = [claim for claim in one.claims if claim not in present]
        heir = _most(one.claims, {name: other.claims for name, other in out.items()}) if absent else None
        if heir is not None:
            grown = _joined(out.pop(heir), one, absent, there)
            out[grown.id], renamed[heir] = grown, grown.id
    return tuple(
        replace(out[name], possibly=tuple(renamed.get(other, other) for other in out[name].possibly))
        for name in sorted(out)
    )


def _joined(incident: Incident, before: Incident, absent: Sequence[str], there: Collection[str]) -> Incident:
    claims = tuple(sorted({*incident.claims, *absent}))
    return replace(
        incident,
        id=make_key("incident", claims[0]),
        type=before.type,
        documents=tuple(sorted({*incident.documents, *(name for name in before.documents if name not in there)})),
        claims=claims,
        attached=tuple(sorted({*incident.attached, *before.attached} - set(claims))),
        parts=_parts(incident, before, set(absent)),
    )


def _parts(incident: Incident, before: Incident, absent: Collection[str]) -> Parts:
    groups = {n: list(part) for n, part in enumerate(incident.parts or (incident.claims,))}
    for part in before.parts or (before.claims,):
        gone = [claim for claim in part if claim in absent]
        if gone:
            heir = _most(part, groups)
            groups.setdefault(len(groups) if heir is None else heir, []).extend(gone)
    ordered = sorted((tuple(sorted(group)) for group in groups.values()), key=lambda group: (-len(group), group))
    return tuple(ordered) if len(ordered) > 1 else ()


def _most(claims: Iterable[str], groups: Mapping[K, Iterable[str]]) -> K | None:
    """The group that has most of these claims, the first of equals; None where none has any."""
    where = {claim: name for name, group in groups.items() for claim in group}
    counted = Counter(where[claim] for claim in claims if claim in where)
    return min(counted, key=lambda name: (-counted[name], name), default=None)
