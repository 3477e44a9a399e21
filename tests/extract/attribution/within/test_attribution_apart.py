"""Two sources in one sentence: neither says what the other says."""

from __future__ import annotations

import pytest

from allege.claim import Document, Record
from allege.run import annotate
from allege.settings import Settings


def said(text: str) -> list[tuple[str, str]]:
    """Source and content of each attribution that lies within no other."""
    (made,) = annotate([Document("sha256:0", "test", text)], Settings(workers=1))
    assert isinstance(made, Record)
    quote = made.document.quote
    return [(quote(a.source), quote(a.content)) for a in made.attributions if a.within is None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Officials say three men were killed in the raid, while residents say nine died.",
            [("Officials", "three men were killed in the raid"), ("residents", "nine died")],
        ),
        ("Guards say 14 dead, neighbours say way more", [("Guards", "14 dead"), ("neighbours", "way more")]),
        (
            "Rebels say they took the mill, the agency said on Friday.",
            [("the agency", "Rebels say they took the mill")],
        ),
        ("Rebels ambushed a convoy, killing six guards and burning two lorries.", []),
        (
            "The army fought the rebels all week. Both sides shelled the town, doctors said. They killed forty.",
            [("doctors", "Both sides shelled the town")],
        ),
        (
            "Dawn Front leader killed, army says; group denies it",
            [("army", "Dawn Front leader killed"), ("group", "it")],
        ),
        ("Gunmen attack convoy near Orlen; Dawn Front claims responsibility", [("Dawn Front", "responsibility")]),
    ],
)
def test_each_source_has_its_own_words(text: str, wanted: list[tuple[str, str]]) -> None:
    assert said(text) == wanted
