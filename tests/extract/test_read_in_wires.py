"""What sentences of news agencies were read wrongly: deeds taken for speech, strikes for attacks, towns for people."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


@pytest.mark.parametrize(
    "text",
    [
        "Velm police have detained 18 people following a fire that killed 19 people and injured another eight.",
        "Kirelian authorities have imposed a curfew in Dunmar to stop marches after the killing of a boy by troops.",
        "Authorities have imposed a curfew in parts of Tarn, where forces are battling militants loyal to a cleric.",
    ],
)
def test_what_the_police_do_is_no_word_of_theirs(text: str) -> None:
    assert speeches(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The agency said it was combating cholera and working to combat tax evasion.",
        "The council will give towns money that would be used to combat sea level rise and flooding.",
        "The nurse said that despite their poor health they will not end the strike.",
        "The weavers of the Osk mill have suspended their strike over pay.",
        "Police have detained 18 people following a fire that killed 19 people.",
        "A house fire killed three children in Orsa.",
    ],
)
def test_nobody_is_attacked_by_what_is_no_attack(text: str) -> None:
    assert not [c for c in events(text) if c.type == "ASSAULT"]


@pytest.mark.parametrize(
    "text", ["A fire set by gunmen killed three children in Orsa.", "Artillery fire killed three children in Orsa."]
)
def test_a_fire_that_somebody_set_is_a_deed(text: str) -> None:
    assert [c for c in events(text) if c.type == "ASSAULT"]


def test_an_army_that_ends_its_strikes_had_struck() -> None:
    text = "The army ended its strikes on the town of Velm."
    assert fillers(text, event_at(text, "strikes"), Role.ACTOR) == ["The army"]


@pytest.mark.parametrize(
    ("text", "word", "role", "found"),
    [
        ("The governor imposed a curfew in Velm to stop the demonstrations.", "demonstrations", Role.ACTOR, []),
        ("Two hundred marched in a pro-Brann demonstration.", "demonstration", Role.ACTOR, []),
        ("The summit between Norland and Kirelia failed to reach agreement.", "failed", Role.ACTOR, ["Norland"]),
        ("The summit between Norland and Kirelia failed to reach agreement.", "failed", Role.RECIPIENT, ["Kirelia"]),
        ("Hours earlier Norland expelled the envoy.", "expelled", Role.ACTOR, ["Norland"]),
        (
            "Kirelia freed 37 inmates, including one detainee at the army jail at Karsk Bay, who was jailed in May.",
            "jailed",
            Role.RECIPIENT,
            ["one detainee"],
        ),
        ("On 21 June Kirelian guards arrested 26 men.", "arrested", Role.ACTOR, ["Kirelian guards"]),
        ("Norland is willing to provide ammunition and food to Kirelia.", "willing", Role.RECIPIENT, ["Kirelia"]),
    ],
)
def test_who_and_whom(text: str, word: str, role: Role, found: list[str]) -> None:
    assert fillers(text, event_at(text, word), role) == found


def test_no_party_begins_with_a_preposition() -> None:
    text = "A fire set by gunmen killed three children in Orsa."
    record = annotated(text)
    said = [record.document.quote(record.mention(a.mention).spans) for c in record.claims for a in c.arguments]
    assert not [words for words in said if words.split()[0] in ("in", "of", "at")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A bomber attacked the parliament of Kirelia, with at least two people reported killed.", "killed"),
        ("Three guards were feared killed in the blast.", "killed"),
        ("Nine miners are believed drowned by the guards.", "drowned"),
    ],
)
def test_who_is_held_to_be_dead_killed_nobody(text: str, word: str) -> None:
    claim = event_at(text, word)
    assert not {"at least two people", "Three guards", "Nine miners"}.intersection(fillers(text, claim, Role.ACTOR))
    assert fillers(text, claim, Role.RECIPIENT)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Gunmen fled from captured Velm.", "captured"),
        ("Kirelian-backed militias violated the ceasefire in occupied Dunmar 115 times in one day.", "occupied"),
        ("The army shelled rebel positions in besieged Orsa on Monday.", "besieged"),
    ],
)
def test_a_town_that_is_called_taken_was_taken_by_nobody_named(text: str, word: str) -> None:
    quote = annotated(text).document.quote
    assert not [c for c in events(text) if word in quote(c.anchor) and fillers(text, c, Role.ACTOR)]


@pytest.mark.parametrize(
    "text",
    [
        "Kirelia's Foreign Ministry on Monday expelled a Norland diplomat after the expulsion of one by Norland.",
        "Kirelian-backed militias violated the ceasefire in occupied Dunmar 115 times in one day.",
        "The Norland Army has arrested a top commander of the Front skilled in driving trucks.",
    ],
)
def test_a_name_is_no_word_of_saying(text: str) -> None:
    assert speeches(text) == []


def test_a_day_behind_a_place_is_not_part_of_its_name() -> None:
    text = "Norland police stormed a migrant camp in Calais Sunday in a crackdown."
    assert fillers(text, event_at(text, "stormed"), Role.RECIPIENT) == ["a migrant camp in Calais"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The toddler picked up the gun under the seat.", "COERCE"),
        ("Police are trying to find out who opened fire in Velm, sending five men to the hospital.", "MOBILIZE"),
        ("After speaking with family members, investigators left the house.", "SUPPORT"),
        ("Officers responded to a call for help at a home in Osk Avenue.", "CONCEDE"),
        ("Police found a large crowd gathered for a birthday party.", "PROTEST"),
    ],
)
def test_daily_doings_are_no_such_events(text: str, type_: str) -> None:
    assert not [c for c in events(text) if c.type == type_]


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Officials said Brann was outside his home when he was shot once in the torso.", "shot", ["Brann"]),
        ("Police are looking into a shooting death in Orsa County.", "shooting", []),
        ("Mass Shooting in Orsa", "Shooting", []),
    ],
)
def test_neither_a_part_of_the_body_nor_a_death_is_attacked(text: str, word: str, found: list[str]) -> None:
    assert fillers(text, event_at(text, word), Role.RECIPIENT) == found


@pytest.mark.parametrize(
    ("text", "word", "role", "found"),
    [
        (
            "Rebels overran a base in Orsa, officials said Tuesday, killing 17 soldiers.",
            "killing",
            Role.ACTOR,
            ["Rebels"],
        ),
        (
            "A judge found the Kirelian regime guilty of murdering a writer.",
            "murdering",
            Role.ACTOR,
            ["Kirelian regime"],
        ),
        ("A man and a woman face child neglect charges.", "face", Role.ACTOR, []),
        ("The front condemned the Kabul suicide attack.", "attack", Role.ACTOR, []),
        (
            "The Council expressed strong condemnation of the minister's declaration, to annex the Orsa Valley.",
            "annex",
            Role.ACTOR,
            [],
        ),
        (
            "The president has warned High Commissioner Brian Donnelly that his government would expel him.",
            "warned",
            Role.RECIPIENT,
            ["Brian Donnelly"],
        ),
    ],
)
def test_who_did_it_where_others_speak_or_judge(text: str, word: str, role: Role, found: list[str]) -> None:
    assert [name.removeprefix("the ") for name in fillers(text, event_at(text, word), role)] == found


def test_what_a_fronted_clause_says_is_its_verb_too() -> None:
    text = "Velm police have arrested the head of the Ashen Column linked to the Front, authorities said on Tuesday."
    assert [content.startswith("Velm police have arrested") for _, _, content in speeches(text)] == [True]


@pytest.mark.parametrize(
    "text",
    ["The lawyer has led the White House attack on the impeachment proceedings.", "Her attack on the law is fair."],
)
def test_nobody_attacks_a_law(text: str) -> None:
    assert not [c for c in events(text) if c.type == "ASSAULT"]


@pytest.mark.parametrize("text", ["To annex it they condemned the vow.", "Annex it, they condemned.", "To annex"])
def test_an_infinitive_at_the_very_beginning_is_read(text: str) -> None:
    assert annotated(text).document.text == text
