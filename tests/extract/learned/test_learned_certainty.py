"""The author's commitment: rules and encoder in one figure between -3 and 3."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refining import predications, read, record

from allege.claim import Certainty
from allege.extract.certainty.factuality import Figures, blended
from allege.extract.learned import committed

FIGURES = st.floats(-3, 3, allow_nan=False)
CHANCES = st.floats(0, 1, allow_nan=False)


def rules(figure, chance=0.5, *, other=None):
    """The rules' figures of a text that is news with that chance."""
    return Figures(figure, figure if other is None else other, chance, Certainty.UU)


@given(FIGURES, FIGURES, CHANCES, FIGURES)
def test_the_figure_keeps_to_the_scale_and_rises_with_the_rules(news, other, chance, seen):
    low = blended(rules(news, chance, other=other), seen)
    assert -3 <= low <= 3
    assert blended(rules(min(news + 0.5, 3), chance, other=min(other + 0.5, 3)), seen) >= low - 0.005


@given(FIGURES, CHANCES)
def test_the_figure_rises_with_the_encoder(figure, chance):
    steps = [blended(rules(figure, chance), n / 4) for n in range(-12, 13)]
    assert all(low <= high for low, high in pairwise(steps))


@pytest.mark.parametrize("chance", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("sign", [1, -1])
def test_where_both_are_sure_so_is_the_figure(sign, chance):
    assert sign * blended(rules(3.0 * sign, chance), 3.0 * sign) > 2
    assert sign * blended(rules(2.0 * sign, chance), 2.0 * sign) > 1


@given(FIGURES, FIGURES)
def test_without_the_encoder_the_rules_figure_stands(news, other):
    assert blended(rules(news, 1.0, other=other), None) == round(news, 2)
    assert blended(rules(news, 0.0, other=other), None) == round(other, 2)


def test_every_predication_gets_a_figure_from_the_encoder_and_none_without_it():
    text = "Rebels attacked the bridge. The army may attack the port."
    analysis = read(text)
    found = predications(analysis)
    assert len(found) >= 2
    assert all(figure is not None and -3 <= figure <= 3 for figure in committed(analysis, found))
    bare = read(text, "off")
    assert committed(bare, predications(bare)) == [None] * len(predications(bare))


def test_what_is_denied_or_possible_is_held_less_than_what_is_stated():
    def figure(text):
        made = record(text)
        return next(c.factuality for c in made.claims if "attack" in made.document.quote(c.anchor))

    stated = figure("Rebels attacked the bridge on Monday.")
    assert -3 <= figure("Rebels did not attack the bridge on Monday.") < 0 < stated <= 3
    assert figure("Rebels may attack the bridge on Monday.") < stated


@pytest.mark.parametrize(
    "text",
    ["Police said rebels attacked the bridge, but the union denied that it had called the march off. 🚒", "Rain fell."],
)
def test_the_encoder_changes_the_figure_and_not_the_certainty_of_sources(text):
    with_it = {c.anchor: c for c in record(text).claims}
    rules = {c.anchor: c for c in record(text, "off").claims}
    for anchor in with_it.keys() & rules.keys():
        assert -3 <= with_it[anchor].factuality <= 3
        if with_it[anchor].attributions == rules[anchor].attributions:
            assert with_it[anchor].certainty == rules[anchor].certainty
