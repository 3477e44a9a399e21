"""Where it happened, with the encoder's help: only places that are mentions, and only for events and states."""

from __future__ import annotations

import pytest
from refining import predications, read, record

from allege.claim import ClaimKind, MentionType, Role
from allege.extract.learned.places import settled

TEXTS = (
    "Police said rebels attacked a convoy near Mosul on Monday.",
    "In Nairobi, the opposition held a rally, while troops left Mombasa.",
    "The minister, who was born in Kyiv, said soldiers had shelled Aleppo and Homs.",
    "Protesters burned a bus in the old quarter.",
    "Gunmen killed a judge.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_places_come_only_from_mentions_of_places(text):
    analysis = read(text)
    known = {mention.spans for mention in analysis.mentions if mention.type is MentionType.PLACE}
    bare = predications(analysis)
    for before, after in zip(bare, settled(analysis, bare), strict=True):
        places = [f for f in after.fillers if f.role is Role.PLACE]
        if places != [f for f in before.fillers if f.role is Role.PLACE]:
            assert places
            assert {f.spans for f in places} <= known
            assert len({f.spans for f in places}) == len(places)
        assert [f for f in after.fillers if f.role is not Role.PLACE] == [
            f for f in before.fillers if f.role is not Role.PLACE
        ]


def test_the_place_of_an_event_is_found_with_the_encoder():
    analysis = read(TEXTS[0])
    (found,) = [p for p in settled(analysis, predications(analysis)) if analysis.doc[p.head].lower_ == "attacked"]
    assert [analysis.document.quote(f.spans) for f in found.fillers if f.role is Role.PLACE] == ["Mosul"]


def test_where_the_encoder_ties_no_place_the_rules_place_stays():
    analysis = read(TEXTS[3])
    found = predications(analysis)
    assert settled(analysis, found) == found


def test_without_an_encoder_nothing_changes():
    analysis = read(TEXTS[0], "off")
    found = predications(analysis)
    assert settled(analysis, found) is found


def test_relations_and_demands_keep_their_places():
    made = record("The union, which is based in Nairobi, demanded that troops leave Mombasa.")
    rules = record("The union, which is based in Nairobi, demanded that troops leave Mombasa.", "off")
    for kind in (ClaimKind.RELATION, ClaimKind.DEMAND):
        ours = [[a.role for a in c.arguments].count(Role.PLACE) for c in made.claims if c.kind is kind]
        theirs = [[a.role for a in c.arguments].count(Role.PLACE) for c in rules.claims if c.kind is kind]
        assert ours == theirs
