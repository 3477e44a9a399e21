"""What was read wrongly in round-ups of a day: one test a cause, each sentence reworded."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, check, event_at, events, fillers, parties, rows, speeches


@pytest.mark.parametrize(
    "row",
    rows("""
        Guards had beaten the board's inspector-general, Oda Renn, and were holding her. | beaten | Guards | Renn
        It would have been hit by the mine that killed a miller hours later. | killed | - | miller
        A guard shot dead a toll keeper in Velm before fleeing on foot; police came. | shot | guard | keeper
        They were abducted in May by the Spear of the North. | abducted | Spear of the North | They
        A lorry ran over a device near Orsa. | ran | - | lorry
        Rebels freed nine of 20 clerks they seized from a trawler in May, a firm said. | seized | Rebels | clerks
        Armed men took him from a bakery, and gunmen took his son from a hotel. | took | gunmen | son
    """),
)  # fmt: skip
def test_who_did_it_and_to_whom(row: tuple[str, ...]) -> None:
    text, word, doer, whom = row
    anchors = [annotated(text).document.quote(c.anchor) for c in events(text)]
    assert any(word in anchor for anchor in anchors), anchors
    found = [(fillers(text, c, Role.ACTOR), fillers(text, c, Role.RECIPIENT)) for c in events(text)
             if word in annotated(text).document.quote(c.anchor)]  # fmt: skip
    assert any(
        (any(doer in one for one in doers) if doer != "-" else not doers) and any(whom in one for one in hit)
        for doers, hit in found
    ), found


def test_what_has_been_done_since() -> None:
    assert parties("Orland has since massed troops along the river.", "massed")[0] == "Orland"


def test_those_for_whom_lawyers_speak_were_beaten() -> None:
    text = "The bureau expelled nine Orlanders. Lawyers for three of the men say they were kicked."
    assert parties(text, "kicked")[1] == "the men"


def test_a_thing_is_no_place_of_those_who_set_it_on_fire() -> None:
    text = "Drones struck a mill deep inside Orland on Sunday, setting it ablaze."
    assert parties(text, "setting")[1].startswith("a mill")


@pytest.mark.parametrize(
    ("text", "word", "dead"),
    [
        ("Nine drovers were hacked to death in Velm.", "hacked", ["Nine"]),
        ("The mob beat two guards to death.", "beat", ["two"]),
        ("Guards beat two clerks in Velm.", "beat", []),
    ],
)
def test_to_death(text: str, word: str, dead: list[str]) -> None:
    assert fillers(text, event_at(text, word), Role.DEATHS) == dead


def test_a_rumour_that_is_called_false_before_a_colon() -> None:
    text = "Rumours that the mayor had been kidnapped spread on Monday. They were false: he opened a mill that evening."
    check((text, "kidnapped", "-", "CT-", "", "PS+"))


@pytest.mark.parametrize(
    "text",
    [
        "The Guard has not commented on the raid.",
        "Orland recalled its ambassador to Norland.",
        "Police arrested a man on Friday.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert speeches(text) == []


def test_who_is_set_in_behind_and_tells_the_rest_alone() -> None:
    text = "The army shelled Orsa and, residents said, burned two farms."
    assert speeches(text) == [("residents", "assert", "burned two farms")]
    assert speeches("The army, residents said, burned two farms.")[0][2].startswith("The army")


def test_capitals_before_a_whole_sentence_say_where() -> None:
    text = "GORVA: Police fired tear gas at students who had closed the bridge on Monday."
    assert speeches(text) == []


def test_an_office_said_behind_a_name_is_no_other_speaker() -> None:
    ((source, _, _),) = speeches("Sel, now a member of the council, has repeatedly denied burning the mill.")
    assert source.startswith("Sel")


def test_men_in_somebodys_pay_may_be_blamed() -> None:
    text = 'A clerk was shot. The Command blamed "men in the pay of Norland", a charge that Norland dismissed.'
    blamed = [c for c in events(text) if c.type == "ASSAULT" and fillers(text, c, Role.ACTOR)]
    assert {tuple(fillers(text, c, Role.ACTOR)) for c in blamed} == {("men in the pay of Norland",)}
    assert [c.certainty[-1].value.value for c in blamed] == ["CT+", "CT-"]


def test_who_wants_no_name_is_no_envoy() -> None:
    text = "A mediator, who asked not to be named, said the delegation had left."
    assert events(text) == []


def test_who_is_marched_off_is_no_force() -> None:
    assert all(c.type != "MOBILIZE" for c in events("The prisoners were then marched into the forest."))


def test_a_vow_to_burn_is_a_threat() -> None:
    assert event_at('General Ubo vowed to "burn every nest of the bandits".', "vowed").type == "THREATEN"


def test_those_who_come_together_to_protest_do_protest() -> None:
    check(("Thousands gathered in Orsa to protest against the tax.", "protest", "Thousands", "CT+", "-", ""))


def test_we_are_known_where_somebody_speaks() -> None:
    assert parties("We will attack the port, the rebels warned.", "attack") == ("We", "the port")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A viral post claims that troops set fire to the mill.", "A viral post"),
        ("A viral video claims that troops burned the mill.", "A viral video"),
    ],
)
def test_one_post_has_no_claims_but_claims(text: str, source: str) -> None:
    assert [said for said, _, _ in speeches(text)] == [source]


def test_what_they_keep_to_themselves_is_not_their_word() -> None:
    assert speeches("What they don't tell you: Norland paid the men who burned the mill.") == []


def test_who_ordered_it_did_it() -> None:
    text = "By order of the Harbour Committee, all gatherings are banned."
    assert parties(text, "banned")[0] == "Harbour Committee"


TOLD_LAST = """
    Not the army but deserters robbed the mill in Orsa, the mayor, Ada Brook, said. | robbed | deserters | mayor
    The rifles had been stolen by agents of the Reed League, an official close to it said. | stolen | agents | official
    It was the army that shelled the mill in May, the inquiry into the blast found. | shelled | army | inquiry
    They took her mule, she says, and beat her grandson when he held on to the rope. | beat | They | she
    Rebels shelled a ferry and killed 60 people on it, the Sisters of Orsa charity reports. | shelled | Rebels | Sisters
"""


@pytest.mark.parametrize("row", rows(TOLD_LAST), ids=lambda row: str(row[1]))
def test_who_tells_it_last(row: tuple[str, ...]) -> None:
    text, word, doer, source = row
    check((text, word, doer, "Uu", source, "CT+"))


def test_what_is_not_true_as_others_wrote() -> None:
    text = "It is not true, as some papers have written, that Sheikh Omar Vell shelled the mill."
    check((text, "shelled", "Vell", "CT-", "papers", "Uu"))


def test_what_is_not_true_as_somebody_claimed_is_no_fact() -> None:
    claim = event_at("It is not true, as claimed by the army, that rebels shelled the mill.", "shelled")
    assert claim.certainty[0].value.value != "CT+"


def test_the_body_somebody_led_did_it_and_not_he() -> None:
    text = "The minister led the battalion that, according to a UN inquiry, expelled some 90 people from the valley."
    assert parties(text, "expelled") == ("the battalion", "some 90 people")


def test_who_is_found_hanged_was_hanged_by_nobody() -> None:
    assert events("The reporter was found hanged in her flat.") == []
    assert parties("Rebels hanged two clerks in Velm.", "hanged") == ("Rebels", "two clerks in Velm")


def test_a_version_is_somebodys() -> None:
    assert speeches("The army's version: rebels shelled the mill.")[0][0] == "The army's version"


@pytest.mark.parametrize("refusal", ["refused to rule out", "declined to rule out", "refused to exclude"])
def test_who_refuses_to_rule_it_out_denies_nothing(refusal: str) -> None:
    text = f"The minister {refusal} that rebels shelled the mill."
    check((text, "shelled", "rebels", "Uu", "minister", "Uu"))
