"""Mends are called only where they could find something: the parse is the one that all of them together leave."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc

from allege.analyse.clauses import mend
from allege.analyse.clauses.mends import MENDS, Given, next_mend
from allege.analyse.clauses.names.compounds import join_former
from allege.analyse.clauses.speakers.insets import put_right
from allege.analyse.clauses.speakers.inverted import set_right
from allege.analyse.clauses.words import accused, places, speakers, words
from allege.analyse.pipeline import load
from allege.settings import Settings

SAMPLES = sorted((Path(__file__).parents[3] / "samples").rglob("*.txt"))


def _parse(doc: Doc) -> list[tuple[int, str, str, str, str]]:
    return [(t.head.i, t.dep_, t.tag_, t.pos_, t.lemma_) for t in doc]


def _by_all(doc: Doc) -> Doc:
    given = Given(words(), speakers(), accused(), places(), {})
    set_right(doc, given.words["inverting"], given.words["telling"], given.somebody)
    put_right(doc, given.words["reporting"])
    join_former(doc)
    for token in doc:
        for one in MENDS:
            one.work(token, given)
    return doc


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_mend_is_left_out_that_would_change_something(path: Path) -> None:
    doc = load(Settings().pipeline)(path.read_text(encoding="utf-8"))
    assert _parse(next(mend([doc.copy()]))) == _parse(_by_all(doc))


def test_most_words_need_no_mend_of_their_own() -> None:
    assert next_mend("mill", "NNS", "dative") == len(MENDS)
    assert next_mend("of", "IN", "prep") < next_mend("into", "IN", "prep") == len(MENDS)


@pytest.mark.parametrize(
    "text",
    [
        "Ex-guards",
        "Ex-rebels of the Front",
        "The ex-mayor.",
        "A settler shot and killed nine clerks",
        "Velm: settler shot and killed nine clerks",
        "In the massacre, a settler shot and killed nine clerks in Velm.",
        "Police and park officials shot a big (2-metre) crocodile Wednesday thought to have attacked a drover in Velm.",
    ],
)
def test_a_mended_parse_is_a_tree(text: str) -> None:
    (doc,) = mend([load(Settings().pipeline)(text)])
    for token in doc:
        at = token
        for _ in doc:
            at = at.head
        assert at.head.i == at.i
