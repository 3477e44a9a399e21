"""What whole texts of several paragraphs were read wrongly: who is hunted, who is meant, who speaks below a line."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, ClaimKind, Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


def _relations(text: str, kind: str) -> list[str]:
    record = annotated(text)
    return [record.document.quote(c.anchor) for c in record.claims if c.type == kind]


def test_who_looks_for_the_perpetrators_of_a_deed_did_not_do_it() -> None:
    text = "The guards of Velm searched the hills to find the perpetrators of the raid on the Tarn mill."
    doers = fillers(text, event_at(text, "raid"), Role.ACTOR)
    assert [doer[:16] for doer in doers] == ["the perpetrators"]


def test_who_is_named_the_author_of_a_deed_did_it() -> None:
    text = "Osk Brann was the mastermind of the raid on the mill."
    assert fillers(text, event_at(text, "raid"), Role.ACTOR) == ["Osk Brann"]


def test_who_is_responsible_for_some_work_did_no_deed() -> None:
    text = "RAIDERS ATTACKED THE VELM WORKS ON MONDAY. THE VELM WORKS ARE RESPONSIBLE FOR PUMPING WATER."
    assert [fillers(text, e, Role.ACTOR) for e in events(text) if e.type == "ASSAULT"] == [["RAIDERS"]]


def test_who_helps_the_displaced_did_not_displace_them() -> None:
    text = (
        "WE WANT TO TELL YOU THAT, THROUGH ITS CHARITY BOARD, THE COUNCIL IS GIVING BASIC HELP, AS WELL AS IT MAY, "
        "TO THE FAMILIES WHO HAVE BEEN DISPLACED FROM THEIR FARMS."
    )
    assert fillers(text, event_at(text, "DISPLACED"), Role.ACTOR) == []


def test_who_did_what_came_before_is_named_before_it() -> None:
    text = "The miller was taken to a clinic where he was treated after masked raiders that day threw a bomb at it."
    assert fillers(text, event_at(text, "threw"), Role.ACTOR) == ["masked raiders"]


def test_raids_that_each_left_people_wounded() -> None:
    text = "Nine clerks were hurt in Velm, including those in three raids that each left two or more clerks wounded."
    found = event_at(text, "wounded")
    record = annotated(text)
    tolls = [record.mention(a.mention).low for a in found.arguments if a.role is Role.INJURIES]
    assert (fillers(text, found, Role.ACTOR), tolls) == ([], [2])


def test_a_list_that_ends_in_a_verb_is_one_of_verbs() -> None:
    text = "Raiders entered shops, wounded clerks, and burned a mill."
    found = event_at(text, "wounded")
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == (["Raiders"], ["clerks"])


def test_things_in_a_list_that_ends_in_a_verb_stay_things() -> None:
    text = "The guards seized rifles, stolen carts, and arrested two men."
    assert all(fillers(text, e, Role.ACTOR) != ["The guards"] for e in events(text) if e.mode == "destroy")


def test_two_who_offer_something_do_not_offer_it_to_each_other() -> None:
    text = "Norland and Kirelia have offered to donate medicine."
    found = event_at(text, "offered")
    assert (fillers(text, found, Role.ACTOR), fillers(text, found, Role.RECIPIENT)) == (["Norland", "Kirelia"], [])


@pytest.mark.parametrize(
    "text",
    [
        "The mayor has been called the butcher of Velm for his speeches.",
        "Many called him a hero for his work on the dam.",
    ],
)
def test_what_somebody_is_called_for_something_is_no_call_for_it(text: str) -> None:
    record = annotated(text)
    assert not [c for c in record.claims if c.kind is ClaimKind.DEMAND or c.type == "REQUEST"]


def test_who_lets_them_fight_only_wishes_it() -> None:
    text = '"Let the raiders fight the guards," the mayor said.'
    found = event_at(text, "fight")
    assert {v.value for v in found.certainty} == {Certainty.UU}


def test_whoever_does_not_know_whether_a_thing_was_so_leaves_it_open() -> None:
    text = "The mayor told clerks that he did not know if raiders burned the mill."
    assert {v.value for v in event_at(text, "burned").certainty} <= {Certainty.UU, Certainty.CT_U}


def test_a_mother_is_spoken_of_and_not_whose_mother_she_is() -> None:
    text = "Osk Brann's mother said she hid in the cellar. She later heard that raiders shot her son."
    names = [m.name for m in annotated(text).mentions if annotated(text).document.quote(m.spans).lower() == "she"]
    assert "Osk Brann" not in names


def test_whom_the_first_of_two_verbs_has_for_its_object_the_second_has_too() -> None:
    text = (
        "The same clerks reported that raiders of the 9th Brigade captured ten drovers and then beat them at the mill."
    )
    assert fillers(text, event_at(text, "beat"), Role.RECIPIENT) == ["ten drovers"]


def test_a_surname_that_the_tagger_lost_is_somebody() -> None:
    text = (
        "Samir Brann, 19, surrendered on Tuesday over the killing of Ian Velk. "
        "Velk, a pupil at the Tarn School, was shot when he and another boy were ambushed."
    )
    assert "Samir Brann" not in fillers(text, event_at(text, "ambushed"), Role.RECIPIENT)


def test_deeds_beside_what_was_attacked_were_not_attacked() -> None:
    text = "Attacks against carts and clashes between the raiders and the guards go on in the hills."
    assert fillers(text, event_at(text, "Attacks"), Role.RECIPIENT) == ["carts"]


def test_nobody_is_a_member_of_a_person_or_of_an_office() -> None:
    text = "Osk Brann, a friend of Ian Velk, was the former secretary of state."
    assert _relations(text, "MEMBER_OF") == []


@pytest.mark.parametrize(
    ("text", "word", "dead"),
    [
        ("The raid on the mill has resulted in the death of six clerks.", "raid", 6),
        ("The bombing caused the deaths of nine drovers and two clerks.", "bombing", 11),
    ],
)
def test_the_dead_are_counted_behind_death_of(text: str, word: str, dead: int) -> None:
    record = annotated(text)
    tolls = [record.mention(a.mention).low for a in event_at(text, word).arguments if a.role is Role.DEATHS]
    assert tolls == [dead]


def test_the_source_of_a_picture_says_nothing() -> None:
    text = "One of the carts appears to have been hit by a mine. (Photo: WTV 9)\n\nThe mayor left on Monday."
    assert speeches(text) == []


def test_what_stands_in_square_brackets_before_somebody_is_none_of_his_name() -> None:
    text = "VELM, 4 MAY 89 (RADIO TARN) -- [TEXT] ELITE UNITS OF THE NORLAND ARMY SURROUNDED THE PRISON ON MONDAY."
    assert not any("]" in annotated(text).document.quote(m.spans) for m in annotated(text).mentions)


def test_a_speaker_in_square_brackets_says_the_quotations_below() -> None:
    text = (
        "President Brann spoke on the radio on Monday.\n\n"
        '[Brann] "First of all, raiders have burned the mill at Tarn.\n\n'
        '"Then they shot nine drovers on the Velm road."\n\nThe mayor left.'
    )
    said = [content for source, _, content in speeches(text) if source == "Brann"]
    assert ["burned the mill" in s and "nine drovers" in s and "mayor" not in s for s in said] == [True]


def test_the_paragraph_below_a_line_that_says_who_writes_is_his() -> None:
    text = (
        "The columnist Osk Brann wrote about the raid.\n\nBrann writes:\n\n"
        "Raiders burned the mill at Tarn on Monday, and nobody in the whole town lifted a finger to stop them.\n\n"
        "The mayor went home."
    )
    assert any(s == "Brann" and "burned the mill" in c and "mayor" not in c for s, _, c in speeches(text))


def test_a_quotation_goes_on_in_the_next_line_of_a_text_that_is_broken_at_a_fixed_width() -> None:
    text = (
        "The mayor of Velm spoke to nine clerks on Monday about the raid on the mill\n"
        'and about the hills. "The raiders burned the mill at Tarn on Sunday night, and\n'
        "they shot nine drovers on the road to Velm. We shall never forget them or the\n"
        'mill," he said to the clerks in the hall of the old town, and left them there\n'
        "in the cold."
    )
    said = [content for source, _, content in speeches(text) if source == "he"]
    assert ["burned the mill" in s and "never forget" in s for s in said] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the government is willing to stop the infiltration of smugglers.",
        "The army vowed to stop the attacks.",
    ],
)
def test_those_in_power_who_are_to_stop_a_deed_do_not_do_it(text: str) -> None:
    doers = [who for e in events(text) if e.type == "ASSAULT" for who in fillers(text, e, Role.ACTOR)]
    assert not any("government" in who or "army" in who for who in doers)


def test_who_stands_where_bullets_came_in_struck_nobody() -> None:
    text = (
        "Ola Brann stands with her sons outside the house where bullets entered the hall, striking Osk and Ian, "
        "during a drive-by shooting the previous night."
    )
    doers = [who for e in events(text) if e.type == "ASSAULT" for who in fillers(text, e, Role.ACTOR)]
    assert doers == []


def test_whoever_writes_of_the_time_before_an_attack_did_not_attack() -> None:
    text = (
        "In a letter dated May 12, 2012 - seven months before the attack - Osk Brann, a border clerk, "
        "informed regional clerk Ian Velk that he would be glad to call."
    )
    assert fillers(text, event_at(text, "attack"), Role.ACTOR) == []


def test_people_who_were_left_wounded_are_told_behind_who_is_among_them() -> None:
    text = "The raid on the mill left eight clerks, including the miller himself, wounded."
    assert fillers(text, event_at(text, "wounded"), Role.RECIPIENT) == ["eight clerks"]


def test_of_whom_can_only_be_people() -> None:
    text = "The five victims were taken to nearby clinics, most of whom were badly injured."
    assert fillers(text, event_at(text, "injured"), Role.RECIPIENT) == ["The five victims"]


def test_a_clash_during_a_hearing_is_one_of_words() -> None:
    text = "Ola Brann clashed with Ian Velk during the hearing on the dam."
    assert event_at(text, "clashed").type == "ACCUSE"


@pytest.mark.parametrize(
    "text",
    [
        "When Osk Brann was asked if the raiders had left for Norland, he smiled.",
        "Osk Brann blushed when questioned about the cause of the raid.",
    ],
)
def test_whoever_is_asked_asks_nothing(text: str) -> None:
    assert not any("Brann" in source for source, act, _ in speeches(text) if act == "ask")


def test_a_film_to_which_a_deed_is_put_down_did_not_do_it() -> None:
    text = "The suit says the mayor had attributed the riot and the killings to an old video."
    assert not any("video" in who for e in events(text) for who in fillers(text, e, Role.ACTOR))


def test_whoever_only_a_quotation_speaks_of_is_not_meant_behind_it() -> None:
    text = (
        'Orla Velk said that taxes must fall. "We shall win," Velk said. "I am the best of all to help Maria Brann and '
        'to do the job." She also criticized the dam.'
    )
    assert fillers(text, event_at(text, "criticized"), Role.ACTOR) == ["Velk"]


def test_a_name_bears_no_kind_of_deed_out() -> None:
    text = "Anthony Holder, a father of two, was shot and killed behind a mill."
    assert {e.subtype for e in events(text)} == {"Attack"}
