"""Many pairs of tellings at once get the signals that each pair gets by itself."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from allege.claim import Role
from allege.link.model import EventClaim, Filler
from allege.link.parts.parts import circle, parts, parts_of
from allege.link.parts.sheet import Gathering, Sheet
from allege.link.parts.signals import SIGNALS, compare
from allege.link.parts.telling import of_claim
from allege.link.parts.weights import weights
from tests.link.parts.told import BRIGADE, DUNMARROW, VARRICK, claim, on

DAY, NEXT = on(date(2023, 3, 14)), on(date(2023, 3, 15))
THREE, FOUR = (Filler(Role.DEATHS, str(n), low=n, high=n) for n in (3, 4))
BLAST = "An explosion tore through the fuel depot in Dunmarrow before dawn, police said, and 3 guards died."
GATE = "Two guards of the Depot were shot when the Red Heron Brigade stormed the gate, residents said."


def reports(name: str, documents: int) -> list[EventClaim]:
    """Claims of so many documents about one evening, in much the same words."""
    found = []
    for n in range(documents):
        own = f"doc-{name}-{n}"
        found += [
            claim(f"{name}{n}a", f"{BLAST} Report {n}.", "explosion", DUNMARROW, DAY, THREE, document=own, mode="bomb"),
            claim(f"{name}{n}b", GATE, "shot", BRIGADE, (DAY, NEXT)[n % 2], document=own, start=200, mode="firearms"),
            claim(f"{name}{n}c", GATE, "stormed", BRIGADE, document=own, start=200),
            claim(f"{name}{n}d", "The blast was heard in Varrick.", "blast", VARRICK, FOUR, document=own, start=300),
            claim(f"{name}{n}e", "Farmers reported the march.", "march", sort="PROTEST", document=own, start=400),
            claim(f"{name}{n}f", "Farmers of Varrick said so.", "said", VARRICK, sort="STATE", document=own, start=500),
        ]
    return sorted(found, key=lambda one: one.id)


CROWDS = (reports("x", 1), reports("y", 4), reports("z", 2))


def gatherings() -> list[Gathering]:
    told = [[of_claim(one) for one in claims] for claims in CROWDS]
    return [Gathering(these, circle(claims, these)) for claims, these in zip(CROWDS, told, strict=True)]


def test_every_signal_has_the_value_that_it_has_pair_by_pair() -> None:
    found = gatherings()
    sheet, seen = Sheet(found), set()
    for one, begin in zip(found, sheet.begins.tolist(), strict=False):
        left, right = np.triu_indices(len(one.told), 1)
        columns = sheet.signals(left + begin, right + begin)
        wanted = [compare(one.told[i], one.told[j], one.circle) for i, j in zip(left, right, strict=True)]
        for name, column, values in zip(SIGNALS, columns, zip(*wanted, strict=True), strict=True):
            assert column.tolist() == pytest.approx(values), name
            seen |= {name} if any(values) else set()
    assert len(seen) > 40  # most signals are put to the test


def test_a_pair_scores_as_by_itself_and_what_is_not_comparable_scores_nothing() -> None:
    found = gatherings()
    sheet, scale = Sheet(found), weights("claims")
    one, begin = found[1], int(sheet.begins[1])
    left, right = np.triu_indices(len(one.told), 1)
    scores = sheet.scores(left + begin, right + begin, scale)
    compared = sheet.comparable(left + begin, right + begin)
    by_itself = [scale.score(compare(one.told[i], one.told[j], one.circle)) for i, j in zip(left, right, strict=True)]
    assert scores.tolist() == pytest.approx(np.where(compared, by_itself, 0.0).tolist())
    assert compared.any()
    assert not compared.all()


def test_incidents_get_the_same_parts_together_as_alone() -> None:
    assert list(parts_of(CROWDS)) == [parts(claims) for claims in CROWDS]
    assert list(parts_of([])) == []
