"""The parties that the encoder marks, read word by word."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from refining import read, span, tagged

from allege.analyse.encoder.encoded import Encoded
from allege.claim import Role, Span
from allege.extract.learned.marked import marks

TEXT = "Masked gunmen from Kirelia attacked the villages of Orsa, Nisra and Tarn Hollow on Monday."


def told(analysis) -> list[tuple[Role, str]]:
    return [(m.role, analysis.document.quote((m.span,))) for m in marks(analysis, Span(0, len(analysis.document.text)))]


def test_without_an_encoder_there_are_none():
    assert told(read(TEXT, "off")) == []


def test_a_party_has_the_words_and_the_role_that_are_marked():
    analysis = tagged(read(TEXT), {"Masked gunmen from Kirelia": "source"})
    assert told(analysis) == [(Role.ACTOR, "Masked gunmen from Kirelia")]


def test_a_name_with_an_unmarked_piece_stays_whole():
    analysis = tagged(read(TEXT), {"Kirelia": "source"})
    assert analysis.encoded is not None
    (seen,) = analysis.encoded.seen
    pieces = seen.window.pieces([span(TEXT, "Kirelia")])
    assert len(pieces) > 2
    pair = seen.pair.copy()
    pair[pieces[1]] = np.eye(5, dtype=np.float32)[0]
    broken = replace(analysis, encoded=Encoded((replace(seen, pair=pair),), analysis.encoded.heads))
    assert told(broken) == [(Role.ACTOR, "Kirelia")]


def test_a_gap_of_a_word_is_bridged():
    text = "The rebel-held northern enclave was shelled."
    analysis = tagged(read(text), {"The rebel": "target", "northern enclave": "target"})
    assert told(analysis) == [(Role.RECIPIENT, "The rebel-held northern enclave")]


def test_coordinated_parties_are_told_apart():
    text = "The envoy met ministers of Kirelia, rebels from Nisra and the mayor of Orsa."
    analysis = tagged(read(text), {"ministers of Kirelia, rebels from Nisra and the mayor of Orsa": "target"})
    assert [words for _, words in told(analysis)] == ["ministers of Kirelia", "rebels from Nisra", "the mayor of Orsa"]


def test_the_later_member_is_told_apart_where_the_first_lies_outside():
    text = "The envoy condemned the attack on the depot and the shelling of Orsa."
    analysis = tagged(read(text), {"the depot and the shelling of Orsa": "target"})
    assert told(analysis)[0] == (Role.RECIPIENT, "the depot")


def test_the_noun_phrase_gives_back_its_numbers_and_articles():
    text = "At least nine masked gunmen attacked the bridge."
    analysis = tagged(read(text), {"masked gunmen": "source"})
    assert told(analysis) == [(Role.ACTOR, "At least nine masked gunmen")]


def test_a_party_neither_begins_nor_ends_with_a_preposition_or_a_pronoun():
    text = "Sanctions were imposed on a company that runs farms."
    analysis = tagged(read(text), {"on a company that": "target"})
    assert told(analysis) == [(Role.RECIPIENT, "a company")]


def test_no_party_reaches_into_the_next_sentence():
    text = "Rebels left Orsa. Rebels took Nisra."
    analysis = tagged(read(text), {"Orsa. Rebels": "target"})
    assert all("." not in words.rstrip(".") for _, words in told(analysis))
    assert len(told(analysis)) == 2


def test_a_party_ends_before_the_verb_that_it_is_the_subject_of():
    text = "Nine were killed as army units launched air strikes on Nisra."
    analysis = tagged(read(text), {"army units launched air": "source"})
    assert told(analysis) == [(Role.ACTOR, "army units")]


def test_each_sentence_has_its_own():
    text = "Police shelled Orsa. Rebels shelled Nisra."
    analysis = tagged(read(text), {"Police": "source", "Orsa": "target", "Rebels": "source", "Nisra": "target"})
    first, second = (analysis.sentence_of(s[0]) for s in analysis.doc.sents)
    assert [[m.head for m in marks(analysis, sentence)] for sentence in (first, second)] == [[0, 2], [4, 6]]
