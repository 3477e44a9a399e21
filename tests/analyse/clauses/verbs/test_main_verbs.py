"""The verb behind a long subject is the sentence's, and its subject does it."""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import event_at, fillers, speeches


@pytest.mark.parametrize(
    ("text", "word", "doer", "struck"),
    [
        ("Gunmen on motorbikes killed at least nine villagers.", "killed", "Gunmen", "nine villagers"),
        ("Gunmen believed to be rebels killed two guards.", "killed", "Gunmen", "two guards"),
        ("Men thought to be smugglers fired on a patrol.", "fired", "Men", "a patrol"),
        ("A soldier given a medal killed his neighbour.", "killed", "soldier", "neighbour"),
    ],
)
def test_the_first_noun_does_what_the_verb_tells(text, word, doer, struck):
    deed = event_at(text, word)
    assert [doer in one for one in fillers(text, deed, Role.ACTOR)] == [True]
    assert any(struck in one for one in fillers(text, deed, Role.RECIPIENT))


def test_a_second_verb_has_the_same_subject():
    text = "Gunmen on motorbikes killed at least nine villagers and wounded four in Orlen."
    assert [one.startswith("Gunmen") for one in fillers(text, event_at(text, "wounded"), Role.ACTOR)] == [True]


def test_who_is_believed_to_be_somebody_says_nothing():
    assert speeches("Gunmen believed to be rebels killed two guards.") == []


def test_what_somebody_is_believed_to_be_is_not_arrested_too():
    text = "A man believed to be the leader was arrested."
    assert fillers(text, event_at(text, "arrested"), Role.RECIPIENT) == ["A man"]


def test_a_participle_with_its_agent_stays_one():
    text = "People wounded in the raid said soldiers fired first."
    assert speeches(text)[0][0] == "People wounded in the raid"


def test_who_tells_something_behind_a_clause_on_him_does_so():
    text = "The Ash Front, which the regime considers an armed branch, announced after the raid that it would leave."
    assert "The Ash Front" in [source for source, _, _ in speeches(text)]
