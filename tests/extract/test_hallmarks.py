"""A deed that bears somebody's hallmarks is laid at his door, for likely only; he is not hit by it."""

from __future__ import annotations

import pytest

from allege.claim import Certainty, Role
from tests.extract.annotating import event_at, fillers


@pytest.mark.parametrize(
    ("text", "deed", "doer"),
    [
        ("The raid bears the hallmarks of the Pale Hounds, an officer said.", "raid", "Pale Hounds"),
        ("The blast had all the fingerprints of a Merin Cell operation, an analyst said.", "blast", "Merin Cell"),
        ("The murder looked like the work of the Pale Hounds.", "murder", "Pale Hounds"),
    ],
)
def test_marks_of_somebody_s_work_make_him_the_likely_doer(text: str, deed: str, doer: str) -> None:
    claim = event_at(text, deed)
    assert fillers(text, claim, Role.ACTOR) == [doer] or fillers(text, claim, Role.ACTOR) == [f"the {doer}"]
    assert doer not in " ".join(fillers(text, claim, Role.RECIPIENT))
    assert claim.certainty[-1].value is Certainty.PR_PLUS
