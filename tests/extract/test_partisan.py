"""How partisan pages and communiques say that a thing is so, or is not: what their author holds."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Claim, Document, Record, Role
from allege.run import annotate
from allege.settings import Settings


def read(text: str) -> Record:
    (record,) = annotate([Document("sha256:0", "test", text)], Settings(encoder="off", workers=1))
    assert isinstance(record, Record)
    return record


def assault(record: Record) -> Claim:
    (found,) = [claim for claim in record.claims if claim.type == "ASSAULT"]
    return found


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("No one can deny that the brigade burned the school.", Certainty.CT_PLUS),
        ("It cannot be denied that the brigade burned the school.", Certainty.CT_PLUS),
        ("There is no denying that the brigade burned the school.", Certainty.CT_PLUS),
        ("Nobody disputes that the army shelled the mill.", Certainty.CT_PLUS),
        ("The massacre was fabricated by the opposition.", Certainty.CT_MINUS),
        ("The so-called massacre was staged by the opposition.", Certainty.CT_MINUS),
        ("The chemical attack was staged to discredit the army.", Certainty.CT_MINUS),
        ("The attack was staged.", Certainty.CT_MINUS),
        ("The attack was staged by rebels on Monday.", Certainty.CT_PLUS),
        ('The "attack" was a hoax.', Certainty.CT_MINUS),
    ],
)
def test_the_author_holds_what_nobody_denies_and_not_what_was_made_up(text: str, author: Certainty) -> None:
    record = read(text)
    assert [held.value for held in assault(record).certainty] == [author]


@pytest.mark.parametrize("verdict", ["baseless", "false", "fake news", "a malicious lie"])
def test_who_calls_a_claim_false_denies_it_and_somebody_s_claim_was_made(verdict: str) -> None:
    for whose, others in (("The claims", Certainty.UU), ("The enemy's claims", Certainty.CT_PLUS)):
        author, *rest = assault(read(f"{whose} that our forces hit the clinic are {verdict}.")).certainty
        assert author.value is Certainty.CT_MINUS
        assert {held.value for held in rest} <= {others}


def test_our_is_the_text_s_own_where_nobody_is_quoted() -> None:
    record = read("The enemy's claims that our forces hit the clinic are baseless.")
    assert "claim_responsibility" not in {item.act.value for item in record.attributions}


@pytest.mark.parametrize("whose", ["the report", "intelligence sources", "police"])
def test_as_per_somebody_is_his_word(whose: str) -> None:
    (said,) = read(f"As per {whose}, gunmen looted the depot.").attributions
    assert read(f"As per {whose}, gunmen looted the depot.").document.quote(said.source) == whose


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("All evidence points to the Tide Brigade being behind the kidnapping.", "the Tide Brigade"),
        ("Everything points to rebels having bombed the mill.", "rebels"),
        ("The brigade tortured prisoners.", "The brigade"),
        ("On Monday, the brigade tortured prisoners of war.", "the brigade"),
    ],
)
def test_who_did_it_is_somebody_and_not_what_points_at_him(text: str, doer: str) -> None:
    record = read(text)
    actors = [record.mention(a.mention) for a in assault(record).arguments if a.role is Role.ACTOR]
    assert [record.document.quote(mention.spans) for mention in actors] == [doer]


def test_what_is_banned_is_not_banned_now() -> None:
    record = read("The army used banned munitions in Orsa.")
    assert "COERCE" not in {claim.type for claim in record.claims}


def told(text: str) -> list[tuple[str, list[str], list[tuple[str, Certainty]]]]:
    """Of each assault its word, its doers, and how firmly each voice holds it."""
    record = read(text)
    quote, said = record.document.quote, {item.id: item for item in record.attributions}
    names = {"author": "author"} | {name: quote(item.source) for name, item in said.items()}
    return [
        (
            quote(claim.anchor),
            [quote(record.mention(a.mention).spans) for a in claim.arguments if a.role is Role.ACTOR],
            [(names[held.source], held.value) for held in claim.certainty],
        )
        for claim in record.claims
        if claim.type == "ASSAULT"
    ]


@pytest.mark.parametrize("charge", ["a charge Norland denied", "a charge that Norland denied"])
def test_a_charge_that_is_denied_by_the_way_is_made_and_denied(charge: str) -> None:
    made, denied = told(f"Kirelia accused Norland of shelling the border town, {charge}.")
    assert made == ("shelling", ["Norland"], [("author", Certainty.UU), ("Kirelia", Certainty.CT_PLUS)])
    assert denied[1] == ["Norland"]
    assert (denied[2][0], denied[2][-1]) == (("author", Certainty.UU), ("Norland", Certainty.CT_MINUS))


def test_who_denies_the_accusation_denies_the_deed_told_before() -> None:
    _, denied = told("Soldiers burned the mill, villagers said. The army denied the accusation.")
    assert denied == ("denied", ["Soldiers"], [("author", Certainty.UU), ("The army", Certainty.CT_MINUS)])


@pytest.mark.parametrize(
    "text",
    [
        "The rebels, not its soldiers, burned the granary.",
        "It was the rebels, not the soldiers, who burned the granary.",
    ],
)
def test_those_who_did_not_are_no_doers(text: str) -> None:
    ((_, doers, _),) = told(text)
    assert [doer.casefold() for doer in doers] == ["the rebels"]


def test_what_is_told_contrary_to_a_claim_is_the_text_s_own() -> None:
    ((_, _, held),) = told("Contrary to what the ministry claims, troops shelled the mill.")
    assert held == [("author", Certainty.CT_PLUS), ("the ministry", Certainty.CT_MINUS)]


def test_two_who_are_blamed_at_once_are_blamed_both() -> None:
    ((_, doers, _),) = told("Residents blame both the army and the rebels for the deaths of nine children.")
    assert doers == ["the army", "the rebels"]


@pytest.mark.parametrize(
    ("text", "source", "low"),
    [
        ("The ministry put the toll at five.", "The ministry", 5),
        ("Officials revised the death toll to six.", "Officials", 6),
    ],
)
def test_whoever_puts_a_toll_at_a_number_gives_it(text: str, source: str, low: int) -> None:
    record = read(text)
    (claim,) = [c for c in record.claims if any(a.role is Role.DEATHS for a in c.arguments)]
    assert [record.mention(a.mention).low for a in claim.arguments if a.role is Role.DEATHS] == [low]
    said = {item.id: record.document.quote(item.source) for item in record.attributions}
    assert [said[name] for name in claim.attributions] == [source]


def test_a_figure_that_is_revised_is_the_toll_told_before() -> None:
    record = read("The ministry said nine people had died. It later revised the figure to six.")
    lows = [record.mention(a.mention).low for c in record.claims for a in c.arguments if a.role is Role.DEATHS]
    assert sorted(set(lows)) == [6, 9]


def test_a_figure_of_something_else_is_no_toll() -> None:
    record = read("The ministry counted nine schools. It later revised the figure to six.")
    assert not any(a.role is Role.DEATHS for c in record.claims for a in c.arguments)


@pytest.mark.parametrize(
    ("text", "doers", "held"),
    [
        ("No one has been charged over the killings.", [], [("author", Certainty.CT_PLUS)]),
        (
            "The army apologised for the strike.",
            ["The army"],
            [("author", Certainty.UU), ("The army", Certainty.CT_PLUS)],
        ),
        (
            "The court found the colonel guilty of ordering the executions.",
            ["the colonel"],
            [("author", Certainty.UU), ("The court", Certainty.CT_PLUS)],
        ),
    ],
)
def test_whose_deed_is_told_without_saying_so(text: str, doers: list[str], held: list[tuple[str, Certainty]]) -> None:
    ((_, who, how),) = told(text)
    assert (who, how) == (doers, held)
