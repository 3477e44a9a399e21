"""How actors stand to each other: type and ends of relations."""

from __future__ import annotations

import pytest
from finding import relation

CASES = [
    ("Rebels are fighting government troops in the hills.", "FIGHTS", "Rebels", "government troops"),
    ("The war between Kirelia and Norland began in May.", "FIGHTS", "Kirelia", "Norland"),
    ("Kirelia supports the rebels.", "ALLIED_WITH", "Kirelia", "the rebels"),
    ("The militia joined hands with the northern rebels.", "ALLIED_WITH", "The militia", "the northern rebels"),
    ("The militia fought alongside Norlandic troops.", "ALLIED_WITH", "The militia", "Norlandic troops"),
    ("The brigade belongs to the Free Army of Orsa.", "MEMBER_OF", "The brigade", "the Free Army of Orsa"),
    ("The rebel group is led by Anton Veldt.", "LED_BY", "The rebel group", "Anton Veldt"),
    ("The fighters were trained by Kirelian officers.", "TRAINED_BY", "The fighters", "Kirelian officers"),
    ("Kirelia funded the separatists for years.", "FUNDED_BY", "the separatists", "Kirelia"),
    ("Kirelia supplied weapons to the rebels.", "ARMED_BY", "the rebels", "Kirelia"),
    ("Kirelia sheltered the separatists.", "SHELTERED_BY", "the separatists", "Kirelia"),
    ("Kirelia gave refuge to the separatists.", "SHELTERED_BY", "the separatists", "Kirelia"),
    ("The rebels were expelled by the president.", "EXPELLED_BY", "The rebels", "the president"),
    ("The two-year-old militia merged with the Free Army.", "MERGED_WITH", "The two-year-old militia", "the Free Army"),
    ("The faction split from the Free Army.", "SPLIT_FROM", "The faction", "the Free Army"),
    (
        "The Harrow Council and Kirelia discussed a truce on Monday.",
        "COMMUNICATED_WITH",
        "The Harrow Council",
        "Kirelia",
    ),
    ("General Veldt and the envoy met in Orsa.", "COMMUNICATED_WITH", "General Veldt", "the envoy"),
    ("Kirelia used heavy artillery against the rebels.", "FIGHTS", "Kirelia", "the rebels"),
    ("The army retook the town from the rebels.", "FIGHTS", "The army", "the rebels"),
    ("The army pushed the rebels out of the valley.", "FIGHTS", "The army", "the rebels"),
    ("The coalition carried out strikes against rebel positions.", "FIGHTS", "The coalition", "rebel"),
    ("Kirelia supports the rebels' campaign.", "ALLIED_WITH", "Kirelia", "the rebels"),
    ("He was a general in the Kirelian navy.", "MEMBER_OF", "He", "the Kirelian navy"),
    ("Unit 50 is led by Anton Veldt.", "LED_BY", "Unit 50", "Anton Veldt"),
    ("Anton Veldt, also known as Abu Karo, left the country.", "ALSO_KNOWN_AS", "Anton Veldt", "Abu Karo"),
]


@pytest.mark.parametrize(("text", "kind", "left", "right"), CASES)
def test_a_relation_is_read_from_left_to_right(text: str, kind: str, left: str, right: str) -> None:
    got = relation(text, kind)
    assert got is not None
    assert (got["actor"], got["recipient"]) == ([left], [right])


def test_an_acronym_in_brackets_is_another_name() -> None:
    got = relation("The Free Army of Orsa (FAO) has been active in the delta region since 2011.", "ALSO_KNOWN_AS")
    assert got is not None
    assert got["recipient"] == ["FAO"]


def test_where_a_group_is_active_is_told_with_the_time() -> None:
    got = relation("The militia has been active in the border region since late 2011.", "OPERATES_IN")
    assert got is not None
    assert got["actor"] == ["The militia"]
    assert "the border region" in got["recipient"]
    assert got["time"] == ["late 2011"]


def test_trade_in_goods_is_told_of_those_in_the_business() -> None:
    got = relation("The rebels were involved in the business of drug trafficking.", "TRADES_IN")
    assert got is not None
    assert (got["actor"], got["recipient"]) == (["The rebels"], ["drug"])


def test_members_named_behind_including_belong_to_the_whole() -> None:
    got = relation("Members of the coalition, including Norland and Kirelia, met on Monday.", "MEMBER_OF")
    assert got is not None


@pytest.mark.parametrize(
    "text", ["Doctors fight the virus.", "The firm trained its gun sights on rivals.", "She led a quiet life."]
)
def test_figures_of_speech_are_no_relations(text: str) -> None:
    assert all(relation(text, kind) is None for kind in ("FIGHTS", "TRAINED_BY", "LED_BY"))


def test_the_police_of_a_place_are_one_body_that_somebody_leads() -> None:
    got = relation("Orsa police chief Joren Abery spoke to reporters.", "LED_BY")
    assert got is not None
    assert len(got["actor"]) == 1


def test_helper_and_helped_both_fight_what_the_help_is_for() -> None:
    got = relation("Kirelia is helping the Norlandic army to defeat the separatists.", "FIGHTS")
    assert got is not None
    assert sorted(got["actor"]) == ["Kirelia", "the Norlandic army"]
    assert got["recipient"] == ["the separatists"]


def test_a_pronoun_gives_way_to_the_name_in_its_sentence() -> None:
    got = relation("Kirelia backs the Norlandic army in its effort to defeat the separatists.", "FIGHTS")
    assert got is not None
    assert "its" not in got["actor"]


def test_an_end_that_cannot_take_part_does_not_cost_the_others_theirs() -> None:
    got = relation("The militia carried out attacks against Kirelia, our interests and our allies.", "FIGHTS")
    assert got is not None
    assert got["recipient"] == ["Kirelia", "our allies"]


@pytest.mark.parametrize(
    "text",
    [
        "Volunteers helped the refugees.",
        "It helped us a lot.",
        "Kirelia values the partnership with our allies.",
    ],
)
def test_help_for_civilians_and_nameless_allies_are_no_alliance(text: str) -> None:
    assert relation(text, "ALLIED_WITH") is None


def test_who_speaks_of_a_campaign_does_not_wage_it() -> None:
    got = relation("The two ministers discussed the campaign to liberate the valley from the rebels.", "FIGHTS")
    assert got is None or "The two ministers" not in got["actor"]


def test_a_town_is_no_side_of_a_war() -> None:
    got = relation("Strikes near Orsa engaged the rebels.", "FIGHTS")
    assert got is None or "Orsa" not in " ".join(got["actor"])


def test_a_long_list_of_members_is_taken_whole() -> None:
    text = "Coalition nations include Canada, Denmark, France, Jordan, Turkey, Bahrain and Belgium."
    got = relation(text, "MEMBER_OF")
    assert got is not None
    assert len(got["actor"]) == 7
    assert got["recipient"] == ["Coalition nations"]


def test_an_acronym_belongs_to_the_name_that_spells_it() -> None:
    got = relation("The grant to the Orsa Heritage Fund (OHF) was paid.", "ALSO_KNOWN_AS")
    assert got is not None
    assert got["actor"][0].startswith("the Orsa Heritage Fund")


@pytest.mark.parametrize(
    ("text", "kind", "actor", "body"),
    [
        ("A breakaway wing of the Zolmar Salt League burned a mill.", "SPLIT_FROM", "A breakaway wing of the", "Salt"),
        ("Police blamed a splinter of the Zolmar Salt League.", "SPLIT_FROM", "a splinter of the", "Salt League"),
        ("The Ash Column, a Zolmar Salt League splinter, fled.", "SPLIT_FROM", "The Ash Column", "Zolmar Salt League"),
        ("The Zolmar Salt League's armed wing the Ash Column shelled it.", "MEMBER_OF", "the Ash", "Salt"),
        ("The military wing of the Zolmar Salt League fired.", "MEMBER_OF", "The military wing of the", "Salt League"),
    ],
)
def test_a_wing_or_splinter_of_a_body_is_tied_to_it(text: str, kind: str, actor: str, body: str) -> None:
    got = relation(text, kind)
    assert got is not None
    assert got["actor"][0].startswith(actor)
    assert body in got["recipient"][0]


@pytest.mark.parametrize(
    "text", ["A wing of the Orsa General Hospital burned down.", "A splinter of the mast hit the League."]
)
def test_a_wing_of_a_house_or_a_splinter_of_wood_is_nobody(text: str) -> None:
    assert relation(text, "MEMBER_OF") is None
    assert relation(text, "SPLIT_FROM") is None
