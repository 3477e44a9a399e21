"""What stands beside a deed and is no party to it: a feast, a post, a volcano, one's own plan, a judge."""

from __future__ import annotations

import pytest
from finding import event, types


def test_who_ends_a_visit_breaks_with_nobody() -> None:
    assert "SANCTION" not in types("President Ola Brann is ending a three-day visit in Orsa.")
    assert types("Norland suspended trade with Kirelia.") == ["SANCTION"]


def test_a_feast_is_not_what_is_bombed() -> None:
    text = "The Front claimed responsibility for the Easter bombings that killed nine people."
    assert "Easter" not in event(text, "bombings")["recipient"]


@pytest.mark.parametrize("post", ["his post as minister", "the position of minister"])
def test_a_post_is_not_whom_one_resigns_from(post: str) -> None:
    assert event(f"Ola Brann resigned from {post}.", "resigned")["recipient"] == []
    assert event(f"Ola Brann agreed to resign from {post}.", "agreed")["recipient"] == []


def test_a_body_is_what_one_resigns_from() -> None:
    assert event("Ola Brann resigned from the cabinet.", "resigned")["recipient"] == ["the cabinet"]


def test_a_volcano_is_not_attacked() -> None:
    assert types("The explosion of the Tarn volcano on Sunday frightened the villagers.") == []


@pytest.mark.parametrize("text", ["The government changed its policy.", "Norland withdrew its demand."])
def test_what_is_ones_own_makes_one_no_other_side(text: str) -> None:
    assert event(text, text.split()[-3])["recipient"] == []


@pytest.mark.parametrize(
    "text",
    [
        "A judge approved the extradition of Ola Brann to Norland to face charges.",
        "The court ordered the transfer of Ola Brann to Norland to stand trial.",
        "Norland handed over Ola Brann to face charges.",
        "Ola Brann was extradited to Norland to face charges.",
    ],
)
def test_who_is_handed_over_stands_before_the_court(text: str) -> None:
    assert event(text, "face" if "face" in text else "stand")["recipient"] == ["Ola Brann"]


@pytest.mark.parametrize("things", ["tents", "blankets and tarpaulins", "shelter materials", "food vouchers"])
def test_what_people_need_after_a_flood_is_aid(things: str) -> None:
    found = event(f"The agency provided {things} to 2 million people.", "provided")
    assert (found.type, found["actor"], found["recipient"]) == ("AID", ["The agency"], ["2 million people"])


@pytest.mark.parametrize("way", ["a focus on Norland", "an emphasis on trade"])
def test_what_talks_dwell_on_is_nobody_who_takes_part(way: str) -> None:
    assert event(f"The ministers discussed security in the east with {way}.", "discussed")["recipient"] == []
