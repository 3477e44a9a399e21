"""Whose forces, in whose mouth: which words of several reports mean one doer, and who "we" are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claimed import about, material, said, story

from allege.claim import Certainty, SourceKind
from allege.link.model import EventClaim, Slot, Story
from allege.link.positions import View, view
from allege.link.positions.denials import denial_words
from allege.link.positions.forces import forces
from allege.link.positions.holders import holder

MAYOR = ("Mayor Ilo Vant", SourceKind.OFFICIAL)
GROUP = ("The Dawn Front", SourceKind.ARMED_GROUP)


def seen(*claims: EventClaim, stories: tuple[Story, ...] = ()) -> View:
    known = {one.id for one in stories}
    rest = tuple(story(one) for one in dict.fromkeys(claim.document for claim in claims) if one not in known)
    return view(about(claims), material(claims, (*stories, *rest)))


def doers(shown: View) -> dict[str, set[str]]:
    """Each answer to who did it, with the words of those who give it."""
    return {one.position.value: {given.voice.words for given in one.given} for one in shown.slot(Slot.ACTOR).answers}


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Orlen's troops", "forces of orlen"),
        ("the army of neighbouring Orlen Republic", "forces of orlen"),
        ("the Orlen armed forces", "forces of orlen"),
        ("Kirelian forces", "forces of kirel"),
        ("Kirelia's soldiers", "forces of kirel"),
        ("the Red Army", None),
        ("Sons of the Army", None),
        ("the Dawn Brigade", None),
        ("armed men", None),
    ],
)
def test_forces_are_known_by_the_one_name_beside_them(words: str, key: str | None) -> None:
    found = forces(words)
    assert (found.key if found else None) == key


def test_an_air_force_is_somebody_and_the_men_of_a_militia_are_the_militia() -> None:
    """ "Force" and "men" alone say nothing of whose they are; with a word beside them they do."""
    militia = said("b", by=MAYOR, actor="the men of Captain Vost's militia")
    shown = seen(said("a", actor="the air force of Orlen"), militia)
    assert doers(shown).keys() == {"air force of Orlen", "Captain Vost's militia"}
    assert doers(seen(said("a", actor="men of the north"))).keys() == {"men of the north"}


def test_we_of_a_press_office_are_the_body_that_it_speaks_for() -> None:
    office = ("Dawn Front Press Office", SourceKind.ARMED_GROUP)
    denied = said("b", by=office, value=Certainty.CT_MINUS, actor="we")
    shown = seen(said("a", by=MAYOR, actor="the Dawn Front"), denied)
    assert doers(shown).keys() == {"Dawn Front", "not Dawn Front"}


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("the Dawn Front's media wing", "the Dawn Front"),
        ("Orlen Council press office", "Orlen Council"),
        ("the press office", "the press office"),
        ("press office", "press office"),
        ("the Dawn Front", "the Dawn Front"),
    ],
)
def test_who_speaks_for_a_body_is_no_doer_of_its_own(words: str, body: str) -> None:
    assert holder(words, lambda _: False) == body


def test_the_capital_of_a_sentence_names_nobody() -> None:
    assert forces("Security forces", opening=True) is None
    assert forces("Kirelian forces", opening=True) is not None


def test_one_army_under_three_names_is_one_answer_and_its_denial_disputes_it() -> None:
    shown = seen(
        said("a", by=MAYOR, actor="the army of neighbouring Orlen Republic"),
        said("b", actor="Orlen's soldiers"),
        said("c", by=("Orlen's defence ministry", SourceKind.OFFICIAL), value=Certainty.CT_MINUS, actor="Orlen's army"),
        said("d", actor="Kirelian troops"),
    )
    answers = {one.value.key: one for one in shown.slot(Slot.ACTOR).answers}
    assert set(answers) == {"forces of orlen", "not forces of orlen", "forces of kirel"}
    assert answers["forces of orlen"].position.origins == 2
    keys = [one.value.key for one in shown.slot(Slot.ACTOR).answers]
    assert {keys[at] for at in answers["forces of orlen"].disputes} == {"not forces of orlen", "forces of kirel"}


def test_the_state_at_large_does_not_dispute_its_army() -> None:
    shown = seen(said("a", actor="government troops"), said("b", actor="the regime"), said("c", actor="the army"))
    assert not any(one.disputes for one in shown.slot(Slot.ACTOR).answers)


def test_what_a_text_calls_a_lie_is_said_and_denied() -> None:
    claim = said("a", by=("The regime", SourceKind.STATE), actor="the Dawn Front")
    author = replace(claim.speakers[0], value=Certainty.CT_MINUS)
    shown = seen(replace(claim, speakers=(author, *claim.speakers[1:])), stories=(story("a", publisher="Dawn Press"),))
    assert doers(shown) == {"Dawn Front": {"The regime"}, "not Dawn Front": {"Dawn Press"}}
    assert [one.voice.words for one in shown.denials] == ["Dawn Press"]


def test_what_others_say_that_we_did_was_done_by_the_author() -> None:
    own = said("a", 1, actor="Our fighters")
    told = said("a", 2, by=("The regime", SourceKind.STATE), actor="we")
    told = replace(told, sentence="Their papers say that we took hostages.")
    text = "The fighters of the Dawn Front attacked the mill. Our fighters left. Their papers say that we took it."
    named = said("b", by=GROUP, actor="its men")
    shown = seen(own, told, named, stories=(story("a", text=text),))
    assert {value for value in doers(shown) if "ront" in value} == {"Dawn Front"}
    assert "regime" not in doers(shown)


def test_they_in_a_quotation_are_not_whoever_speaks() -> None:
    claim = said("a", by=("The interior minister", SourceKind.OFFICIAL), actor="They")
    quoted = replace(claim, sentence='"They target our farmers," the interior minister said.')
    assert doers(seen(quoted)) == {}


def test_a_ministers_police_are_not_the_minister() -> None:
    claim = said("a", by=("The interior minister", SourceKind.OFFICIAL), value=Certainty.CT_MINUS, actor="Our police")
    assert set(doers(seen(claim))) == {"not police"}


def test_a_text_that_begins_with_a_name_and_goes_on_with_we_is_theirs() -> None:
    denial = story("a", text="The Dawn Front denies any part in it. We do not kill farmers.")
    told = said("b", by=GROUP, actor="the army")
    shown = seen(said("a", value=Certainty.CT_MINUS, actor="We"), told, stories=(denial,))
    assert doers(shown)["not Dawn Front"] == {"Dawn Front"}


def test_fighters_of_a_group_are_the_group() -> None:
    shown = seen(said("a", actor="fighters of the Dawn Front"), said("b", actor="the Dawn Front (DF)"))
    assert set(doers(shown)) == {"Dawn Front"}


def test_police_quoted_by_a_paper_are_the_police() -> None:
    shown = seen(
        said("a", by=("police quoted by Orsa Wire", SourceKind.OFFICIAL), deaths=5),
        said("b", by=("police", SourceKind.OFFICIAL), deaths=5),
    )
    assert shown.slot(Slot.DEATHS).answers[0].position.origins == 1


def test_officers_may_be_police_officers() -> None:
    shown = seen(said("a", actor="officers"), said("b", actor="police officers"))
    assert not any(one.disputes for one in shown.slot(Slot.ACTOR).answers)


@pytest.mark.parametrize(
    ("words", "theirs"),
    [
        ("army drones", "army"),
        ("the regime's aircraft", "the regime"),
        ("soldiers of the 5th Brigade", "the 5th Brigade"),
        ("a naval unit of the Sons of the Coast", "the Sons of the Coast"),
        ("the army's 5th Brigade", "5th Brigade"),
        ("Dawn Front terrorists", "Dawn Front"),
        ("the militia's commander, Ivo Hane", "the militia's commander, Ivo Hane"),
        ("police of Orlen", "police of Orlen"),
        ("two fishing drones", "two fishing drones"),
        ("aircraft", "aircraft"),
    ],
)
def test_arms_and_people_are_those_of_whoever_holds_them(words: str, theirs: str) -> None:
    assert holder(words, {"Dawn Front"}.__contains__) == theirs


def test_a_brigade_its_soldiers_and_the_armys_brigade_are_one_answer() -> None:
    shown = seen(
        said("a", actor="the army's 5th Brigade"),
        said("b", actor="soldiers of the 5th Brigade"),
        said("c", actor="the 5th Brigade"),
    )
    assert list(doers(shown)) == ["5th Brigade"]


def test_the_regime_is_no_coarser_word_for_a_liberation_army() -> None:
    shown = seen(
        said("a", actor="the Harrow Liberation Army", by=MAYOR),
        said("b", actor="the regime", by=GROUP),
    )
    assert shown.slot(Slot.ACTOR).disputed


def test_an_army_that_clears_itself_disputes_that_soldiers_did_it() -> None:
    army = ("The army of Orlen", SourceKind.OFFICIAL)
    shown = seen(
        said("a", actor="soldiers", by=MAYOR),
        said("b", actor="the army of Orlen", by=army, value=Certainty.CT_MINUS),
        said("c", actor="gunmen", by=GROUP),
    )
    assert {one.position.value: bool(one.disputes) for one in shown.slot(Slot.ACTOR).answers}["soldiers"]
    assert not {one.position.value: bool(one.disputes) for one in shown.slot(Slot.ACTOR).answers}["gunmen"]


def test_the_army_is_no_liberation_army_though_its_words_stand_there() -> None:
    claims = (said("a", 1, actor="the army", deaths=2), said("a", 2, actor="the Tarn Liberation Army"))
    assert set(doers(seen(*claims))) == {"army", "Tarn Liberation Army"}
    other = (said("a", 1, actor="the army", deaths=2), said("b", 1, actor="Tarn Liberation Army", deaths=2))
    assert set(doers(seen(*other))) == {"army", "Tarn Liberation Army"}


@pytest.mark.parametrize("words", ["soldiers", "the military", "army troops"])
def test_the_army_and_its_soldiers_are_no_dispute(words: str) -> None:
    shown = seen(said("a", 1, actor="the army", deaths=2), said("b", 1, actor=words, deaths=2))
    assert not shown.slot(Slot.ACTOR).disputed


def test_the_army_and_the_police_dispute_each_other() -> None:
    shown = seen(said("a", 1, actor="the army", deaths=2), said("b", 1, actor="police", deaths=2))
    assert shown.slot(Slot.ACTOR).disputed


def test_a_denial_by_we_is_never_told_as_if_we_were_a_name() -> None:
    nobody = replace(said("b", value=Certainty.CT_MINUS, actor="we"), voice="author")
    shown = seen(said("a", by=MAYOR, actor="the Dawn Front"), nobody)
    assert list(map(denial_words, shown.denials)) == ["denies having done it"]


def test_an_owner_is_the_source_itself() -> None:
    """ "The council's statement is false": the council says it."""
    shown = seen(said("a", by=("The council's", SourceKind.OFFICIAL), actor="the Dawn Front"))
    assert doers(shown) == {"Dawn Front": {"The council"}}
