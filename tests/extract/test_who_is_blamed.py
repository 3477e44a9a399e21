"""Who is blamed and how firmly, where dispatches were read wrongly: by arrest, by a call, in a cleft, by the way."""

from __future__ import annotations

import pytest

from allege.claim import Act, Claim, Role, SourceKind
from tests.extract.annotating import annotated, event_at, events
from tests.extract.annotating import fillers as named


def fillers(text: str, claim: Claim, role: Role) -> list[str]:
    """The words in a role of a claim, without the article that a name has where it is not known yet."""
    return [words.removeprefix("the ").removeprefix("The ") for words in named(text, claim, role)]


def acts(text: str, claim: Claim) -> list[Act]:
    """What each source of a claim does, outermost first."""
    return [a.act for a in annotated(text).attributions if a.id in claim.attributions]


def held(claim: Claim) -> list[str]:
    """How firmly each source holds a claim, the author first."""
    return [c.value.value for c in claim.certainty]


@pytest.mark.parametrize(
    "text",
    [
        "Teachers repudiated the murder of two clerks, who were shot by the Varn guard.",
        "Teachers have repudiated the killing of two clerks, who were shot by the Varn guard.",
    ],
)
def test_whoever_repudiates_a_deed_condemns_it_and_did_not_do_it(text: str) -> None:
    assert all(fillers(text, c, Role.ACTOR) != ["Teachers"] for c in events(text) if c.type == "ASSAULT")
    shot = event_at(text, "shot")
    assert (acts(text, shot), held(shot)) == ([Act.ACCUSE], ["Uu", "CT+"])


@pytest.mark.parametrize("word", ["machine-gunned", "machinegunned"])
def test_whoever_machine_guns_a_bus_shoots_at_it(word: str) -> None:
    text = f"Members of the Osk League {word} a bus near Velm."
    found = event_at(text, word)
    assert (found.mode, fillers(text, found, Role.ACTOR)) == ("firearms", ["Members of the Osk League"])


def test_people_held_hostage_are_held_by_no_police() -> None:
    text = "Two envoys are being held hostage by members of the Osk League."
    found = event_at(text, "hostage")
    assert (found.type, found.mode) == ("ASSAULT", "abduct")


@pytest.mark.parametrize("deed", ["terrorist act", "act of terrorism", "armed action", "sabotage action"])
def test_acts_of_terror_are_deeds(deed: str) -> None:
    text = f"The police believe that the {deed} against the mill was the work of the Osk League."
    found = next(c for c in events(text) if c.type == "ASSAULT")
    assert fillers(text, found, Role.ACTOR) == ["Osk League"]
    assert acts(text, found) == [Act.ACCUSE]


@pytest.mark.parametrize("deed", ["hurling of a bomb", "throwing of two grenades", "planting of the bomb"])
def test_the_throwing_of_a_bomb_is_a_deed(deed: str) -> None:
    text = f"The {deed} at the market was the work of the Osk League."
    found = event_at(text, deed.split(maxsplit=1)[0])
    assert (found.mode, fillers(text, found, Role.ACTOR)) == ("explosives", ["Osk League"])


def test_a_deed_that_claims_lives_claims_no_responsibility() -> None:
    text = "The rebels are responsible for the attack that claimed nine lives."
    assert all(a.act is not Act.CLAIM_RESPONSIBILITY for a in annotated(text).attributions)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The station got a letter from the Osk League claiming responsibility for the attack.", "Osk League"),
        (
            "Lund received a call from a member of the Osk League claiming responsibility for the attack.",
            "a member of the Osk League",
        ),
    ],
)
def test_whose_letter_or_call_it_is_owns_up_by_it(text: str, doer: str) -> None:
    attack = event_at(text, "attack")
    assert fillers(text, attack, Role.ACTOR) == [doer]
    assert acts(text, attack)[-1] is Act.CLAIM_RESPONSIBILITY


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Four guards were brought to trial for the murder of six clerks.", "murder", "Four guards"),
        ("The arrest of four guards for the murder of six clerks caused a stir.", "murder", "four guards"),
        ("The arrest of four guards on charges of murdering six clerks caused a stir.", "murdering", "four guards"),
        (
            "He said nothing of the arrest of four guards on charges of being implicated in the murder of six clerks.",
            "murder",
            "four guards",
        ),
    ],
)
def test_whoever_is_arrested_or_tried_for_a_deed_is_accused_of_it(text: str, word: str, doer: str) -> None:
    found = event_at(text, word)
    assert fillers(text, found, Role.ACTOR) == [doer]
    assert acts(text, found)[-1] is Act.ACCUSE


def test_the_police_who_arrest_are_accused_of_nothing() -> None:
    text = "The police's arrest of four guards for the murder of six clerks caused a stir."
    assert fillers(text, event_at(text, "murder"), Role.ACTOR) == ["four guards"]
    some = "Lund spoke of the arrest of eight guards, including two officers, on charges of murdering six clerks."
    assert fillers(some, event_at(some, "murdering"), Role.ACTOR) == ["eight guards"]


def test_whoever_held_an_office_once_is_no_official() -> None:
    text = "A former minister said the army shot two clerks. A minister said the army shot nobody."
    kinds = [a.source_kind for a in annotated(text).attributions]
    assert kinds == [SourceKind.PERSON, SourceKind.OFFICIAL]


@pytest.mark.parametrize("who", ["members of the Osk League", "soldiers of the guard"])
def test_whoever_it_may_have_been_may_have_done_it(who: str) -> None:
    text = f"It may have been {who} who murdered the mayor."
    assert held(event_at(text, "murdered")) == ["PS+"]
    said = f"The minister said that it was {who} who murdered the mayor."
    assert acts(said, event_at(said, "murdered")) == [Act.ACCUSE]


def test_whoever_says_that_he_will_go_on_owns_up_to_nothing() -> None:
    text = "The rebels announced today that they will step up their attacks on the rich."
    assert all(a.act is not Act.CLAIM_RESPONSIBILITY for a in annotated(text).attributions)
    owned = "The rebels announced today that they carried out the attacks on the rich."
    assert any(a.act is Act.CLAIM_RESPONSIBILITY for a in annotated(owned).attributions)


def test_whoever_rejects_anothers_version_has_not_done_it() -> None:
    text = (
        "The guard said a clerk was shot in Velm on Monday. "
        "Lund rejected the military version and called for an inquiry."
    )
    assert all("Lund" not in fillers(text, c, Role.ACTOR) for c in events(text) if c.type == "ASSAULT")


@pytest.mark.parametrize("words", ["participated in the crime", "took part in the crime", "committed the crime"])
def test_whoever_has_part_in_the_crime_told_before_is_its_doer(words: str) -> None:
    text = f"Six clerks were murdered in June. The president announced that members of the guard {words}."
    found = next(c for c in events(text) if c.type == "ASSAULT" and c.attributions)
    assert fillers(text, found, Role.ACTOR) == ["members of the guard"]
    assert acts(text, found) == [Act.ACCUSE]


def test_it_could_have_been_somebody() -> None:
    text = "Two clerks were shot on Monday. It could have been the Osk League or the Brann Guard."
    found = [c for c in events(text) if fillers(text, c, Role.ACTOR)]
    assert [held(c) for c in found] == [["PS+"]]
    assert fillers(text, found[0], Role.ACTOR) == ["Osk League", "Brann Guard"]


@pytest.mark.parametrize("verb", ["is still holding", "has released"])
def test_whoever_holds_or_releases_the_kidnapped_took_them(verb: str) -> None:
    text = f"The Osk League {verb} Karl Lund, kidnapped on 9 February near Velm."
    assert fillers(text, event_at(text, "kidnapped"), Role.ACTOR) == ["Osk League"]
    freed = "Soldiers have released Senator Karl Lund, kidnapped on 9 February near Velm."
    assert fillers(freed, event_at(freed, "kidnapped"), Role.ACTOR) == []


def test_whoever_the_killers_were_killed() -> None:
    text = "The priest said that the murderers of the clerks were members of the guard."
    found = event_at(text, "murderers")
    assert (found.type, fillers(text, found, Role.ACTOR)) == ("ASSAULT", ["members of the guard"])
    assert (fillers(text, found, Role.RECIPIENT), acts(text, found)) == (["clerks"], [Act.ACCUSE])
    denied = "The killers of the mayor were not soldiers."
    assert held(event_at(denied, "killers")) == ["CT-"]


def test_an_attack_blamed_on_a_group_is_its_own_whoever_is_told_of_beside_it() -> None:
    text = "In an attack attributed to the Osk League, several men wounded a watchman on Monday."
    assert fillers(text, event_at(text, "attack"), Role.ACTOR) == ["Osk League"]


def test_nobody_hurts_no_one() -> None:
    text = "Although no one was injured in that incident, it was clear that the Osk Front had declared war on us."
    assert fillers(text, event_at(text, "injured"), Role.ACTOR) == []
