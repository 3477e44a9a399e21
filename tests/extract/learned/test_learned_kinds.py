"""The root type by the encoder: for the main event of a sentence alone, and only where it is sure."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from refining import predications, read, record

from allege.analyse.data import lexicon
from allege.analyse.encoder.heads import ROOTS
from allege.claim import ClaimKind, Span
from allege.extract.learned.kinds import features, named, retyped
from allege.extract.predication import Predication

TEXTS = (
    "The president promised to send wheat to the flooded districts after rebels attacked the port.",
    "The two governments agreed to reopen the border, which soldiers had closed after protesters burned a bus.",
    "The court sentenced the editor. The union condemned the ruling and its members marched to the palace.",
    "The minister resigned after crowds demanded that he leave.",
    "Troops withdrew from the valley and released forty prisoners.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_at_most_one_event_of_a_sentence_changes_its_type(text):
    analysis = read(text)
    before = predications(analysis)
    after = retyped(analysis, before)
    changed = Counter(
        analysis.sentence_of(analysis.doc[old.head]) for old, new in zip(before, after, strict=True) if old != new
    )
    assert all(count == 1 for count in changed.values())


@pytest.mark.parametrize("text", TEXTS)
def test_a_changed_event_has_a_root_type_of_the_encoder_and_says_so(text):
    analysis = read(text)
    before = predications(analysis)
    for old, new in zip(before, retyped(analysis, before), strict=True):
        if old == new:
            continue
        assert old.kind is ClaimKind.EVENT
        assert new.type in ROOTS
        assert new.type != old.type
        assert (new.mode, new.subtype) == (None, None)
        assert "encoder" in new.why
        assert (new.anchor, new.head, new.fillers) == (old.anchor, old.head, old.fillers)


def test_the_chances_of_the_root_types_are_probabilities():
    analysis = read(TEXTS[0])
    assert analysis.encoded is not None
    sentence = analysis.sentence_of(analysis.doc[0])
    ((roots, conflict),) = analysis.encoded.kinds([(sentence, (), ())])
    assert (len(roots), len(conflict)) == (len(ROOTS), 5)
    assert roots.sum() == pytest.approx(1, abs=1e-4)
    assert conflict.sum() == pytest.approx(1, abs=1e-4)


def test_concede_and_retreat_are_not_overwritten_by_their_shared_class():
    """The encoder has one class, YIELD, for what the rules tell apart."""
    analysis = read(TEXTS[4])
    before = predications(analysis)
    for old, new in zip(before, retyped(analysis, before), strict=True):
        if old.type in ("CONCEDE", "RETREAT"):
            assert new.type != "YIELD"


def test_the_rules_word_stands_against_an_encoder_that_is_only_half_sure():
    """The type of the rules counts as much as odds of about eleven to one by the encoder."""
    event = Predication(ClaimKind.EVENT, "REQUEST", (Span(0, 1),), 0)
    unsure, sure = (np.full(len(ROOTS), 0.001) for _ in range(2))
    unsure[ROOTS.index("ACCUSE")], unsure[ROOTS.index("REQUEST")] = 0.6, 0.3
    sure[ROOTS.index("ACCUSE")] = 0.99
    weights = np.array([float(str(v)) for v in lexicon("events/kinds.toml").values()])
    assert ROOTS[int((features(event, unsure) @ weights).argmax())] == "REQUEST"
    assert ROOTS[int((features(event, sure) @ weights).argmax())] == "ACCUSE"


def test_yielding_in_words_is_told_from_yielding_in_deeds():
    assert named("YIELD", np.array([0, 0.7, 0.3, 0, 0], np.float32)) == "CONCEDE"
    assert named("YIELD", np.array([0, 0.3, 0.7, 0, 0], np.float32)) == "RETREAT"
    assert named("AID", np.array([0, 0.3, 0.7, 0, 0], np.float32)) == "AID"


def test_without_an_encoder_nothing_changes():
    analysis = read(TEXTS[0], "off")
    found = predications(analysis)
    assert retyped(analysis, found) is found


@pytest.mark.parametrize(
    ("text", "deed", "kind"),
    [
        ("Vigil Reach said soldiers raped at least nine women in Orsa.", "raped", "ASSAULT"),
        ("Security forces thwarted an attack on a church in Orsa.", "thwarted", "COERCE"),
    ],
)
def test_a_rape_stays_an_assault_and_who_thwarts_an_attack_attacks_nobody(text, deed, kind):
    made = record(text)
    assert [c.type for c in made.claims if made.document.quote(c.anchor) == deed] == [kind]


@pytest.mark.parametrize(("root", "kind"), [("THREATEN", "AID"), ("CONSULT", "CONSULT")])
def test_what_is_given_is_no_threat_however_sure_the_encoder(monkeypatch, root, kind):
    """A sentence of fear around it ("but this is a temporary arrangement") is enough for the encoder."""
    analysis = read("The guards gave the villagers food.")
    found = predications(analysis)
    sure = np.full(len(ROOTS), 0.001, np.float32)
    sure[ROOTS.index(root)] = 0.99
    deed = np.array([0.01, 0.01, 0.97, 0.005, 0.005], np.float32)
    at = next(n for n, one in enumerate(found) if one.type == "AID")
    monkeypatch.setattr("allege.extract.learned.kinds.answers", lambda *_: [(at, (sure, deed))])
    assert retyped(analysis, found)[at].type == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The guards gave the villagers food.", "AID"),
        ("Dozens of masked men attacked the bus.", "ASSAULT"),
        ("Men attacked the bus behind the demonstration.", "PROTEST"),
    ],
)
def test_only_what_names_a_protest_is_one_however_sure_the_encoder(monkeypatch, text, kind):
    """A crowd that attacks is no rally for being a crowd."""
    analysis = read(text)
    found = predications(analysis)
    sure = np.full(len(ROOTS), 0.001, np.float32)
    sure[ROOTS.index("PROTEST")] = 0.99
    deed = np.array([0.01, 0.01, 0.97, 0.005, 0.005], np.float32)
    at = next(n for n, one in enumerate(found) if one.type in ("AID", "ASSAULT"))
    monkeypatch.setattr("allege.extract.learned.kinds.answers", lambda *_: [(at, (sure, deed))])
    assert retyped(analysis, found)[at].type == kind
