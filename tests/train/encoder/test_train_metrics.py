"""The measures behind the model card, against plain ways to the same figures; the card holds the latest results."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allege.analyse.encoder.seen import tagged
from allege.analyse.encoder.windows import Window
from train.encoder.calibrate import write
from train.encoder.card import CARD, HERE, filled
from train.encoder.metrics import (
    calibration_error,
    correlation,
    counts,
    f1,
    figure,
    moments,
    share,
    softmax,
    stretches,
    temperature_of,
)
from train.encoder.outputs import HEADS


def test_the_measures_are_what_they_are_called():
    assert f1(np.array([2.0, 4.0, 4.0])) == pytest.approx(0.5)
    assert f1(np.zeros(3)) == 0
    assert share(np.array([3.0, 4.0])) == pytest.approx(0.75)
    assert counts("abc", "bcd") == [2, 3, 3]


@given(st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), min_size=3, max_size=30))
def test_correlation_is_pearsons(pairs):
    x, y = np.array(pairs).T
    if x.std() > 0.1 and y.std() > 0.1:
        assert float(correlation(np.array(moments(x, y)))) == pytest.approx(np.corrcoef(x, y)[0, 1], abs=1e-6)


def test_an_interval_holds_the_figure_is_seeded_and_draws_whole_units():
    units = [n // 5 for n in range(200)]
    columns = [[n % 3 == 0, 1] for n in range(200)]
    found = figure(units, columns, share)
    assert found == figure(units, columns, share)
    assert found.units == 40
    assert found.low < found.value < found.high
    same = figure([0] * 200, columns, share)
    assert same.low == same.value == same.high


@given(st.lists(st.integers(0, 4), max_size=30))
def test_stretches_are_read_as_at_run_time(tags):
    window = Window(tuple(range(len(tags))), tuple((2 * n, 2 * n + 1) for n in range(len(tags))))
    likely = np.eye(5, dtype=np.float32)[tags] if tags else np.zeros((0, 5), np.float32)
    theirs = {(t.label, t.span.start // 2, t.span.end // 2) for t in tagged(window, likely, ("0", "1"))}
    assert {(str(label), first, last) for label, first, last in stretches(tags)} == theirs


@pytest.mark.parametrize("true", [0.5, 1.0, 2.5])
def test_the_temperature_that_was_put_in_is_found_again_and_mends_the_error(true):
    dice = np.random.default_rng(1)
    logits = dice.normal(size=(20_000, 4)) * 2
    gold = (softmax(logits, true).cumsum(-1) > dice.random((20_000, 1))).argmax(-1)
    found = temperature_of(logits, gold)
    assert found == pytest.approx(true, rel=0.05)
    assert calibration_error(logits, gold, found) < 0.02
    if true != 1:
        assert calibration_error(logits, gold) > 0.05


def test_temperatures_are_written_once_into_the_card(tmp_path):
    card = tmp_path / "encoder.toml"
    card.write_text('[sha256]\n"a" = "b"\n', encoding="utf-8")
    write(card, dict.fromkeys(HEADS, 1.0))
    first = card.read_text(encoding="utf-8")
    write(card, dict.fromkeys(HEADS, 1.0))
    assert card.read_text(encoding="utf-8") == first
    assert first.count("[temperature]") == 1
    assert '"a" = "b"' in first


def test_the_model_card_holds_the_latest_results():
    """To renew it: python -m train.encoder.card."""
    results = json.loads((HERE / "results.json").read_text(encoding="utf-8"))
    card = CARD.read_text(encoding="utf-8")
    assert filled(card, results) == card


LARGE = (
    "cue pieces F1", "source pieces F1, cue given", "content pieces F1, cue given", "factuality r, UDS-IH2",
    "factuality r, UW", "place pieces F1, verb given", "place accuracy, verb given",
)  # fmt: skip


def test_eight_bits_answer_as_thirty_two_do():
    """On the large sets within half a point; on the small ones well within what other sentences would have given."""
    ours, floats = (json.loads((HERE / name).read_text())["scores"] for name in ("results.json", "results_float.json"))
    assert ours.keys() == floats.keys()
    for name in LARGE:
        assert abs(ours[name]["value"] - floats[name]["value"]) <= 0.005, name
    for name, score in ours.items():
        assert score["low"] <= floats[name]["value"] <= score["high"], name
