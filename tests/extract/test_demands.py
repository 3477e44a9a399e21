"""What somebody says should be done, by whom."""

from __future__ import annotations

import pytest
from finding import wanted


@pytest.mark.parametrize(
    ("text", "anchor", "kind", "who"),
    [
        ("Norland should raise the matter with the embassies.", "should raise", "REQUEST", ["Norland"]),
        ("The council called on the army to withdraw its troops.", "called withdraw", "RETREAT", ["the army"]),
        ("The envoy urged both sides to hold talks.", "urged hold", "CONSULT", ["both sides"]),
        ("They demanded that he resign.", "demanded resign", "RETREAT", ["he"]),
        ("The government needs to act.", "needs act", "REQUEST", ["The government"]),
        ("The hostages must be released.", "must released", "RETREAT", ["The hostages"]),
    ],
)
def test_a_demand_says_what_is_wanted_of_whom(text: str, anchor: str, kind: str, who: list[str]) -> None:
    got = wanted(text)
    assert [(f.anchor, f.type, f["recipient"]) for f in got] == [(anchor, kind, who)]


@pytest.mark.parametrize(
    "text",
    [
        "They must have known about it.",
        "He should have stayed at home.",
        "Should it rain, the march ends.",
        "She wanted to leave.",
    ],
)
def test_guesses_regrets_and_wishes_are_no_demands(text: str) -> None:
    assert wanted(text) == []
