"""What headlines and pairs of sentences were read wrongly: who did it, to whom, who says so, and what was not so."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, event_at, fillers, speeches


def party(text: str, word: str, role: Role) -> list[str]:
    """Who has that role in the event at a word."""
    return fillers(text, event_at(text, word), role)


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Troops killed fleeing millers, a rights group says.", "killed", "fleeing millers"),
        ("Raiders massacred praying pilgrims, survivors said.", "massacred", "praying pilgrims"),
        ("Settlers shot at fleeing millers, a nurse said.", "shot", "fleeing millers"),
        ("Settlers stopped shooting millers, a nurse said.", "shooting", "millers"),
    ],
)
def test_what_people_are_about_when_they_are_hit_is_no_deed_of_whoever_hits_them(
    text: str, word: str, whom: str
) -> None:
    assert party(text, word, Role.RECIPIENT) == [whom]
    assert party(text, word, Role.ACTOR) == [text.split(maxsplit=1)[0]]
    assert [c.type for c in annotated(text).claims if c.type == "RETREAT"] == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Ferry fired on near Pelm bridge", "Ferry"),
        ("Ceasefire observers 'fired on' near Pelm; both sides deny it", "Ceasefire observers"),
        ("Nurses fired upon in Pelm", "Nurses"),
        ("The nurses were fired at in Pelm.", "The nurses"),
        ("A nurse was fired upon by raiders near Pelm.", "A nurse"),
    ],
)
def test_who_is_fired_on_fires_nothing(text: str, whom: str) -> None:
    assert party(text, "fired", Role.RECIPIENT) == [whom]
    assert whom not in party(text, "fired", Role.ACTOR)


def test_who_fires_on_somebody_does() -> None:
    text = "Settlers fired on millers near Pelm."
    assert party(text, "fired", Role.ACTOR) == ["Settlers"]
    assert party(text, "fired", Role.RECIPIENT) == ["millers"]
    assert not [c for c in annotated("Two nurses were fired on Monday.").claims if c.type == "ASSAULT"]


@pytest.mark.parametrize("when", ["hours after", "days after", "minutes after"])
def test_a_time_behind_what_was_attacked_is_no_victim(when: str) -> None:
    text = f"Abbot's convoy attacked {when} talks with elders"
    assert party(text, "attacked", Role.RECIPIENT) == ["Abbot's convoy"]
    assert party(text, "attacked", Role.ACTOR) == []
    assert party("Settlers attacked hours after the truce ended.", "attacked", Role.ACTOR) == ["Settlers"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("It was his cousin, she said, who had beaten the boys.", "his cousin"),
        ("It was the militia, millers said, that had beaten the boys.", "the militia"),
        ("It was the militia, the abbot told us, that had beaten the boys.", "the militia"),
        ("It was the militia that had beaten the boys.", "the militia"),
    ],
)
def test_who_it_was_did_it(text: str, who: str) -> None:
    assert party(text, "beaten", Role.ACTOR) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "They were Brann's men, he told the inquiry, and they had beaten his cousin.",
        "They were settlers, the abbot said, and they had beaten his cousin.",
        "They were settlers, she told the inquiry, and they had beaten her cousin.",
        "The guards were drunk, she said, and had beaten her cousin.",
    ],
)
def test_what_is_told_on_behind_the_speaker_is_his_word(text: str) -> None:
    claim = event_at(text, "beaten")
    assert [c.value for c in claim.certainty] == ["Uu", "CT+"]
    assert "his cousin" not in party(text, "beaten", Role.ACTOR)
    assert not {"she", "he", "the abbot"} & set(party(text, "beaten", Role.ACTOR))


def test_news_behind_a_speaker_is_not() -> None:
    text = "They were tired, she told the court, and police arrested her outside."
    assert [c.value for c in event_at(text, "arrested").certainty] == ["CT+"]


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Aides said settlers had freed the nuns. They have not: two are held in Pelm.", "freed", "CT-"),
        ("The abbey was told that settlers had freed the nuns. They have not.", "freed", "CT-"),
        ("Aides said settlers beat two nuns. They did not.", "beat", "CT-"),
        ("Aides said the mill was shelled by settlers. It was not.", "shelled", "CT-"),
        ("Aides said settlers beat two nuns. They did not say where.", "beat", "Uu"),
        ("Aides said settlers beat two nuns. They did not, a nurse told us.", "beat", "Uu"),
        ("Aides said settlers beat two nuns. The nuns did not: they fled.", "beat", "Uu"),
        ("The abbot said settlers beat two nuns. He was not there.", "beat", "Uu"),
    ],
)
def test_they_have_not_denies_what_was_told_before(text: str, word: str, value: str) -> None:
    assert event_at(text, word).certainty[0].value == value


@pytest.mark.parametrize("credit", ["Photo: L. Brann", "Picture: Osk Brann", "Reporting: Osk Brann"])
def test_whoever_took_the_picture_says_nothing(credit: str) -> None:
    text = f"Porters carry a coffin through Pelm. He was shot by settlers. {credit}"
    assert not speeches(text)
    assert event_at(text, "shot").certainty[0].value == "CT+"


def test_a_source_behind_a_colon_says_it() -> None:
    assert speeches("Settlers shelled Pelm on Monday. Source: army")
    assert speeches("Nine people were killed in Pelm on Monday: police")


def test_whoever_is_told_of_a_deed_has_no_part_in_it() -> None:
    text = "The council was told that rebels had left the town."
    assert party(text, "left", Role.ACTOR) == ["rebels"]
    asked = "Mayor Osk Brann was asked by reporters whether his guards had fired on the widows' march last Monday."
    assert not any("Brann" in whom for whom in party(asked, "fired", Role.RECIPIENT))
    assert any("march" in whom for whom in party(asked, "fired", Role.RECIPIENT))


@pytest.mark.parametrize(("who", "act"), [("sergeant", "accuse"), ("army", "claim_responsibility")])
def test_one_man_of_his_is_accused_and_his_army_owned_up_for(who: str, act: str) -> None:
    assert [a for _, a, _ in speeches(f"The colonel said it was his {who} that beat the millers.")] == [act]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Army may raid Velm, official hints", "official"),
        ("Junta may shell Pelm, rebel commander claims", "rebel commander"),
    ],
)
def test_who_hints_at_the_end_of_a_headline_says_it(text: str, who: str) -> None:
    assert [(source, content) for source, _, content in speeches(text)] == [(who, text.split(",", maxsplit=1)[0])]


def test_what_stands_last_in_a_list_hints_at_nothing() -> None:
    assert not speeches("Police seized rifles, drugs, medical reports")


def test_what_a_house_was_hit_by_says_nothing() -> None:
    text = "The clinic was hit by government artillery."
    assert not speeches(text)
    assert event_at(text, "hit").certainty[0].value == "CT+"


@pytest.mark.parametrize(
    ("text", "word", "whom"),
    [
        ("Nine passengers were taken off at gunpoint near Pelm.", "taken", "Nine passengers"),
        ("Raiders took nine passengers away at gunpoint.", "took", "nine passengers"),
        ("Two nuns were led away at gunpoint by raiders.", "led", "Two nuns"),
    ],
)
def test_who_is_led_away_at_gunpoint_is_abducted(text: str, word: str, whom: str) -> None:
    claim = event_at(text, word)
    assert (claim.type, claim.mode) == ("ASSAULT", "abduct")
    assert fillers(text, claim, Role.RECIPIENT) == [whom]


@pytest.mark.parametrize(
    "text", ["Raiders took the cash away at gunpoint.", "She took her son home after he was robbed at gunpoint."]
)
def test_what_is_taken_otherwise_is_not_abducted(text: str) -> None:
    assert not [c for c in annotated(text).claims if c.mode == "abduct"]
