"""What press releases and posts were read wrongly: reports called false, whose post it is, whom a deed is against."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Role
from tests.extract.annotating import event_at, events, fillers, speeches


@pytest.mark.parametrize(
    "predicate",
    [
        "is fake",
        "is pure propaganda",
        "is disinformation",
        "is inaccurate",
        "is not true",
        "does not correspond to reality",
    ],
)
def test_a_report_called_false_tells_what_is_not_so(predicate: str) -> None:
    text = f"The report that the army shelled the village {predicate}."
    assert event_at(text, "shelled").certainty[0].value is Certainty.CT_MINUS


@pytest.mark.parametrize("predicate", ["false", "not true", "not accurate"])
def test_who_calls_reports_false_denies_them(predicate: str) -> None:
    text = f"The minister said reports that the army shelled the village were {predicate}."
    assert [who for who, _, _ in speeches(text)] == ["The minister"]
    assert event_at(text, "shelled").certainty[-1].value is Certainty.CT_MINUS


def test_what_is_reported_by_a_verb_stays_so() -> None:
    assert [who for who, _, _ in speeches("The ministry claims that rebels burned the mill.")] == ["The ministry"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("@VeldMoD: Our soldiers did not open fire today. Their artillery hit the village.", "@VeldMoD"),
        ("RT @osmark_live: Rebels shelled the barracks in Tolv. Nine dead.", "@osmark_live"),
        ("At least 4 dead in Karn shelling - local hospital. RT @osmark_live", "local hospital"),
    ],
)
def test_a_post_is_the_word_of_its_account(text: str, source: str) -> None:
    assert [who for who, _, _ in speeches(text)] == [source]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The attack carried out by rebels against the barracks killed nine.", ["the barracks"]),
        ("The council condemned the raid staged on Monday by gunmen against the mill.", ["the mill"]),
        ("The attack organised by rebels against the mill killed two.", ["the mill"]),
    ],
)
def test_an_attack_is_against_whom_it_is_carried_out_against(text: str, whom: list[str]) -> None:
    word = "attack" if "attack" in text else "raid"
    assert fillers(text, event_at(text, word), Role.RECIPIENT) == whom


@pytest.mark.parametrize("text", ["An aide, who was not authorised to talk to reporters, said rebels burned the mill.",
                                  "The official was not permitted to speak publicly."])  # fmt: skip
def test_why_a_source_is_not_named_is_no_refusal(text: str) -> None:
    assert "REJECT" not in [c.type for c in events(text)]
