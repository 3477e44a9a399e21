"""What interviews, situation reports, logs and communiques were read wrongly."""

from __future__ import annotations

import pytest

from allege.claim import Act, Certainty, ClaimKind, Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Three gangs abducted and killed two nurses.", "abducted"),
        ("Gunmen abducted, tortured and killed two nurses.", "tortured"),
    ],
)
def test_who_does_the_last_of_a_row_does_them_all(text: str, word: str) -> None:
    deed = event_at(text, word)
    assert fillers(text, deed, Role.ACTOR)
    assert fillers(text, deed, Role.RECIPIENT) == ["two nurses"]


def test_what_befalls_people_in_a_row_befalls_them_to_the_last() -> None:
    text = "Two men abducted and killed in Velm."
    assert fillers(text, event_at(text, "killed"), Role.ACTOR) == []
    assert fillers(text, event_at(text, "killed"), Role.RECIPIENT) == ["Two men"]


@pytest.mark.parametrize("verb", ["was captured", "captured"])
def test_one_more_of_those_told_of_is_somebody(verb: str) -> None:
    text = f"Two soldiers were wounded and a third {verb}."
    assert fillers(text, event_at(text, "captured"), Role.RECIPIENT) == ["a third"]


def test_one_more_is_no_count() -> None:
    text = "Soldiers captured two clerks, and a third was killed."
    assert fillers(text, event_at(text, "captured"), Role.DEATHS) == []


def test_no_doubt_accuses_nobody() -> None:
    assert [c.type for c in events("The envoy expressed no doubt that the army shelled the mill.")] == ["ASSAULT"]


def test_armed_formations_act() -> None:
    text = "Armed formations shelled Velm."
    assert fillers(text, event_at(text, "shelled"), Role.ACTOR) == ["Armed formations"]


def test_guns_silenced_by_fire_are_not_banned() -> None:
    assert "COERCE" not in [c.type for c in events("The machine gun was silenced by fire.")]


def test_who_rejects_reports_denies_them() -> None:
    text = "The envoy rejects reports that rebels burned the mill."
    assert [(who, act) for who, act, _ in speeches(text)] == [("The envoy", "deny")]
    assert event_at(text, "burned").certainty[-1].value is Certainty.CT_MINUS


@pytest.mark.parametrize("verb", ["declined", "ignored", "refused"])
def test_who_gives_no_comment_rejects_nothing(verb: str) -> None:
    assert "REJECT" not in [c.type for c in events(f"The ministry {verb} a request for comment.")]


@pytest.mark.parametrize(
    "text", ["It was an accusation that Norland's neighbour denied.", "It was a charge that the mayor denied."]
)
def test_a_denial_in_a_relative_clause_is_a_denial(text: str) -> None:
    assert [a.act for a in annotated(text).attributions] == [Act.DENY]


def test_whoever_asks_says_nothing() -> None:
    assert speeches("Q: Did the rebels shell the clinic?") == []


INTERVIEW = (
    "Orm Varga was held for a month.\n\nQ: Who burned the mill?\nA: The soldiers burned it. I saw them.\n\n"
    "Q: Was anybody killed?\nA: They shot my brother."
)


def test_an_answer_is_the_word_of_whoever_answers() -> None:
    assert [(who, said) for who, _, said in speeches(INTERVIEW)] == [
        ("A", "The soldiers burned it. I saw them"),
        ("A", "They shot my brother"),
    ]


def test_capitals_label_who_speaks_in_turn() -> None:
    text = (
        "ILA OREN: They are lying. Rebels burned the mill.\n\nTOV BRANN: Did anyone try to help?\n\n"
        "ILA OREN: The priest did. They beat him."
    )
    assert [who for who, _, _ in speeches(text)] == ["ILA OREN", "TOV BRANN", "ILA OREN"]
    assert fillers(text, event_at(text, "beat"), Role.PLACE) == []


@pytest.mark.parametrize(
    "text",
    [
        "We deny the lies of the regime that our men have attacked the bus.",
        "We deny the fairy tales of the regime that our men have attacked the bus.",
        "The front rejects the claims of the ministry that its men have attacked the bus.",
    ],
)
def test_what_lies_tell_was_done_to_the_bus_and_not_to_the_liars(text: str) -> None:
    attacked = event_at(text, "attacked")
    assert fillers(text, attacked, Role.RECIPIENT) == ["the bus"]
    assert Certainty.CT_MINUS in [c.value for c in attacked.certainty]


def test_the_accused_accuse_nobody() -> None:
    assert events("The chamber found that the accused gave the order.") == []


@pytest.mark.parametrize("met", ["I spoke to", "we talked to"])
def test_whom_a_reporter_spoke_to_says_it(met: str) -> None:
    text = f"A nurse {met} said soldiers burned the mill."
    assert [(who, said) for who, _, said in speeches(text)] == [(f"A nurse {met}", "soldiers burned the mill")]


def test_a_name_behind_a_place_is_whose_post_it_is() -> None:
    text = "The governor of Torv, Pal Dahl, said that all was calm."
    (led,) = [c for c in annotated(text).claims if c.type == "LED_BY"]
    assert (fillers(text, led, Role.ACTOR), fillers(text, led, Role.RECIPIENT)) == (["Torv"], ["Pal Dahl"])


def test_for_his_part_calls_for_nothing() -> None:
    text = "For his part, the bishop called the parties to dialogue."
    assert [c for c in annotated(text).claims if c.kind is ClaimKind.DEMAND] == []


def test_whoever_arms_a_band_does_not_protest() -> None:
    text = "Intelligence reports leave little room for doubt: Veldland has been arming the Front for years."
    assert [c.type for c in events(text)] == ["AID"]


def test_tear_gas_is_no_chemical_weapon() -> None:
    text = "Police used tear gas against a march in Tolv; 14 people were injured."
    assert "Chemical weapon" not in {c.subtype for c in events(text)}


@pytest.mark.parametrize("text", ["Guards denied passage to three convoys.", "Soldiers refused the patrol access."])
def test_who_lets_nobody_through_says_nothing(text: str) -> None:
    assert speeches(text) == []


@pytest.mark.parametrize("why", ["requested not to reveal his name", "declined to give his name"])
def test_who_does_not_give_a_name_says_nothing_by_it(why: str) -> None:
    text = f"The source, who {why}, said rebels burned the mill."
    assert [who for who, _, _ in speeches(text)] == ["The source"]
    assert [c.type for c in events(text)] == ["ASSAULT"]


def test_the_day_is_no_part_of_whoever_acts_on_it() -> None:
    text = "A special tribunal in Osmark on Tuesday convicted a militia commander of murder."
    assert fillers(text, event_at(text, "convicted"), Role.ACTOR) == ["A special tribunal in Osmark"]


def test_what_we_reject_is_not_so_by_our_word() -> None:
    text = "We reject the claims of the ministry that our men have attacked the bus."
    assert event_at(text, "attacked").certainty[0].value is Certainty.CT_MINUS
