"""Blame for several deeds at once: each of the list is laid at the same door, on the same word."""

from __future__ import annotations

import pytest

from allege.claim import Document, Role
from allege.run import annotate
from allege.settings import Settings

LIST = "the market bombing, the bridge attack and the burning of the mill"


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Of each assault its words, who did it, and on whose word."""
    (record,) = annotate([Document("sha256:0", "test", text)], Settings(encoder="off", workers=1))
    quote, sources = record.document.quote, {a.id: a.source for a in record.attributions}
    return [
        (
            quote(claim.anchor),
            [quote(record.mention(a.mention).spans) for a in claim.arguments if a.role is Role.ACTOR],
            [quote(sources[name]) for name in claim.attributions],
        )
        for claim in record.claims
        if claim.type == "ASSAULT"
    ]


@pytest.mark.parametrize(
    ("text", "doer", "voices"),
    [
        (f"The ministry blamed rebels for {LIST}.", "rebels", ["The ministry"]),
        (f"The ministry accused the front of {LIST}.", "the front", ["The ministry"]),
        (f"The group was behind {LIST}.", "The group", []),
        (f"The militia claimed responsibility for {LIST}.", "The militia", ["The militia"]),
        (f"They were convicted of {LIST}.", "They", [""]),
    ],
)
def test_each_deed_of_a_list_has_the_doer_and_the_voice_of_the_first(text: str, doer: str, voices: list[str]) -> None:
    assert told(text) == [(deed, [doer], voices) for deed in ("bombing", "attack", "burning")]
