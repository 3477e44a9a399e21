"""Events that only the encoder sees, with the real encoder or with heads that say what a test wants."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from refining import read, tagged

from allege.analyse.encoder.encoded import Encoded
from allege.analyse.encoder.heads import ROOTS
from allege.claim import ClaimKind
from allege.extract import events, states
from allege.extract.learned.missed import KNOWN, completed

TEXT = "Kirelia took nine hundred people from the camps."


class Answering(Encoded):
    """An encoder that finds a given root type and class in every sentence."""

    def kinds(self, asked):
        return [(self.roots, self.classes) for _ in asked]


def answering(text: str, root: str, chance: float, statement: float, parties: dict[str, str]):
    analysis = tagged(read(text), parties)
    made = Answering(analysis.encoded.seen, analysis.encoded.heads)
    roots = np.full(len(ROOTS), (1 - chance) / (len(ROOTS) - 1), np.float32)
    roots[ROOTS.index(root)] = chance
    object.__setattr__(made, "roots", roots)
    object.__setattr__(made, "classes", np.array([statement, 0, 1 - statement, 0, 0], np.float32))
    return replace(analysis, encoded=made)


def rules(analysis):
    found = list(events.find(analysis))
    return found + list(states.find(analysis, found))


PARTIES = {"Kirelia": "source", "nine hundred people": "target"}


def test_a_state_whose_parties_are_marked_becomes_an_event_that_says_so():
    analysis = answering(TEXT, "AID", 0.9, 0.1, PARTIES)
    before = rules(analysis)
    assert {p.kind for p in before} == {ClaimKind.STATE}
    after = completed(analysis, before)
    (made,) = [p for p in after if p.kind is ClaimKind.EVENT]
    assert (made.type, made.score, made.why) == ("AID", 0.5, "encoder AID 0.90")


@pytest.mark.parametrize(
    ("chance", "statement", "parties"),
    [
        (KNOWN - 0.05, 0.1, PARTIES),
        (0.9, 0.6, PARTIES),
        (0.9, 0.1, {"nine hundred people": "target"}),
        (0.9, 0.1, {}),
    ],
    ids=["unsure of the kind", "a statement", "nobody did it", "no parties"],
)
def test_otherwise_it_stays_a_state(chance, statement, parties):
    analysis = answering(TEXT, "AID", chance, statement, parties)
    assert completed(analysis, rules(analysis)) == rules(analysis)


def test_no_event_is_made_where_the_rules_have_one_with_these_parties():
    analysis = answering("Rebels attacked the bridge, and people saw it.", "AID", 0.9, 0.1, {"Rebels": "source"})
    assert completed(analysis, rules(analysis)) == rules(analysis)


def test_a_verb_of_saying_that_tells_a_clause_is_no_event():
    analysis = answering("The mayor said that the town was quiet.", "AID", 0.9, 0.1, {"The mayor": "source"})
    assert not [p for p in completed(analysis, rules(analysis)) if p.kind is ClaimKind.EVENT]


def test_without_an_encoder_nothing_changes():
    analysis = read(TEXT, "off")
    found = rules(analysis)
    assert completed(analysis, found) is found


def test_who_gives_a_toll_does_nothing_to_anybody():
    text = "The ministry raised the death toll to nine."
    analysis = answering(text, "ASSAULT", 0.9, 0.1, {"The ministry": "source", "the death toll": "target"})
    before = rules(analysis)
    assert completed(analysis, before) == before
