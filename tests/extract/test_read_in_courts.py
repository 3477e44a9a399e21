"""What trials, opinion pages, protests, testimonies and push alerts were read wrongly."""

from __future__ import annotations

import pytest

from allege.claim import Act, Certainty, Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


def held(text: str, word: str) -> list[Certainty]:
    """What each holds of a deed, the author first."""
    return [commitment.value for commitment in event_at(text, word).certainty]


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Aven was charged with 14 counts of murder.", "murder", "Aven"),
        ("Five men went on trial on Monday over the killing of a mayor.", "killing", "Five men"),
        ("Two men are on trial for the bombing of a mill.", "bombing", "Two men"),
        ("Police arrested two men on suspicion of planning the raid.", "raid", "two men"),
        ("The trial of three guards accused of raping a nurse opens in May.", "raping", "three guards"),
        ("The court found Aven guilty of crimes against humanity, including murder and rape.", "murder", "Aven"),
        (
            "The union imposed sanctions on four officials accused of ordering the shelling.",
            "shelling",
            "four officials",
        ),
    ],
)
def test_whoever_is_tried_is_said_to_have_done_it(text: str, word: str, doer: str) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == [doer]
    assert held(text, word)[0] is Certainty.UU


@pytest.mark.parametrize(("plea", "value"), [("guilty", Certainty.CT_PLUS), ("not guilty", Certainty.CT_MINUS)])
def test_a_plea_is_the_word_of_whoever_pleads(plea: str, value: Certainty) -> None:
    text = f"Aven pleaded {plea} to killing two guards."
    assert fillers(text, event_at(text, "killing"), Role.ACTOR) == ["Aven"]
    assert held(text, "killing") == [Certainty.UU, value]


def test_whoever_is_held_on_suspicion_and_not_the_police_planned_it() -> None:
    text = "Police arrested two men on suspicion of planning the raid."
    assert all(fillers(text, c, Role.ACTOR) != ["Police"] for c in events(text) if c.type != "COERCE")


def test_charges_that_are_dropped_explode_nowhere() -> None:
    text = "Prosecutors dropped the charges against two officers."
    assert [c.type for c in events(text)] == ["RETREAT"]


def test_a_prosecution_tells_what_somebody_did() -> None:
    text = "The prosecution says Aven tortured prisoners."
    assert fillers(text, event_at(text, "tortured"), Role.ACTOR) == ["Aven"]


def test_what_one_admits_and_denies_are_two_statements() -> None:
    text = "The accused admitted that he drove the car but denied knowing that it carried a bomb."
    assert [act for _, act, _ in speeches(text)] == ["admit", "deny"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Had the army not shelled the market, the talks might have gone ahead.", Certainty.CT_PLUS),
        ("If the army had shelled the market, the talks would have failed.", Certainty.CT_MINUS),
        ("If the army shells the market, the talks will fail.", Certainty.UU),
    ],
)
def test_a_condition_contrary_to_fact_says_what_was(text: str, value: Certainty) -> None:
    assert held(text, "shell") == [value]


def test_whether_or_not_denies_nothing() -> None:
    text = "Whether or not the militia carried out the raid, its leaders have welcomed it."
    assert held(text, "raid")[0] is not Certainty.CT_MINUS


def test_who_it_was_did_it() -> None:
    text = "Friends of the war like to forget that it was Norland that invaded Southland."
    assert fillers(text, event_at(text, "invaded"), Role.ACTOR) == ["Norland"]


def test_whom_the_sentence_names_elsewhere_is_not_hit() -> None:
    text = "Even if the rebels fired first, nothing justifies the bombing of a hospital."
    assert fillers(text, event_at(text, "fired"), Role.RECIPIENT) == []


def test_nobody_who_disputes_it_is_no_source() -> None:
    assert speeches("Nobody seriously disputes that the army used cluster bombs.") == []


def test_who_joins_a_march_protests() -> None:
    text = "Some 20,000 people took part in the march."
    assert event_at(text, "march").type == "PROTEST"


def test_crowds_are_counted_by_each_for_himself() -> None:
    text = "Organisers said 20,000 people marched, while police put the number at 4,000."
    assert [who for who, _, _ in speeches(text)] == ["Organisers", "police"]


@pytest.mark.parametrize("text", ["Inmates rioted, taking two guards hostage.", "Pirates took two guards hostage."])
def test_guards_taken_hostage_are_whom_it_was_done_to(text: str) -> None:
    assert fillers(text, event_at(text, "hostage"), Role.RECIPIENT) == ["two guards"]


def test_who_hears_shooting_shoots_nobody() -> None:
    text = "I heard shooting and hid under the bed."
    assert all(fillers(text, c, Role.ACTOR) == [] for c in events(text))


def test_a_mother_owns_up_to_no_shot() -> None:
    text = '"My son went out to buy bread and a sniper shot him," she said.'
    assert [act for _, act, _ in speeches(text)] == [Act.ASSERT.value]


def test_what_somebody_is_told_to_do_need_not_be_done() -> None:
    text = "They gave me a gun and told me to shoot."
    assert held(text, "shoot")[-1] is Certainty.UU


def test_who_fails_to_stop_a_fight_fights_not() -> None:
    text = "The guarantors of the truce failed to stop the fighting."
    assert fillers(text, event_at(text, "fighting"), Role.ACTOR) == []


@pytest.mark.parametrize(
    "text", ["Army helicopter crashes near Orsa, killing four", "An army helicopter crashed near Orsa, killing four."]
)
def test_a_crash_is_no_attack(text: str) -> None:
    assert [c.type for c in events(text)] == []


def test_a_headline_tells_what_a_strike_did_and_who_says_so() -> None:
    text = "Southland strike on school kills 12, ministry says"
    assert [(who, act) for who, act, _ in speeches(text)] == [("ministry", "assert")]
    assert fillers(text, event_at(text, "kills"), Role.DEATHS) == ["12"]
    assert fillers(text, event_at(text, "strike"), Role.RECIPIENT) == ["school"]


def test_whoever_is_shot_outside_a_home_shot_nobody() -> None:
    text = "Journalist shot dead outside home in Varl"
    assert fillers(text, event_at(text, "shot"), Role.ACTOR) == []
    assert fillers(text, event_at(text, "shot"), Role.RECIPIENT) == ["Journalist"]


def test_an_alert_is_read_like_its_sentence() -> None:
    text = "BREAKING: Rebels kill nine in Orsa"
    assert fillers(text, event_at(text, "kill"), Role.ACTOR) == ["Rebels"]


def test_a_strike_that_has_a_toll_is_no_disaster() -> None:
    text = "15:10 GMT: Death toll from the strike on Torv rises to nine, officials say."
    assert event_at(text, "strike").type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Women were held as sex slaves by members of the brigade.", "held", "sexual"),
        ("Traffickers held 40 migrants for ransom.", "held", "abduct"),
        ("They took my husband away.", "took", "abduct"),
        ("A cyberattack knocked out power in Orsa.", "knocked", "cyber"),
    ],
)
def test_ways_of_doing_harm(text: str, word: str, kind: str) -> None:
    assert event_at(text, word).mode == kind


def test_whoever_steps_on_a_mine_laid_none() -> None:
    text = "A farmer was hurt when he stepped on a landmine near Dorn."
    assert fillers(text, event_at(text, "stepped"), Role.ACTOR) == []


def test_hostages_are_released_and_not_told() -> None:
    assert speeches("The rebels released 30 hostages as a gesture.") == []


def test_a_convoy_that_arrives_takes_no_town() -> None:
    text = "A convoy of 18 trucks carrying food reached Torv for the first time in four months."
    assert all(c.type != "ASSAULT" for c in annotated(text).claims)


def test_a_charge_that_is_rejected_was_made_and_is_denied() -> None:
    text = "The army accused the rebels of burning the mill, a claim the Front denied."
    assert [(who, act) for who, act, _ in speeches(text)] == [("The army", "accuse"), ("the Front", "deny")]
    assert held(text, "burning")[-1] is Certainty.CT_PLUS


def test_whoever_faces_charges_is_said_to_have_done_it() -> None:
    text = "Aven faces charges including murder and kidnapping."
    assert fillers(text, event_at(text, "murder"), Role.ACTOR) == ["Aven"]
    assert fillers(text, event_at(text, "murder"), Role.RECIPIENT) == []


def test_of_two_sides_of_a_clash_neither_is_said_to_have_killed() -> None:
    text = "Six farmers were killed during clashes between the army and unidentified gunmen."
    assert fillers(text, event_at(text, "killed"), Role.ACTOR) == []


def test_a_town_in_which_shelling_killed_killed_nobody() -> None:
    text = "The envoy condemned the shelling of the office in Torv, which killed a clerk."
    assert fillers(text, event_at(text, "killed"), Role.ACTOR) == []


def test_assailants_who_shoot_at_a_car_are_not_shot() -> None:
    text = "Unknown assailants shot at a vehicle near Varl, injuring the driver."
    assert fillers(text, event_at(text, "shot"), Role.ACTOR) == ["Unknown assailants"]


def test_what_was_not_reported_leaves_what_was_done() -> None:
    text = "Guards shelled the edge of Torv with artillery, no casualties were reported."
    assert held(text, "shelled") == [Certainty.CT_PLUS]


def test_a_toll_by_a_verb_is_told_with_its_dead() -> None:
    record = annotated("Thousands have died since the coup.")
    (died,) = [c for c in record.claims if record.document.quote(c.anchor) == "died"]
    assert {a.role for a in died.arguments} == {Role.ACTOR, Role.DEATHS}
