"""Types that PLOVER's and CAMEO's codebooks give to what other words would make something else."""

from __future__ import annotations

import pytest

from tests.extract.annotating import event_at
from tests.extract.finding import event


@pytest.mark.parametrize(
    ("text", "anchor", "kind", "mode"),
    [
        ("Mr Dorn's critics say he has used the unrest as an excuse.", "say", "ACCUSE", "disapprove"),
        ("Detectives searched the consul's house for evidence on Wednesday.", "searched", "ACCUSE", "investigate"),
        ("Officials searched the consul's house on Wednesday.", "searched", "COERCE", "seize"),
        ("Donations had come to the Kelt nation from Morvan by Wednesday.", "come", "AID", None),
        ("Peacekeepers from Morvan began to deploy in Kelt on Tuesday.", "deploy", "AID", None),
        ("The Morvan government imposed a blockade on parts of Kelt.", "imposed", "ASSAULT", None),
        ("The Morvan government imposed a siege on the press.", "imposed", "COERCE", "martial-law"),
        ("The council demolished the home of two brothers.", "demolished", "COERCE", "seize"),
        ("Rebels demolished the home of two brothers with rockets.", "demolished", "ASSAULT", "destroy"),
        ("The war game was staged by Morvan marines and Dray rangers.", "staged", "COOPERATE", None),
        ("The army staged a war game near the border.", "staged", "MOBILIZE", "troops"),
        ("The court quashed the orders of the commissioner.", "quashed", "REJECT", "change"),
        ("The court quashed the sentence of the editor.", "quashed", "RETREAT", "release"),
        ("Two parties boycotted the summit.", "boycotted", "PROTEST", "boycott"),
        ("Rivals of Prime Minister Dorn said they will boycott the meeting.", "boycott", "THREATEN", "restrict"),
    ],
)
def test_the_codebooks_decide(text: str, anchor: str, kind: str, mode: str | None) -> None:
    found = event(text, anchor)
    assert (found.type, found.mode) == (kind, mode)


def test_a_demand_stays_one_whatever_it_is_about() -> None:
    """The encoder took a demand in a sentence of charges and arrests for an accusation."""
    text = "The court demanded an explanation from a magistrate for adding sedition charges against 23 marchers."
    assert event_at(text, "demanded").type == "REQUEST"
