"""The heads that look at pairs of words are most of the encoder's cost: asked seldom, and nothing is lost by that."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from allege.analyse.analysis import Analysis
from allege.analyse.pipeline import analyse
from allege.claim import Document
from allege.extract.assemble import extract
from allege.extract.attribution.hearing.hear import hear_all
from allege.extract.attribution.tree import grow
from allege.extract.attribution.voices import voiced
from allege.extract.learned import places
from allege.settings import Settings

TEXT = (
    "Police said on Monday that gunmen had killed two men in Nisra. The union denied it. Rain fell; nobody came.\n\n"
    "According to two officials, soldiers fired on the crowd, wounding nine people. “We will stay,” the mayor said. "
    "Analysts doubt that the talks, which the army wants, will be held. The council met again. "
) * 8

HEADS = ("speech", "place", "certain", "kind")


class Counting:
    """A graph that counts how often it runs, and for how many rows."""

    def __init__(self, graph: Any, name: str, runs: Counter[str]) -> None:
        self.graph, self.name, self.runs = graph, name, runs

    def run(self, names: Any, given: dict[str, Any]) -> Any:
        self.runs[self.name] += 1
        self.runs[f"rows of {self.name}"] += len(given.get("words", ()))
        return self.graph.run(names, given)


def counted(text: str) -> tuple[Analysis, Counter[str]]:
    (analysis,) = analyse([Document("sha256:0", "test", text)], Settings(workers=1))
    runs: Counter[str] = Counter()
    encoded = analysis.encoded
    assert encoded is not None
    heads = {name: Counting(getattr(encoded.heads, name), name, runs) for name in HEADS}
    return replace(analysis, encoded=replace(encoded, heads=replace(encoded.heads, **heads))), runs


def test_a_document_asks_each_head_about_a_window_once_or_of_all_at_once():
    analysis, runs = counted(TEXT)
    assert analysis.encoded is not None
    windows = len(analysis.encoded.seen)
    (record,) = extract([analysis])
    assert record.attributions
    assert len(record.claims) > 8
    assert windows > 1
    assert 0 < runs["speech"] <= windows
    assert runs["certain"] == 1
    assert runs["kind"] <= 2  # of what the rules missed, and of the main events
    assert 0 < runs["place"] <= TEXT.count("Nisra")  # once for each sentence that names a place


def test_no_place_is_asked_for_where_none_is_named():
    analysis, runs = counted("Soldiers fired on the crowd. The union denied it.")
    (record,) = extract([analysis])
    assert record.claims
    assert runs["place"] == 0


def test_a_cue_is_asked_about_once():
    """However many rules hear it, and only where rules or encoder hear one at all."""
    analysis, runs = counted(TEXT)
    assert analysis.encoded is not None
    tree = grow(analysis)
    heard = {one.head for one in hear_all(tree)}
    list(extract([analysis]))
    assert 0 < runs["rows of speech"] <= len(analysis.encoded.cues(voiced.LOW)) + len(heard)
    assert runs["rows of speech"] < len(tree.lower) / 4


@pytest.mark.parametrize("text", [TEXT, TEXT.lower(), TEXT.replace("said", "claims").replace(".", ",")])
def test_places_that_are_not_asked_would_change_nothing(text: str, monkeypatch: pytest.MonkeyPatch):
    few, some = counted(text)
    (sparing,) = extract([few])
    monkeypatch.setattr(places, "_open", lambda *_: True)
    many, more = counted(text)
    (asking,) = extract([many])
    assert sparing == asking
    assert some["rows of place"] < more["rows of place"]
