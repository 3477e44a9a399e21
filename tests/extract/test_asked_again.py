"""What sentences by another hand, written without sight of the code, were read wrongly: who denies, who did it."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


def held(text: str, word: str) -> str:
    """What the innermost source, or the author where nobody is cited, holds of the event at a word."""
    return event_at(text, word).certainty[-1].value.value


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("At no point did the settlers shell the dam.", "shell", "CT-"),
        ("At no stage had guards whipped the porters, he said.", "whipped", "CT-"),
        ("The abbot said that at no time had soldiers whipped the porters.", "whipped", "CT-"),
        ("On no occasion have our men fired on nurses, the major said.", "fired", "CT-"),
        ("Never had the brigade shelled a dam.", "shelled", "CT-"),
        ("Not once did the guards fire on the nurses.", "fire", "CT-"),
        ("Not one of the settlers fired on the nurses.", "fired", "CT-"),
        ("Not a single settler fired on the nurses.", "fired", "CT-"),
        ("Not all of the settlers fired on the nurses.", "fired", "CT+"),
        ("Only once had the settlers shelled the dam.", "shelled", "CT+"),
        ("Not surprisingly, the settlers shelled the dam.", "shelled", "CT+"),
    ],
)
def test_what_is_denied_by_words_at_the_front(text: str, word: str, value: str) -> None:
    assert held(text, word) == value


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The crew came close to killing the pilot.", "killing", "CT-"),
        ("The mob came within inches of lynching the miller.", "lynching", "CT-"),
        ("The front has come dangerously close to shelling the dam.", "shelling", "CT-"),
        ("The front is close to capturing the town.", "capturing", "Uu"),
        ("Nurses living close to the fighting have fled.", "fighting", "CT+"),
        ("As long as the settlers do not attack the dam, the town will have water.", "attack", "Uu"),
        ("So long as settlers shell the road, nobody will pass.", "shell", "Uu"),
        ("As long as the settlers shelled the road, nobody passed.", "shelled", "CT+"),
    ],
)
def test_what_was_all_but_done_and_what_must_last(text: str, word: str, value: str) -> None:
    assert held(text, word) == value


@pytest.mark.parametrize("words", ["brushed aside", "laughed off", "shrugged off"])
def test_reports_that_are_made_light_of_are_denied(words: str) -> None:
    text = f"The abbot {words} claims that his porters had whipped a nurse."
    assert [act for _, act, _ in speeches(text)] == ["deny"]
    assert held(text, "whipped") == "CT-"


def test_what_was_conceded_under_questioning_was_admitted() -> None:
    text = "The porter conceded under questioning that he had whipped the nurse."
    assert [(source, act) for source, act, _ in speeches(text)] == [("The porter", "admit")]
    assert held(text, "whipped") == "CT+"


@pytest.mark.parametrize("count", ["None", "Neither", "Not one"])
def test_those_of_whom_none_did_it_are_named(count: str) -> None:
    text = f"{count} of the guards struck the porter."
    (found,) = fillers(text, event_at(text, "struck"), Role.ACTOR)
    assert found.endswith("the guards")
    assert held(text, "struck") == "CT-"


def test_talks_that_never_were_are_no_refusal() -> None:
    text = "The talks between the two dukes never took place."
    talks = event_at(text, "talks")
    assert (talks.type, held(text, "talks")) == ("CONSULT", "CT-")
    assert fillers(text, talks, Role.ACTOR) == ["the two dukes"]
    text = "Talks between the guild and the ministry were held on Monday."
    talks = event_at(text, "Talks")
    assert [fillers(text, talks, role) for role in (Role.ACTOR, Role.RECIPIENT)] == [["the guild"], ["the ministry"]]
    refused = "The guild refused to meet the porters."
    assert event_at(refused, "refused").type == "REJECT"


def test_the_filming_of_violence_is_no_accusation() -> None:
    text = "Nurses filmed the beating of a porter by mounted police."
    assert event_at(text, "beating").type == "ASSAULT"


def test_the_clause_behind_an_object_without_a_subject_is_about_it() -> None:
    text = "The guild's lawyer denied his clients were behind the slaying of the miller."
    assert fillers(text, event_at(text, "slaying"), Role.ACTOR) == ["his clients"]
    assert held(text, "slaying") == "CT-"


def test_whoever_is_told_is_not_told_of() -> None:
    text = "The porter told a nurse he had shot the miller."
    assert [content for _, _, content in speeches(text)] == ["he had shot the miller"]
    other = "The porter told the nurse he met to leave."
    assert all(content != "he met to leave" for _, _, content in speeches(other))


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("The abbey was plundered twice by passing columns of deserters.", "plundered", "columns of deserters"),
        ("The mill was burned by retreating soldiers.", "burned", "soldiers"),
    ],
)
def test_what_doers_were_about_is_not_how_it_was_done(text: str, word: str, doer: str) -> None:
    (found,) = fillers(text, event_at(text, word), Role.ACTOR)
    assert found.endswith(doer)


@pytest.mark.parametrize("victim", ["heiress", "sexton"])
@pytest.mark.parametrize("words", ["denied the killing of", "condemned the killing of", "denied the arrest of"])
def test_who_undergoes_what_is_done_to_people_keeps_his_place(words: str, victim: str) -> None:
    text = f"The abbot {words} the {victim}."
    word = words.split()[2]
    assert fillers(text, event_at(text, word), Role.RECIPIENT) == [f"the {victim}"]


def test_whatever_armed_men_burn_is_burned_to_do_harm() -> None:
    text = "Raiders burned the tavern."
    assert event_at(text, "burned").type == "ASSAULT"
    assert events("The porter burned his letters.") == []


def test_no_source_is_lost_on_the_way() -> None:
    text = "Not once did the guards fire on the nurses, the abbot said."
    assert [(a.act.value, annotated(text).document.quote(a.source)) for a in annotated(text).attributions] == [
        ("assert", "the abbot")
    ]


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Two porters stand accused of having beheaded a miller.", "beheaded", "Two porters"),
        ("The general stands accused of ordering the shelling of a dam.", "shelling", "The general"),
        ("The clerk stood convicted of murdering a nurse.", "murdering", "The clerk"),
    ],
)
def test_who_stands_accused_is_accused_of_it(text: str, word: str, doer: str) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == [doer]


def test_who_charges_a_crowd_accuses_nobody() -> None:
    text = "A porter was trampled when mounted police charged the crowd."
    charge = event_at(text, "charged")
    assert (charge.type, held(text, "charged"), speeches(text)) == ("ASSAULT", "CT+", [])
    assert fillers(text, charge, Role.ACTOR) == ["mounted police"]
    other = "Police charged the protesters with arson."
    assert event_at(other, "charged").type == "ACCUSE"
    assert [act for _, act, _ in speeches(other)] == ["accuse"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The abbot said a drover had informed him that raiders burned the mill.", ["The abbot", "a drover"]),
        ("Velm Radio relayed a claim by the brigade that it had shot a spy.", ["Velm Radio", "the brigade"]),
    ],
)
def test_whoever_told_it_first_is_heard(text: str, sources: list[str]) -> None:
    assert [source for source, _, _ in speeches(text)] == sources
    inner = event_at(text, text.split()[-3]).certainty[-1]
    assert inner.value.value == "CT+"


@pytest.mark.parametrize("report", ["a claim by the brigade", "the brigade's claim"])
def test_a_claim_that_speaks_of_it_speaks_of_whoever_makes_it(report: str) -> None:
    text = f"The paper printed {report} that it had shot a spy."
    (found,) = fillers(text, event_at(text, "shot"), Role.ACTOR)
    assert found.casefold().endswith("brigade")


@pytest.mark.parametrize("speaker", ["the abbot said", "said the abbot", "the abbot sighed"])
def test_what_is_quoted_first_does_what_is_quoted_next(speaker: str) -> None:
    text = f'"The raiders," {speaker}, "burned our mill."'
    assert fillers(text, event_at(text, "burned"), Role.ACTOR) == ["The raiders"]


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The marshal refuted the charge that porters had whipped the nurses.", "whipped", "CT-"),
        ("Despite denials from the guild, drovers insist soldiers razed the mill.", "razed", "CT+"),
        ("In the event that raiders attack the mill, the guards will leave.", "attack", "Uu"),
        ("When and if the front bombs the dam, the valley will drown.", "bombs", "Uu"),
        ("The guards all but killed the porter.", "killed", "CT-"),
        ("Far from attacking the nurses, the soldiers fed them.", "attacking", "CT-"),
        ("Analysts think it unlikely that Norland shelled the dam.", "shelled", "PR-"),
        ("No way the raiders burned the mill.", "burned", "CT-"),
        ("The nurse took back his claim that the guard had shot the porter.", "shot", "Uu"),
        ("Do not attack the nurses, the major told his men.", "attack", "CT-"),
        ("Raiders bombed the mill twice, drovers fled, and nobody came back.", "bombed", "CT+"),
    ],
)
def test_what_a_third_list_was_read_wrongly_of(text: str, word: str, value: str) -> None:
    assert held(text, word) == value


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Soldiers forced the drovers to leave and then burned forty barns.", "burned", "Soldiers"),
        ("Police, the abbot told the court, beat a porter for two days.", "beat", "Police"),
        ("The lawyer said her client denied that he had stabbed the guard.", "stabbed", "her client"),
        ("The marshal said nobody from his corps had whipped the porters.", "whipped", "his corps"),
    ],
)
def test_who_did_it_and_not_who_stands_nearer(text: str, word: str, doer: str) -> None:
    assert fillers(text, event_at(text, word), Role.ACTOR) == [doer]


def test_who_is_commanded_to_do_nothing_is_attacked_by_nobody() -> None:
    text = "Do not attack the nurses, the major told his men."
    assert fillers(text, event_at(text, "attack"), Role.ACTOR) == []
