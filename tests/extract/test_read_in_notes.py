"""What situation reports, event notes and press releases of armed forces were read wrongly."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Claim, ClaimKind, Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


def counts(text: str, claim: Claim, role: Role) -> list[int | None]:
    """The lower bounds of the numbers in a role."""
    return [annotated(text).mention(a.mention).low for a in claim.arguments if a.role is role]


def test_a_name_in_capitals_that_is_a_pronoun_otherwise_speaks() -> None:
    text = "Some 90 attacks on clinics have been recorded in Norland, the WHO said."
    assert [who for who, _, _ in speeches(text)] == ["the WHO"]


@pytest.mark.parametrize(
    "text", ["On 9 May 2024, Kirelian forces shelled Tarn.", "Army helicopters struck a camp. 14 rebels killed."]
)
def test_no_deed_is_anybodys_word(text: str) -> None:
    assert speeches(text) == []


def test_people_who_flee_a_fight_do_not_fight() -> None:
    text = "Some 4,000 people have fled Torv since fighting erupted on 28 April."
    assert fillers(text, event_at(text, "fighting"), Role.ACTOR) == []
    assert fillers(text, event_at(text, "fighting"), Role.RECIPIENT) == []


@pytest.mark.parametrize("deed", ["Clashes", "Fighting", "Shelling"])
def test_a_town_where_a_deed_was_kills_nobody(deed: str) -> None:
    text = f"{deed} in Torv killed two."
    assert all(fillers(text, claim, Role.ACTOR) == [] for claim in events(text))


def test_a_phrase_ends_in_no_article() -> None:
    text = "On 31 March 2024, Kirelian soldiers raped a nurse at a checkpoint in Torv."
    assert fillers(text, event_at(text, "raped"), Role.RECIPIENT) in (["a nurse"], ["a nurse at a checkpoint in Torv"])


def test_who_disperses_them_is_not_among_them() -> None:
    text = "Protesters blocked the road. Police fired tear gas to disperse them."
    assert fillers(text, event_at(text, "disperse"), Role.RECIPIENT) == ["Protesters"]


def test_a_day_is_not_stormed() -> None:
    text = "On 2 April 2024, some 90 inmates fled from Torv prison after gunmen stormed it."
    assert fillers(text, event_at(text, "stormed"), Role.RECIPIENT) == ["Torv prison"]


def test_a_number_begins_a_sentence() -> None:
    text = "Gunmen attacked a bus near Orsa. 3 killed, 5 wounded."
    killed = event_at(text, "killed")
    assert fillers(text, killed, Role.RECIPIENT) == ["3"]
    assert counts(text, killed, Role.DEATHS) == [3]


def test_but_not_behind_what_is_abbreviated() -> None:
    assert len(annotated("The court cited Art. 5 of the statute.").claims) <= 2


def test_a_toll_in_a_line_of_its_own_is_that_of_the_deed_before() -> None:
    text = "Rebels raided Dorn on Monday. 5 fatalities."
    assert counts(text, event_at(text, "raided"), Role.DEATHS) == [5]


def test_a_toll_stays_in_the_mouth_of_whoever_gives_it() -> None:
    text = "The front said it killed nine soldiers in an ambush, while the army reported two dead."
    assert counts(text, event_at(text, "ambush"), Role.DEATHS) == [9]
    record = annotated(text)
    (toll,) = [c for c in record.claims if c.kind is ClaimKind.STATE and counts(text, c, Role.DEATHS)]
    assert counts(text, toll, Role.DEATHS) == [2]
    voices = {a.id: record.document.quote(a.source) for a in record.attributions}
    assert [voices[a] for a in toll.attributions] == ["the army"]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Of the 52 deaths recorded, 31 were attributed to the front, 12 to the army and nine to others.", [31, 12, 9]),
        ("The report attributed 31 killings to the Dorn Front and 12 to the army.", [31, 12]),
    ],
)
def test_deeds_counted_out_are_laid_each_at_its_own_door(text: str, tolls: list[int]) -> None:
    told = [c for c in events(text) if c.type == "ASSAULT"]
    assert [counts(text, c, Role.DEATHS) for c in told] == [[toll] for toll in tolls]
    assert [fillers(text, c, Role.ACTOR) for c in told][1] == ["the army"]
    assert all(c.certainty[0].value is Certainty.UU for c in told)


def test_two_blamed_for_two_deeds_are_blamed_for_one_each() -> None:
    text = "The mayor blamed the rebels for the raid and the army for the shelling."
    assert fillers(text, event_at(text, "raid"), Role.ACTOR) == ["the rebels"]
    assert fillers(text, event_at(text, "shelling"), Role.ACTOR) == ["the army"]


def test_all_of_them_are_those_recorded() -> None:
    text = "The council recorded 14 raids on clinics, all attributed to the Dorn Front."
    assert fillers(text, event_at(text, "raids"), Role.ACTOR) == ["Dorn Front"]


def test_a_bomb_that_somebody_laid_explodes() -> None:
    text = "An IED laid by suspected rebels detonated in Torv."
    blast = event_at(text, "detonated")
    assert fillers(text, blast, Role.ACTOR) == ["suspected rebels"]
    assert "suspected rebels" not in fillers(text, blast, Role.RECIPIENT)


def test_goods_are_seized() -> None:
    text = "Armed men seized 40 tonnes of wheat flour."
    assert event_at(text, "seized").type == "COERCE"


def test_live_ammunition_is_what_is_fired() -> None:
    text = "Guards fired live ammunition at demonstrators in Orsa."
    assert fillers(text, event_at(text, "fired"), Role.INSTRUMENT) == ["live ammunition"]
    assert fillers(text, event_at(text, "fired"), Role.RECIPIENT) == ["demonstrators in Orsa"]


def test_a_missile_is_stopped_where_it_is_shot_down() -> None:
    text = "The frigate shot down an incoming missile with no damage reported."
    assert event_at(text, "shot").type == "MOBILIZE"


def test_who_shoots_and_kills_shoots_whom_he_kills() -> None:
    text = "Gunmen shot and killed two farmers."
    assert fillers(text, event_at(text, "shot"), Role.RECIPIENT) == ["two farmers"]


def test_who_did_it_hangs_on_no_bracket() -> None:
    text = "The council reported the looting of a depot in Orsa by militiamen."
    assert "militiamen" not in " ".join(fillers(text, event_at(text, "looting"), Role.RECIPIENT))


def test_a_doer_of_strikes_only_alleged_is_only_alleged() -> None:
    text = "Five clerks were killed in strikes allegedly carried out by the army."
    killed = event_at(text, "killed")
    assert fillers(text, killed, Role.ACTOR) == ["the army"]
    assert killed.certainty[0].value is Certainty.PS_PLUS


def test_what_it_only_stands_for_is_nobodys_word() -> None:
    text = "It was determined that these guns threatened ships."
    assert [who for who, _, _ in speeches(text)] == [""]


def test_a_notes_label_is_no_deed() -> None:
    text = "Property destruction: On 12 March 2024, rebels burned down a clinic in Torv."
    assert len([c for c in events(text) if c.type == "ASSAULT"]) == 1
