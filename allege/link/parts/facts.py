"""What each telling says of itself, as columns over all rows of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from allege.link.parts.circle import Circle
from allege.link.parts.telling import Particulars, Telling
from allege.link.parts.words import listed
from allege.link.table import Numbering, Numbers, Reals

Truths = NDArray[np.bool_]

NOTHING = np.iinfo(np.int64).max
"""Stands for a number that is not known."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A column for each thing that a telling says of itself; pairs of numbers are a lower and an upper bound."""

    light: Truths
    says: Truths
    named: Truths
    longer: Truths
    told: Reals
    sentence: Numbers
    any_names: Truths
    any_counted: Truths
    particular: Truths
    type: Numbers
    mode: Numbers
    any_of: dict[str, Truths]
    bounds: dict[str, Numbers]

    @classmethod
    def of(cls, told: Sequence[Telling], circles: Sequence[Circle], circle: Sequence[int]) -> Facts:
        """The columns of all tellings; `circle` names the circle of each by its place in `circles`."""
        light, says, known = listed("light"), listed("reporting"), Numbering()
        some = [telling.particulars for telling in told]
        return cls(
            _truths(telling.head in light for telling in told),
            _truths(telling.head in says for telling in told),
            _truths(telling.named for telling in told),
            _truths(len(telling.words) > 1 for telling in told),
            np.array([circles[c].told(t.head) for c, t in zip(circle, told, strict=True)], dtype=np.float64),
            np.array([telling.sentence for telling in told], dtype=np.int64),
            _truths(bool(telling.names) for telling in told),
            _truths(bool(telling.counted) for telling in told),
            _truths(one is not None for one in some),
            np.array([known[one.type if one else None] for one in some], dtype=np.int64),
            np.array([-1 if one is None or one.mode is None else known[one.mode] for one in some], dtype=np.int64),
            {
                "actors": _truths(bool(one and one.actors) for one in some),
                "recipients": _truths(bool(one and one.recipients) for one in some),
                "places": _truths(bool(one and one.places) for one in some),
            },
            {"days": _bounds(some, _days), "tolls": _bounds(some, _tolls)},
        )


def _truths(found: Iterable[bool]) -> Truths:
    return np.array(list(found), dtype=bool)


def _days(one: Particulars) -> tuple[int, int] | None:
    return one.days


def _tolls(one: Particulars) -> tuple[int, int] | None:
    return one.deaths or one.injuries


def _bounds(some: Sequence[Particulars | None], of: Callable[[Particulars], tuple[int, int] | None]) -> Numbers:
    found = [(of(one) if one is not None else None) or (NOTHING, NOTHING) for one in some]
    return np.array([[min(bound, NOTHING) for bound in pair] for pair in found], dtype=np.int64).reshape(-1, 2)
