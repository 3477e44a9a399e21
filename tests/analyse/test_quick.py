"""The pipeline's shortcuts: nothing that spaCy annotates changes by them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from allege.analyse.analysis import Analysis
from allege.analyse.pipeline import load
from allege.analyse.products import LEAST, SteadyOps, by_onnxruntime
from allege.analyse.tag_rules import remember
from allege.claim import Document, Span
from allege.settings import Settings

QUICK = load(Settings().pipeline)
PLAIN = spacy.load(Settings().pipeline)
SAMPLES = sorted((Path(__file__).parents[2] / "samples").rglob("*.txt"))
ODD = "I ain't gonna go,  \n\n let's see. They gotta\tleave; the cows were bought, weren't they? HELLO"


def told(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, str(t.head.i), t.ent_type_) for t in doc]


def test_the_pipeline_annotates_as_spacy_itself():
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES] + [ODD]
    assert len(texts) > 5
    for quick, plain in zip(QUICK.pipe(texts), PLAIN.pipe(texts), strict=True):
        assert told(quick) == told(plain)


def test_the_ruler_remembers_what_its_rules_say():
    ruler = QUICK.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    for text in (ODD, "", ODD.lower(), ODD):
        doc = QUICK.make_doc(text)
        for name in ("tok2vec", "tagger", "parser"):
            doc = QUICK.get_pipe(name)(doc)
        assert ruler.match(doc) == AttributeRuler.match(ruler, doc)


def test_patterns_that_cannot_be_remembered_are_matched_as_ever():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"LOWER": "may", "IS_TITLE": True}], [{"LOWER": "june"}]], {"POS": "PROPN"})
    ruler.add([[{"LOWER": {"REGEX": "^m.y$"}}]], {"MORPH": "Mood=Ind"})
    ruler.add([[{"LOWER": {"IN": ["in", "on"]}}, {"LOWER": "june"}]], {"POS": "ADP"})
    remember(ruler)
    for _ in range(2):
        doc = nlp("may May in june in may")
        assert [t.pos_ for t in doc] == ["", "PROPN", "ADP", "PROPN", "", ""]
        assert [str(t.morph) for t in doc] == ["Mood=Ind", "Mood=Ind", "", "", "", "Mood=Ind"]


def test_each_token_has_the_borders_of_its_sentence():
    analysis = Analysis(Document("sha256:0", "test", ODD), QUICK(ODD))
    assert len(tuple(analysis.doc.sents)) > 1
    for token in analysis.doc:
        assert analysis.sentence_of(token) == Span(token.sent.start_char, token.sent.end_char)


@pytest.mark.parametrize("rows", [1, 2, 12, 23, LEAST - 1, LEAST, LEAST + 1])
def test_a_row_is_multiplied_the_same_in_any_company(rows: int):
    made = np.random.default_rng(7)
    x, y = (made.normal(size=(n, 96)).astype("float32") for n in (500, 51))
    ops = SteadyOps()
    assert np.array_equal(ops.gemm(x[:rows], y, trans2=True), ops.gemm(x, y, trans2=True)[:rows])


def test_equal_rows_have_equal_products_wherever_they_stand():
    made = np.random.default_rng(8)
    row, y = (made.normal(size=(n, 96)).astype("float32") for n in (1, 288))
    product = SteadyOps().gemm(np.repeat(row, 301, axis=0), y, trans2=True)
    assert (product == product[0]).all()


def test_the_spare_product_is_steady_and_right_on_every_processor():
    made = np.random.default_rng(9)
    for width, outputs in ((96, 51), (128, 64), (480, 288)):
        row, y = (made.normal(size=(n, width)).astype("float32") for n in (1, outputs))
        product = by_onnxruntime()(np.repeat(row, 5 * LEAST + 7, axis=0), y.T)
        assert (product == product[0]).all()
        assert np.allclose(product[0], row @ y.T, atol=1e-3)
