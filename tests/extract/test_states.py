"""Everything else that is said: the predicates that no other finder took."""

from __future__ import annotations

from finding import stated

from tests.extract.annotating import annotated


def test_a_copula_is_anchored_with_what_it_says() -> None:
    got = stated("The reasons are financial.")
    assert [(f.anchor, f["actor"]) for f in got] == [("are financial", ["The reasons"])]


def test_an_event_is_not_told_again_as_a_state() -> None:
    assert stated("Rebels attacked the port.") == []


def test_main_clauses_weigh_more_than_subordinate_ones_and_verbs_of_saying_least() -> None:
    got = {f.anchor: f.score for f in stated("Officials say the river flooded the fields while people slept.")}
    assert got["flooded"] > got["slept"] > got["say"]


def test_every_predicate_of_a_sentence_is_reached() -> None:
    anchors = {f.anchor for f in stated("She tried to sell the house that her aunt owned.")}
    assert anchors == {"tried", "sell", "owned"}


def test_a_verb_that_only_carries_an_event_is_no_state() -> None:
    for text in (
        "The attack was carried out by the Orsa Front.",
        "Rebels carried out an attack on the port.",
        "An explosion occurred in Orsa.",
        "An explosion took place in Orsa.",
    ):
        assert stated(text) == [], text


def test_a_time_fills_no_role_of_a_state() -> None:
    text = "The Orsa Front has been active in the valley since late 2001, where it regrouped after heavy losses."
    (got,) = [f for f in stated(text) if f.anchor == "regrouped"]
    assert got["recipient"] == []


def test_those_who_die_are_counted_though_no_event_is_named() -> None:
    (got,) = stated("At least 30 people have died.")
    assert got["deaths"] == ["At least 30"]
    (got,) = stated("At least 30 people may die.")
    assert got["deaths"] == []


def test_a_participle_that_describes_a_place_is_no_state() -> None:
    assert "neighboring" not in {f.anchor for f in stated("They took refuge in neighboring Kirelia and Norland.")}


def test_nouns_and_participles_that_tell_of_a_doing_are_small_states() -> None:
    text = "The enlargement of the port worried traders, including smugglers, after the capitalization of the plan."
    small = {f.anchor for f in stated(text) if f.score < 0.2}
    assert small >= {"enlargement", "including", "capitalization", "plan"}


def test_nouns_that_only_look_like_doings_and_fixed_phrases_are_no_states() -> None:
    text = "In order to reach the organization in the evening, and in response to a note about the building, they ran."
    assert {f.anchor for f in stated(text)} == {"reach", "ran"}
    assert "Following" not in {f.anchor for f in stated("Following the election, they left.")}


def test_a_noun_within_the_words_of_an_event_is_told_once() -> None:
    assert "attack" not in {f.anchor for f in stated("Rebels launched a deadly attack on the port.")}


def test_it_is_a_party_of_a_state_where_it_is_somebody_and_no_place() -> None:
    def words(text: str) -> set[str]:
        record = annotated(text)
        return {record.document.quote(m.spans).lower() for m in record.mentions}

    assert "it" not in words("Lisbon lies on a river. It has two bridges.")
    assert "it" in words("The council met the mayor. It has two chairs.")
