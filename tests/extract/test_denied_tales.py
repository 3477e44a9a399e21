"""What is told of a deed is denied with the telling: "rejects the tale that soldiers killed villagers"."""

from __future__ import annotations

import pytest

import allege
from allege.claim import Certainty, ClaimKind
from allege.settings import Settings


@pytest.mark.parametrize("noun", ["tale", "claim", "version", "story", "insinuation"])
def test_who_rejects_a_tale_holds_that_it_is_not_so(noun: str) -> None:
    text = f"The army rejects the {noun} that its soldiers killed villagers."
    record = allege.annotate(text, settings=Settings(workers=1))
    (killing,) = [c for c in record.claims if c.kind is ClaimKind.EVENT and c.type == "ASSAULT"]
    assert killing.certainty[-1].value is Certainty.CT_MINUS


@pytest.mark.parametrize(("deed", "value"), [("the attack", Certainty.CT_PLUS), ("any attack", Certainty.CT_MINUS)])
def test_who_rejects_a_deed_that_was_done_does_not_deny_it(deed: str, value: Certainty) -> None:
    record = allege.annotate(f"The union rejects {deed} on the mill.", settings=Settings(workers=1))
    (attack,) = [c for c in record.claims if c.kind is ClaimKind.EVENT and c.type == "ASSAULT"]
    assert attack.certainty[-1].value is value
    assert not attack.arguments or all(a.role != "actor" for a in attack.arguments)
