"""The author's commitment: rules and encoder in one figure between -3 and 3."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from refining import predications, read, record

from allege.extract.certainty.factuality import blended
from allege.extract.learned import committed

FIGURES = st.floats(-3, 3, allow_nan=False)


@given(FIGURES, FIGURES)
def test_the_figure_keeps_to_the_scale_and_rises_with_the_rules(rules, seen):
    assert -3 <= blended(rules, seen) <= 3
    assert blended(min(rules + 0.5, 3), seen) >= blended(rules, seen) - 0.005


@pytest.mark.parametrize("sign", [1, -1])
def test_where_both_are_sure_so_is_the_figure(sign):
    assert sign * blended(3.0 * sign, 3.0 * sign) > 2
    assert sign * blended(2.0 * sign, 2.0 * sign) > 1


@given(FIGURES)
def test_without_the_encoder_the_rules_figure_stands(rules):
    assert blended(rules, None) == rules


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
