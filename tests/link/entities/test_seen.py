"""What a ledger holds of an actor."""

from __future__ import annotations

from dataclasses import replace

from allege.claim import Role, SourceKind
from allege.link.entities.seen import seen, spellings
from allege.link.model import EventClaim, Filler, Speaker
from tests.link.origins.descended import claim, speaker, story

TEXT = "Gunmen attacked the depot, Dorran Pell said."


def told(words: str, by: Speaker) -> EventClaim:
    made = claim(story("wire", TEXT), TEXT, by, name=words)
    return replace(made, fillers=(Filler(Role.ACTOR, words, entity="brigade"),))


def test_a_pronoun_is_no_name_of_an_actor_but_what_it_does_counts() -> None:
    minister = speaker("Dorran Pell", SourceKind.OFFICIAL, entity="pell")
    found = seen([told("the Red Heron Brigade", minister), told("They", replace(minister, words="He"))])
    assert found["brigade"].aliases == {"the Red Heron Brigade": 1}
    assert found["brigade"].claims == 2
    assert found["pell"].aliases == {"Dorran Pell": 1}
    assert len(found["pell"].speaks) == 2


def test_spellings_that_differ_in_case_or_article_are_one() -> None:
    aliases = {"the Tide Brigade": 2, "The Tide Brigade": 1, "Tide Brigade": 1, "TIDES": 3, "The": 1}
    assert spellings(aliases) == (("Tide Brigade", 4), ("TIDES", 3), ("The", 1))
