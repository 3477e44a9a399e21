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
def test_who_calls_a_claim_false_denies_it_and_the_claim_was_made(verdict: str) -> None:
    for whose in ("The claims", "The enemy's claims"):
        record = read(f"{whose} that our forces hit the clinic are {verdict}.")
        author, *others = (held.value for held in assault(record).certainty)
        assert author is Certainty.CT_MINUS
        assert set(others) <= {Certainty.CT_PLUS}


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
