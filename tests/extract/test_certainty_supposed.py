"""What is only voted down, supposed, cleared or yet to be said is not held as a fact; what commissions conclude is."""

from __future__ import annotations

import pytest

import allege
from allege.claim import Claim, Record


def told(text: str, word: str) -> tuple[Record, Claim]:
    """The record, and the event at a word."""
    record = allege.annotate(text)
    (claim,) = [c for c in record.claims if c.type == "ASSAULT" and word in record.document.quote(c.anchor)]
    return record, claim


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Delegates of Orvane voted against using cluster munitions.", "using", "Uu"),
        ("The council decided against shelling the mill.", "shelling", "Uu"),
        ("The council voted against a raid on Osk.", "raid", "Uu"),
        ("Deputies spoke out against the bombing of Osk.", "bombing", "CT+"),
        ("Her lawyer would tell the court that soldiers had beaten her.", "beaten", "PR+"),
        ("The nurse would later tell the court that soldiers had beaten her.", "beaten", "CT+"),
        ("If called, the nurse would say that police shot the boy.", "shot", "Uu"),
        ("A raid would be a disaster, the doctor said.", "raid", "Uu"),
        ("The raid would be remembered for years, the doctor said.", "raid", "CT+"),
        ("The mission found reasonable grounds to believe that soldiers burned the mill.", "burned", "PR+"),
        ("There is no reason to believe that soldiers burned the mill, the judge said.", "burned", "PR-"),
        ("We have no doubt that the militia shelled the clinic, the mayor said.", "shelled", "CT+"),
        ("The front did not claim responsibility for the raid on Osk.", "raid", "Uu"),
        ("The front refused to accept responsibility for the raid on Osk.", "raid", "Uu"),
        ("The minister described the video of the killing as a provocation.", "killing", "CT+"),
        ("The minister described the claim that police shot the boy as a provocation.", "shot", "CT-"),
        ("Cleared of murder, the clerk left the court.", "murder", "CT-"),
        ("Detectives make second arrest in Velm bakery bombing", "bombing", "CT+"),
        ("At least 15 wounded came in on Sunday.", "wounded", "CT+"),
    ],
)
def test_the_innermost_source_holds_it_so(text: str, word: str, value: str) -> None:
    _, claim = told(text, word)
    assert claim.certainty[-1].value == value
