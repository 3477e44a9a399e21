"""What the weights are fitted on: whole incidents, as many documents as asked for, other ones in each draw."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("scipy")

from bench.incident_growth import drawn, grouped
from tools.fit_incidents import Read

LABELS = [f"i{n // 3}" for n in range(90)]


def test_a_draw_takes_whole_incidents_until_it_has_enough_documents() -> None:
    chosen = drawn(LABELS, 20, 0)
    assert len(chosen) == 7
    assert chosen == drawn(sorted(LABELS, reverse=True), 20, 0)
    assert chosen != drawn(LABELS, 20, 1)


def test_documents_that_tell_of_nothing_stand_alone_and_count() -> None:
    data = Read(("a", "a", "b"), np.array([0, 0]), np.array([1, 2]), np.zeros((2, 1)))
    scores = np.array([0.9, 0.1])
    assert grouped(data, scores, 0.5, ()) == pytest.approx(100)
    assert grouped(data, scores, 0.5, ("c",)) == pytest.approx(100)
    precision, recall = 1.0, (2 / 3 * 2 + 1 + 1 / 3) / 4
    assert grouped(data, scores, 0.5, ("a",)) == pytest.approx(200 * precision * recall / (precision + recall))
