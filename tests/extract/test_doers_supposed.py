"""Who is only thought to have done it, who is said not to have, and whose part in a deed is named by a noun."""

from __future__ import annotations

import pytest

from allege.claim import Act, Role, SourceKind
from allege.extract.nouns import stands_alone
from tests.extract.annotating import annotated, event_at, events, fillers
from tests.extract.finding import read


@pytest.mark.parametrize(
    ("text", "deed", "value"),
    [
        ("Suspected rebels of the Ash Column torched a sawmill near Pelm.", "torched", "PR+"),
        ("Two surveyors were abducted by alleged members of the Ash Column.", "abducted", "PS+"),
        ("The sheriff said that presumed Ash Column fighters shot a miller.", "shot", "PR+"),
        ("Ash Column rebels torched a sawmill near Pelm.", "torched", "CT+"),
        ("Soldiers shot two suspected rebels near Pelm.", "shot", "CT+"),
        ("Suspected rebels and two deserters torched a sawmill near Pelm.", "torched", "CT+"),
    ],
)
def test_a_deed_is_no_surer_than_its_doers(text: str, deed: str, value: str) -> None:
    assert event_at(text, deed).certainty[-1].value == value


def test_who_did_it_behind_a_comma_belongs_to_the_deed_and_not_to_the_release() -> None:
    text = (
        "One of the millers who was abducted in Pelm on Monday, presumably by fighters of the Ash Column, was released."
    )
    assert fillers(text, event_at(text, "abducted"), Role.ACTOR) == ["fighters of the Ash Column"]
    assert event_at(text, "abducted").certainty[0].value == "PR+"
    assert fillers(text, event_at(text, "released"), Role.ACTOR) == []


@pytest.mark.parametrize(
    ("text", "deed", "doers", "value"),
    [
        ("The survey shows a possible role of the Ash Column in the murders.", "murders", ["the Ash Column"], "PS+"),
        ("The audit proves the involvement of the guard in the killing.", "killing", ["the guard"], "CT+"),
        ("A judge is investigating the guard's role in the killing.", "killing", ["the guard"], "Uu"),
        (
            "The envoy did not rule out men of the harbour guard as having been responsible for the massacre.",
            "massacre",
            ["men of the harbour guard"],
            "PS+",
        ),
        ("The mill was torched by soldiers and not rebels.", "torched", ["soldiers"], "CT+"),
        (
            "The murder was an act by the harbour guard and not the rebels, he said.",
            "murder",
            ["the harbour guard"],
            "CT+",
        ),
    ],
)
def test_who_tells_of_a_part_in_a_deed_has_none(text: str, deed: str, doers: list[str], value: str) -> None:
    claim = event_at(text, deed)
    assert fillers(text, claim, Role.ACTOR) == doers
    assert claim.certainty[-1].value == value


def speech(text: str, deed: str) -> tuple[Act, SourceKind]:
    """What the innermost source of a deed does by telling of it, and of what kind it is."""
    said = {a.id: a for a in annotated(text).attributions}
    last = said[event_at(text, deed).attributions[-1]]
    return last.act, last.source_kind


@pytest.mark.parametrize(
    ("text", "deed", "act"),
    [
        ("The raid on the quarry was carried out, according to the sheriff, by the Ash Column.", "raid", Act.ACCUSE),
        ("It was the Ash Column that shelled the quarry, the mayor said.", "shelled", Act.ACCUSE),
        ("The mayor said the raid was a crime by the harbour guard.", "raid", Act.ACCUSE),
        ("The mayor said that the Ash Column shelled the quarry.", "shelled", Act.ASSERT),
        ("A Dawn Front spokesman said the Front had shelled the quarry.", "shelled", Act.CLAIM_RESPONSIBILITY),
        ("A caller speaking for the Ash Column said the Column shot the judge.", "shot", Act.CLAIM_RESPONSIBILITY),
        ("Leaflets left by the Ash Column said it had shot the judge.", "shot", Act.CLAIM_RESPONSIBILITY),
    ],
)
def test_who_answers_whose_deed_it_was_accuses_or_owns_up(text: str, deed: str, act: Act) -> None:
    assert speech(text, deed)[0] is act


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Union leaders blamed the army for the bombing.", SourceKind.ORGANIZATION),
        ("A rebel commander blamed the army for the bombing.", SourceKind.ARMED_GROUP),
        ("A leader of the Dawn Front blamed the army for the bombing.", SourceKind.ARMED_GROUP),
        ("Bishop Ivo Staal blamed the army for the bombing.", SourceKind.PERSON),
        ("President-elect Ivo Staal blamed the army for the bombing.", SourceKind.OFFICIAL),
        ("The commander of the 3rd Infantry Brigade blamed the rebels for the bombing.", SourceKind.OFFICIAL),
        ("A police commander blamed the army for the bombing.", SourceKind.OFFICIAL),
    ],
)
def test_who_speaks_for_others_is_of_their_kind(text: str, kind: SourceKind) -> None:
    assert speech(text, "bombing") == (Act.ACCUSE, kind)


def test_the_crime_is_the_deed_told_before() -> None:
    text = "A grenade killed two bakers in Pelm. The sheriff accused the Ash Column of the crime."
    laid = [c for c in events(text) if c.type == "ASSAULT" and annotated(text).document.quote(c.anchor) == "accused"]
    assert [fillers(text, c, Role.ACTOR) for c in laid] == [["the Ash Column"]]


def test_what_was_not_reported_in_a_raid_denies_no_raid() -> None:
    text = "No deaths were reported in the raid by the Ash Column on the quarry."
    assert event_at(text, "raid").certainty[0].value == "CT+"


@pytest.mark.parametrize(
    ("text", "deed", "value"),
    [
        ("The granary may have been set alight by a mine laid by the Ash Column.", "laid", "PS+"),
        ("The granary was set alight by a mine laid by the Ash Column.", "laid", "CT+"),
        ("The blast may have killed nine millers and wounded six.", "wounded", "PS+"),
        ("The Ash Column planned the massacre of the millers, the judge said.", "massacre", "CT+"),
        ("The Ash Column planned the attack on the millers, the judge said.", "attack", "Uu"),
        ("There can be no doubt that the Ash Column torched the granary.", "torched", "CT+"),
        ("An alleged spokesman of the Ash Column claimed the attack on the mill.", "attack", "CT+"),
    ],
)
def test_a_deed_is_as_firm_as_its_words(text: str, deed: str, value: str) -> None:
    assert event_at(text, deed).certainty[-1].value == value


def test_unknown_perpetrators_did_nothing() -> None:
    text = "Two grenades exploded at a mill in Pelm; perpetrators unknown."
    assert fillers(text, event_at(text, "exploded"), Role.ACTOR) == []


def test_a_group_from_a_front_is_named_with_it() -> None:
    text = "Two millers were shot dead last night by a group of gunmen from the Dawn Front."
    claim = event_at(text, "shot")
    record = annotated(text)
    doers = [record.document.quote(record.mention(a.mention).spans) for a in claim.arguments if a.role is Role.ACTOR]
    assert doers == ["a group of gunmen from the Dawn Front"]


def test_whose_flag_lay_there_is_no_doer_by_that() -> None:
    doc = read("A flag from the Dawn Patriotic Front (DPF) was found at the scene of the explosion.").doc
    assert not any(stands_alone(t) for t in doc if t.text in ("Front", "DPF"))


def test_they_who_say_so_are_the_ones_who_speak() -> None:
    analysis = read("Guards and judges questioned two drivers who said they were responsible for the raid.")
    they = next(t for t in analysis.doc if t.text == "they")
    assert analysis.resolve(they).text == "drivers"
