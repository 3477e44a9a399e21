"""What is only remembered keeps its own place and time, and nobody who remembers it did it."""

from __future__ import annotations

import pytest

from allege.claim import Document, Role
from allege.run import annotate
from allege.settings import Settings


def parts(text: str, anchor: str, encoder: str = "on") -> dict[str, list[str]]:
    (record,) = annotate([Document("sha256:0", "test", text)], Settings(encoder=encoder, workers=1))
    claim = next(c for c in record.claims if record.document.quote(c.anchor) == anchor and c.kind == "event")
    out: dict[str, list[str]] = {}
    for argument in claim.arguments:
        out.setdefault(argument.role.value, []).append(record.document.quote(record.mention(argument.mention).spans))
    return out


@pytest.mark.parametrize("encoder", ["off", "on"])
def test_a_march_says_nothing_of_where_and_when_a_massacre_was(encoder: str) -> None:
    text = "Hundreds joined a march in Lisbon on Sunday marking the 2011 massacre in Porto."
    found = parts(text, "massacre", encoder)
    assert (found[Role.PLACE.value], found[Role.TIME.value]) == (["Porto"], ["2011"])
    assert Role.ACTOR.value not in found


@pytest.mark.parametrize("encoder", ["off", "on"])
def test_relatives_at_a_grave_are_no_part_of_a_bombing(encoder: str) -> None:
    text = "On the tenth anniversary of the bombing, relatives laid flowers in Lisbon."
    assert not parts(text, "bombing", encoder).keys() & {"actor", "recipient", "place"}


@pytest.mark.parametrize("encoder", ["off", "on"])
def test_an_arrest_is_not_when_the_killing_was(encoder: str) -> None:
    text = "Police arrested a man on Thursday over a killing in 2017."
    assert parts(text, "killing", encoder)["time"] == ["2017"]
    assert parts(text, "arrested", encoder)["time"] == ["Thursday"]
