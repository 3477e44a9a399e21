"""What may be said of an incident: from how many origins it is told, who denies it, what was taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claimed import about, material, named, said, story

from allege.claim import Act, Certainty, Role, SourceKind
from allege.link.model import Filler, Slot, Status
from allege.link.positions import Standing, credibility, view
from allege.link.positions.credibility import credibilities
from allege.link.positions.denials import denial_words
from allege.show.incident_words import slot_heading
from allege.show.parts import left, parts

ARMY = ("the army", SourceKind.OFFICIAL)


def test_nobody_known_tells_one_does_two_do() -> None:
    claims = [said("a", deaths=3), said("b", deaths=3)]
    stories = [story("a"), story("b")]
    told = about(claims)
    assert view(told, material(claims, stories, unknown=["a", "b"])).status is Status.UNCONFIRMED
    assert view(told, material(claims, stories, unknown=["b"])).status is Status.SINGLE_ORIGIN
    assert view(told, material(claims, stories, roots={"b": "a"})).status is Status.SINGLE_ORIGIN
    assert view(told, material(claims, stories)).status is Status.CORROBORATED


def test_answers_that_clash_make_it_contested_and_the_reason_names_them() -> None:
    claims = [said("a", deaths=3), said("b", deaths=9)]
    shown = view(about(claims), material(claims, [story("a"), story("b")]))
    assert shown.status is Status.CONTESTED
    assert shown.reason == "2 independent origins tell of it; disputed: killed"


def test_a_denial_of_the_occurrence_stands_against_one_origin() -> None:
    told, never = said("a", deaths=3), said("b", by=ARMY, act=Act.DENY, value=Certainty.CT_MINUS)
    shown = view(about([told], attached=[never]), material([told, never], [story("a"), story("b")]))
    assert shown.status is Status.DENIED
    assert [(one.voice.words, one.actor) for one in shown.denials] == [("the army", None)]


@pytest.mark.parametrize(
    ("sentence", "fillers"),
    [
        ("Her cousin was not injured.", {"recipient": "Her cousin"}),
        ("He said the bag stopped a bullet from hitting him.", {"recipient": "him"}),
        ("Tara Hend was not involved in the shooting.", {}),
        ("It has not struck other towns.", {"actor": "it"}),
    ],
)
def test_who_was_not_hurt_or_not_there_denies_no_occurrence(sentence: str, fillers: dict[str, str]) -> None:
    told = said("a", deaths=3, recipient="guards")
    unhurt = replace(said("b", value=Certainty.CT_MINUS, **fillers), sentence=sentence)
    shown = view(about([told], attached=[unhurt]), material([told, unhurt], [story("a"), story("b")]))
    assert shown.denials == ()
    assert shown.status is not Status.DENIED


def test_that_what_is_told_to_be_hit_was_not_hit_denies_the_occurrence() -> None:
    told, never = said("a", recipient="the village"), said("b", value=Certainty.CT_MINUS, recipient="The village")
    shown = view(about([told], attached=[never]), material([told, never], [story("a"), story("b")]))
    assert shown.status is Status.DENIED


def test_whoever_calls_reports_false_denies_what_they_say() -> None:
    """ "Reports that our forces shelled Tarn Hollow are false": passed on by nobody known, denied by the author."""
    army = named(Role.ACTOR, "army", "Army of Orvane")
    told = said("a", actor=army)
    false = said("b", by=("reports", SourceKind.UNNAMED), value=Certainty.UU, actor=army)
    false = replace(false, speakers=(replace(false.speakers[0], value=Certainty.CT_MINUS), false.speakers[1]))
    held = material([told, false], [story("a"), story("b", publisher="OrvaneArmy")])
    shown = view(about([told], attached=[false]), held)
    assert [(one.voice.words, one.actor and one.actor.words) for one in shown.denials] == [
        ("OrvaneArmy", "Army of Orvane")
    ]
    assert "not Army of Orvane" in [one.position.value for one in shown.slot(Slot.ACTOR).answers]


def test_against_two_origins_it_is_contested() -> None:
    told = [said("a", deaths=3), said("c", deaths=3)]
    never = said("b", by=ARMY, act=Act.DENY, value=Certainty.CT_MINUS)
    shown = view(about(told, attached=[never]), material([*told, never], map(story, "abc")))
    assert shown.status is Status.CONTESTED


def test_a_denial_of_the_doer_is_an_answer_and_clashes_with_the_accusation() -> None:
    heron = named(Role.ACTOR, "heron", "Red Heron Brigade")
    told = said("a", actor=heron)
    never = said("b", by=("the Council", SourceKind.ORGANIZATION), act=Act.DENY, value=Certainty.CT_MINUS, actor=heron)
    shown = view(about([told], attached=[never]), material([told, never], [story("a"), story("b")]))
    assert [one.position.value for one in shown.slot(Slot.ACTOR).answers] == [
        "Red Heron Brigade",
        "not Red Heron Brigade",
    ]
    assert shown.slot(Slot.ACTOR).disputed
    assert shown.status is Status.CONTESTED


def test_it_denies_names_the_speaker_and_its_own_deed() -> None:
    never = said("a", by=ARMY, act=Act.DENY, value=Certainty.CT_MINUS, actor="it")
    shown = view(about([], attached=[never]), material([never], [story("a")]))
    assert [(one.actor.words if one.actor else "", one.own) for one in shown.denials] == [("army", True)]


def test_denying_a_part_is_no_denial_of_the_deed() -> None:
    did, not_all = said("a", 1, actor="Our fighters"), said("a", 2, actor="We", value=Certainty.CT_MINUS)
    held = material([did, not_all], [story("a", publisher="Ash Column")])
    shown = view(about([did], attached=[not_all]), held)
    assert [one.position.value for one in shown.slot(Slot.ACTOR).answers] == ["Ash Column"]
    assert shown.denials[0].partial


def test_doubt_denies_nothing() -> None:
    told, doubt = said("a", deaths=3), said("b", act=Act.DOUBT, value=Certainty.PR_MINUS)
    shown = view(about([told], attached=[doubt]), material([told, doubt], [story("a"), story("b")]))
    assert shown.denials == ()


def test_a_correction_supersedes_what_its_house_and_its_copies_gave() -> None:
    claims = [said("wire", deaths=12), said("copy", deaths=12), said("other", deaths=12), said("new", deaths=9)]
    stories = [
        story("wire", 1, wire="Orsa Wire"),
        story("copy", 3, publisher="Courier"),
        story("other", 1, publisher="Herald"),
        story("new", 2, wire="Orsa Wire", title="CORRECTED: Police lower toll to nine"),
    ]
    shown = view(about(claims), material(claims, stories, roots={"copy": "wire"}))
    (correction,) = shown.corrections
    assert (correction.document, set(correction.corrected)) == ("new", {"wire", "copy"})
    twelve = next(one for one in shown.slot(Slot.DEATHS).answers if one.position.value == "12")
    assert {one.document: one.standing.value for one in twelve.given} == {
        "wire": "superseded", "copy": "superseded", "other": "stands",
    }  # fmt: skip


def test_what_a_correction_says_that_it_said_before_is_taken_back() -> None:
    version = ("An earlier version of our report", SourceKind.DOCUMENT)
    claims = [said("old", deaths=12), said("new", 1, by=version, deaths=12), said("new", 2, deaths=9)]
    stories = [story("old", 1, publisher="Herald"), story("new", 2, publisher="Herald", title="Correction")]
    shown = view(about(claims), material(claims, stories))
    twelve = next(one for one in shown.slot(Slot.DEATHS).answers if one.position.value == "12")
    assert {one.document: one.standing.value for one in twelve.given} == {"old": "superseded", "new": "retracted"}
    assert not shown.slot(Slot.DEATHS).disputed


def test_a_correction_of_no_named_house_corrects_what_it_copies() -> None:
    claims = [said("first", deaths=12), said("other", deaths=12), said("new", deaths=9)]
    stories = [
        story("first", 1, publisher="Courier"),
        story("other", 1, publisher="Herald"),
        story("new", 2, text="CORRECTED: Nine die in Orsa\n2 May\nPolice lowered the toll."),
    ]
    shown = view(about(claims), material(claims, stories, roots={"new": "first"}))
    (correction,) = shown.corrections
    assert (correction.document, correction.corrected) == ("new", ("first",))
    assert correction.why == "CORRECTED: Nine die in Orsa"


def test_an_incident_whose_every_report_is_withdrawn_is_retracted() -> None:
    claims = [said("a", deaths=12), said("b", deaths=12)]
    stories = [
        story("a", 1, publisher="Herald"),
        story("b", 2, publisher="Herald", text="RETRACTED: The Herald withdraws its story of 1 March."),
    ]
    shown = view(about(claims), material(claims, stories))
    assert shown.status is Status.RETRACTED
    assert shown.corrections[0].withdrawn


def test_documents_without_dates_and_claims_that_are_gone_do_no_harm() -> None:
    claims = [said("a", deaths=3), said("b", deaths=9)]
    told = about([*claims, said("gone", deaths=1)])
    shown = view(told, material(claims, [story("a", None), story("b", None)]))
    assert shown.slot(Slot.DEATHS).disputed
    assert [moment.on for moment in shown.timeline] == [None, None]


def test_whoever_only_rejects_a_deed_is_no_second_origin_of_it() -> None:
    """ "The army rejects the tale": its words belong to the incident, and tell of no deed."""
    told, rejects = said("a", deaths=4), said("b", sort="REJECT", anchor="rejects")
    never = said("b", 2, by=ARMY, act=Act.DENY, value=Certainty.CT_MINUS)
    shown = view(about([told, rejects], attached=[never]), material([told, rejects, never], [story("a"), story("b")]))
    assert (shown.origins, shown.status) == (1, Status.DENIED)


def test_one_papers_militants_may_be_the_others_rebels() -> None:
    claims = [said("a", actor="Militants"), said("b", actor="Rebels")]
    shown = view(about(claims), material(claims, [story("a"), story("b")]))
    assert shown.disputed == ()
    claims = [said("a", actor="Militants"), said("b", actor="Soldiers")]
    assert view(about(claims), material(claims, [story("a"), story("b")])).disputed == (Slot.ACTOR,)


def test_an_origin_does_not_contradict_itself() -> None:
    claims = [said("a", deaths=3), said("b", by=("a nurse", SourceKind.PERSON), deaths=9)]
    shown = view(about(claims), material(claims, [story("a"), story("b")], roots={"b": "a"}))
    assert all("contradict" not in one.why for one in credibilities(shown).values())


def test_the_sides_of_an_answer_are_found_once_for_a_crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred who say the same: the others are looked through once, not two hundred times."""
    claims = [said(f"d{n}", deaths=3) for n in range(200)]
    shown = view(about(claims), material(claims, [story(f"d{n}") for n in range(200)]))
    asked: list[int] = []
    real = credibility._standing
    monkeypatch.setattr(credibility, "_standing", lambda answer: (asked.append(len(answer.given)), real(answer))[1])
    assert len(credibilities(shown)) == 200
    assert sum(asked) <= 2 * 200


def test_whoever_withdraws_its_own_report_denies_nobody_and_repeats_nothing() -> None:
    told, again = said("a", deaths=30), said("b", deaths=30)
    again = replace(again, sentence="The Herald withdraws its report that thirty people died.")
    never = said("b", 2, value=Certainty.CT_MINUS)
    army = said("b", 3, by=ARMY, act=Act.DENY, value=Certainty.CT_MINUS)
    stories = [story("a", 1, publisher="Herald"), story("b", 2, publisher="Herald", title="Retraction: toll in Vark")]
    shown = view(about([told, again], attached=[never, army]), material([told, again, never, army], stories))
    (toll,) = shown.slot(Slot.DEATHS).answers
    assert toll.standing is Standing.RETRACTED
    assert {one.why for one in toll.given} == {"“Retraction: toll in Vark”"}
    assert [one.claim for one in shown.denials] == ["b-3"]
    assert shown.status is Status.RETRACTED
    assert slot_heading(shown.slot(Slot.DEATHS)) == "retracted: 30"


def test_a_slot_that_only_denials_answer_says_so() -> None:
    never = said("b", by=ARMY, act=Act.DENY, value=Certainty.CT_MINUS, actor="the army")
    told = said("a", deaths=4)
    shown = view(about([told], attached=[never]), material([told, never], [story("a"), story("b")]))
    assert slot_heading(shown.slot(Slot.ACTOR)) == "only denials"


def test_the_timeline_names_whose_word_a_report_rests_on_and_no_pronoun() -> None:
    cited = said("a", by=("Vark clinic", SourceKind.ORGANIZATION), deaths=3)
    own, he = said("b", deaths=3), said("c", by=("he", SourceKind.PERSON), deaths=3)
    many = [said("d", number, by=(f"witness {word}", SourceKind.WITNESS)) for number, word in enumerate("klmno", 1)]
    claims = [cited, own, he, *many]
    shown = view(about(claims), material(claims, [story(name, day) for day, name in enumerate("abcd", 1)]))
    assert [moment.words for moment in shown.timeline] == [
        "reports it on the word of Vark clinic",
        "reports it on its own word",
        "reports it on the word of somebody not named",
        "reports it on the word of witness k, witness l, witness m and 2 more",
    ]


@pytest.mark.parametrize(
    ("unknown", "reason"),
    [
        ("a", "2 independent origins tell of it, and 1 document of unknown lineage; no answer is disputed"),
        ("abc", "only 3 documents of unknown lineage tell of it"),
    ],
)
def test_the_reason_tells_known_origins_from_texts_of_unknown_lineage(unknown: str, reason: str) -> None:
    claims = [said(name, deaths=3) for name in "abc"]
    assert view(about(claims), material(claims, map(story, "abc"), unknown=unknown)).reason == reason


def test_one_source_that_gives_two_tolls_is_one_origin_for_and_against() -> None:
    """An office that says "at least 15" and two days later 31 does not confirm itself, nor contradict 12 twice."""
    office = ("the rebels' health office", SourceKind.OFFICIAL)
    first, last = said("a", deaths=named_toll(15), by=office), said("c", deaths=31, by=office)
    claims = [first, said("b", deaths=12, by=ARMY), last]
    found = view(about(claims), material(claims, [story("a", 1), story("b", 2), story("c", 3)]))
    judged = {name: one.why for name, one in credibilities(found).items()}
    assert judged["a-1"] == "another origin contradicts it, none confirms it"
    assert judged["b-1"] == "another origin contradicts it, none confirms it"
    assert judged["c-1"] == "another origin contradicts it, none confirms it"


def test_one_outlet_that_gives_two_tolls_does_not_count_as_two() -> None:
    claims = [said("a", deaths=3), said("b", deaths=1)]
    stories = [story("a", 1, publisher="Radio Vark"), story("b", 1, publisher="Radio Vark")]
    judged = credibilities(view(about(claims), material(claims, stories)))
    assert {one.value for one in judged.values()} == {6}


def named_toll(least: int) -> Filler:
    return Filler(Role.DEATHS, f"at least {least}", low=least)


def test_who_denies_the_dead_of_a_raid_denies_the_toll_not_the_raid() -> None:
    told = said("a", anchor="raid", deaths=14, recipient="fighters")
    nobody = said("b", by=("the rebels", SourceKind.ARMED_GROUP), act=Act.DENY, value=Certainty.CT_MINUS,
                  anchor="killed", recipient="No fighter")  # fmt: skip
    number = said("c", by=("The minister", SourceKind.OFFICIAL), act=Act.DENY, value=Certainty.CT_MINUS,
                  anchor="killed", recipient="fighters", deaths=14)  # fmt: skip
    shown = view(about([told], attached=[nobody, number]), material([told, nobody, number], map(story, "abc")))
    assert [denial_words(one) for one in shown.denials] == ["deny the toll", "denies the toll"]
    assert shown.status is Status.CONTESTED
    assert shown.reason == "1 independent origin tells of it; the rebels, the minister deny the toll"


@pytest.mark.parametrize("who", ["the driver", "Orl's wife"])
def test_whoever_was_not_hurt_himself_denies_no_toll(who: str) -> None:
    told = [said(name, anchor="raid", deaths=3, recipient="the driver") for name in "ab"]
    unhurt = said("b", 2, value=Certainty.CT_MINUS, anchor="hurt", recipient=who)
    shown = view(about(told, attached=[unhurt]), material([*told, unhurt], map(story, "ab")))
    assert (shown.denials, shown.status) == ((), Status.CORROBORATED)


def test_where_only_a_killing_is_told_its_denial_denies_that_it_happened() -> None:
    told = said("a", anchor="killed", recipient="shepherds")
    never = said("b", by=ARMY, act=Act.DENY, value=Certainty.CT_MINUS, anchor="killed", recipient="No shepherds")
    assert view(about([told], attached=[never]), material([told, never], map(story, "ab"))).status is Status.DENIED


def test_whoever_tells_of_it_does_not_deny_it_by_saying_that_there_was_none_before() -> None:
    """ "The town has seen no attack since January" stands in a report of an attack."""
    blast, none = said("a", 1, anchor="blast"), said("a", 2, anchor="attack", value=Certainty.CT_MINUS)
    held = material([blast, none], [story("a", publisher="Vark Mail")])
    assert view(about([blast], attached=[none]), held).denials == ()


def test_the_status_says_who_denies_having_done_it() -> None:
    told = [said("a", mode="heavy-weapons"), said("b", mode="heavy-weapons")]
    never = said("c", by=("The army", SourceKind.OFFICIAL), act=Act.DENY, value=Certainty.CT_MINUS, actor="it")
    shown = view(about(told, attached=[never]), material([*told, never], map(story, "abc")))
    assert shown.status is Status.CORROBORATED
    assert shown.reason.endswith("no answer is disputed; the army denies having done it")


def test_copies_of_one_text_of_unknown_lineage_are_one_text() -> None:
    claims = [said("a", recipient="the mill"), said("b", recipient="the mill")]
    held = material(claims, [story("a", None), story("b", None)], roots={"b": "a"}, unknown=["a", "b"])
    (answer,) = view(about(claims), held).slot(Slot.RECIPIENT).answers
    assert (answer.position.origins, answer.position.unknown) == (0, 1)


def test_the_timeline_names_on_whose_word_the_deed_is_told_and_not_what_is_told_beside_it() -> None:
    deed = said("a", 1, by=("Two residents", SourceKind.WITNESS))
    beside = said("a", 2, by=("The Vark government", SourceKind.STATE), sort="AID", anchor="gave shelter")
    shown = view(about([deed, beside]), material([deed, beside], [story("a")]))
    assert [one.words for one in shown.timeline] == ["reports it on the word of Two residents"]


def test_what_only_speaks_of_a_deed_is_no_report_of_it() -> None:
    """ "The front accused the army", "the mayor demanded": attached to the occurrence, and no telling of it."""
    told, accuses = said("a", deaths=4), said("b", sort="ACCUSE", anchor="accused", by=ARMY)
    asks = said("c", sort="REQUEST", anchor="demanded")
    stories = [story("a", 1), story("b", 2), story("c", 3)]
    shown = view(about([told, accuses, asks]), material([told, accuses, asks], stories))
    assert (shown.reports, shown.beside, shown.speech) == (1, 2, (accuses.id, asks.id))
    assert [moment.words for moment in shown.timeline] == [
        "reports it on its own word", "speaks of it on the word of the army", "speaks of it on its own word",
    ]  # fmt: skip
    assert view(about([accuses, asks]), material([accuses, asks], stories[1:])).reports == 2


def test_an_accusation_is_no_part_of_what_it_speaks_of() -> None:
    claims = [said("a", deaths=4), said("b", deaths=4), said("b", 2, sort="ACCUSE"), said("b", 3, sort="ACCUSE")]
    groups = ((claims[0].id, claims[1].id), (claims[2].id, claims[3].id))
    known = material(claims, [story("a"), story("b")])
    shown = view(replace(about(claims), parts=groups), known)
    assert (parts(shown, known), left(shown, ())) == ((), "")
    apart = view(replace(about(claims), parts=(*((claim.id,) for claim in claims[:2]), groups[1])), known)
    assert left(apart, parts(apart, known)) == "2 more parts, told by one claim each"


def test_a_withdrawn_report_is_retracted_whoever_spoke_of_it() -> None:
    told = said("a", deaths=3)
    spoke = said("c", sort="ACCUSE")
    gone = said("b", 1, deaths=3)
    text = "RETRACTED: The Herald withdraws its story of 1 March."
    stories = [story("a", 1, publisher="Herald"), story("b", 2, publisher="Herald", text=text), story("c", 2)]
    shown = view(about([told, gone, spoke]), material([told, gone, spoke], stories))
    assert shown.status is Status.RETRACTED


def test_a_name_that_does_not_tell_its_side_does_not_confirm_police() -> None:
    claims = [said("a", actor="police"), said("b", actor=named(Role.ACTOR, "sons", "Sons of the Ridge"))]
    held = material(claims, [story("a"), story("b")])
    assert credibilities(view(about(claims), held))["a-1"].value == 3
    claims[1] = said("b", actor=named(Role.ACTOR, "police", "Vark Police"))
    assert credibilities(view(about(claims), material(claims, [story("a"), story("b")])))["a-1"].value == 1
