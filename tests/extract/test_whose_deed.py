"""Words that say whose a deed was, in clauses that hang on it or follow it."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Claim, Role
from tests.extract.annotating import annotated, event_at, events, fillers, speeches


def bare(names: list[str]) -> list[str]:
    """The names without the article, which a name in the lists does not have."""
    return [name.removeprefix("the ") for name in names]


def speaker(text: str, claim: Claim) -> str:
    """The innermost source of a claim in words; empty where the paper says it."""
    said = {a.id: a for a in annotated(text).attributions}
    return annotated(text).document.quote(said[claim.attributions[-1]].source) if claim.attributions else ""


@pytest.mark.parametrize(
    ("text", "deed", "doer", "voice"),
    [
        (
            "Shelling of the tram depot, attributed by neighbours to the Western Brigade.",
            "Shelling",
            "Western Brigade",
            "neighbours",
        ),
        (
            "The Grey Guard, which the United Parishes accuse of shelling Pelm, paraded on Sunday.",
            "shelling",
            "Grey Guard",
            "the United Parishes",
        ),
        (
            "The Free Column condemned the murder of its envoy and held the harbour police fully responsible for it.",
            "responsible",
            "the harbour police",
            "The Free Column",
        ),
        (
            "A court sentenced former warlord Ivo Staal to nine years for ordering the disappearance of 20 millers.",
            "disappearance",
            "Ivo Staal",
            "A court",
        ),
        ("The inquiry ascribes nine of the murders to the Ash Path.", "murders", "Ash Path", "The inquiry"),
        (
            "A bomb killed two bakers. The sheriff points the finger at the Ash Path.",
            "points",
            "the Ash Path",
            "The sheriff",
        ),
        (
            "The army lost nine men in the ambush at Pelm, which the Ash Path says it carried out.",
            "carried",
            "Ash Path",
            "the Ash Path",
        ),
    ],
)
def test_the_doer_is_who_is_said_to_have_done_it(text: str, deed: str, doer: str, voice: str) -> None:
    claim = event_at(text, deed)
    assert bare(fillers(text, claim, Role.ACTOR)) == bare([doer])
    assert speaker(text, claim) == voice


def test_a_hedged_link_leaves_the_deed_certain_and_the_linked_silent() -> None:
    text = "Men allegedly linked to the Pale Hounds attacked a grain depot at Pelm."
    assert not speeches(text)
    claim = event_at(text, "attacked")
    assert claim.certainty[-1].value is Certainty.CT_PLUS
    assert fillers(text, claim, Role.ACTOR)[0].startswith("Men")


@pytest.mark.parametrize(
    "text",
    [
        "It is not clear who killed the bailiff.",
        "Who killed the bailiff remains unclear.",
        "Two chapels were torched, a bailiff was killed and a nun is missing, the bishop wrote.",
    ],
)
def test_a_deed_whose_doer_is_unknown_was_done(text: str) -> None:
    values = [c.certainty[-1].value for c in events(text) if c.type == "ASSAULT"]
    assert values
    assert set(values) == {Certainty.CT_PLUS}


def test_whether_a_deed_was_done_stays_open() -> None:
    assert event_at("It is not clear whether rebels killed the bailiff.", "killed").certainty[-1].value is Certainty.UU


def test_reports_that_are_dismissed_are_not_reported_by_who_dismisses_them() -> None:
    text = 'The prefect dismissed as "fairy tales", however, reports that prisoners had been tortured.'
    assert event_at(text, "tortured").certainty[-1].value is not Certainty.CT_PLUS


@pytest.mark.parametrize(
    ("text", "deed", "victim", "doers"),
    [
        (
            "The surveyors seized on 3 May by the Reed Guard are still missing.",
            "seized",
            "The surveyors",
            ["Reed Guard"],
        ),
        (
            "Relatives of the surveyors seized on 3 May by the Reed Guard held a vigil in Pelm.",
            "seized",
            "the surveyors",
            ["the Reed Guard"],
        ),
        ("Three nurses abducted last week were found dead.", "abducted", "Three nurses", []),
    ],
)
def test_a_participle_on_its_victims_tells_of_a_deed(text: str, deed: str, victim: str, doers: list[str]) -> None:
    claim = event_at(text, deed)
    assert claim.type == "ASSAULT"
    assert fillers(text, claim, Role.RECIPIENT) == [victim]
    assert bare(fillers(text, claim, Role.ACTOR)) == bare(doers)


def test_a_question_asks_nobody_to_do_anything() -> None:
    text = "A reporter asked if rebels had burned the mill."
    assert [c.type for c in events(text)] == ["ASSAULT"]
    assert event_at(text, "burned").certainty[-1].value is Certainty.UU


def test_a_deed_read_as_a_name_is_told() -> None:
    assert fillers(
        "The shelling affected Pelm.", event_at("The shelling affected Pelm.", "shelling"), Role.RECIPIENT
    ) == ["Pelm"]


def test_who_received_a_report_accuses_nobody_by_that() -> None:
    text = "The panel received credible information that soldiers raped nine women."
    assert "ACCUSE" not in [c.type for c in events(text)]


def test_a_denied_deed_stays_a_deed() -> None:
    text = '"We never fired a single round at Pelm," said Captain Oda Linn of the river patrol.'
    assert event_at(text, "fired").certainty[-1].value is Certainty.CT_MINUS


@pytest.mark.parametrize(
    ("words", "doers"),
    [
        ("We hold the army responsible.", ["the army"]),
        ("We hold the army responsible: its own men were there.", ["the army"]),
        ("The mayor held the rebels responsible.", ["the rebels"]),
        ("The union holds the owner responsible for the wages.", []),
        ("The mayor does not hold the rebels responsible.", []),
    ],
)
def test_whoever_is_held_responsible_did_what_was_told_before(words: str, doers: list[str]) -> None:
    text = f"Gunmen killed nine drivers in Osk. {words}"
    again = [one for one in events(text) if one.type == "ASSAULT" and one.anchor[0].start > text.index(words)]
    assert [who for one in again for who in fillers(text, one, Role.ACTOR)] == doers
