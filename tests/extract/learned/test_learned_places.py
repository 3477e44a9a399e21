"""Where it happened, with the encoder's help: places of the sentence, and only for events and states."""

from __future__ import annotations

import pytest
from refining import predications, read, record, words_of

from allege.analyse.encoder.located import Located
from allege.claim import ClaimKind, MentionType, Role
from allege.extract.learned import places
from allege.extract.learned.places import likely, settled, weighable

TEXTS = (
    "Police said rebels attacked a convoy near Mosul on Monday.",
    "In Nairobi, the opposition held a rally, while troops left Mombasa.",
    "The minister, who was born in Kyiv, said soldiers had shelled Aleppo and Homs.",
    "Protesters burned a bus in the old quarter.",
    "Gunmen killed a judge.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_only_places_change_and_each_is_named_once_in_the_sentence(text):
    analysis = read(text)
    bare = predications(analysis)
    for before, after in zip(bare, settled(analysis, bare), strict=True):
        named = [f for f in after.fillers if f.role is Role.PLACE]
        start, end = analysis.sentence_of(analysis.doc[after.head])
        assert all(start <= f.spans[0].start and f.spans[-1].end <= end for f in named)
        assert len({f.spans for f in named}) == len(named)
        assert [f for f in after.fillers if f.role is not Role.PLACE] == [
            f for f in before.fillers if f.role is not Role.PLACE
        ]


UNLISTED = "Soldiers raided Tamarind Quillon, near Mosul, on Friday and killed a baker."


def test_a_name_that_only_the_encoder_ties_to_the_verb_is_a_place():
    analysis = read(UNLISTED)
    assert "Tamarind Quillon" not in {m.name for m in analysis.mentions if m.type is MentionType.PLACE}
    (found,) = [p for p in settled(analysis, predications(analysis)) if analysis.doc[p.head].lower_ == "raided"]
    assert "Tamarind Quillon" in words_of(analysis, found, Role.PLACE)


def test_what_only_says_where_is_a_mention_of_a_place():
    made = record(UNLISTED)
    named = [made.mention(a.mention) for c in made.claims for a in c.arguments if a.role is Role.PLACE]
    assert named
    assert {m.type for m in named} == {MentionType.PLACE}


def test_who_did_it_is_no_place(monkeypatch):
    everything = Located.stretches
    monkeypatch.setattr(Located, "stretches", lambda self, _: everything(self, 0.0))
    monkeypatch.setattr(places, "likely", lambda _: 0.9)
    analysis = read("Near Mosul the Vellan Brigade shelled a mill.")
    for found in settled(analysis, predications(analysis)):
        actors = {f.spans for f in found.fillers if f.role is Role.ACTOR}
        assert actors.isdisjoint(f.spans for f in found.fillers if f.role is Role.PLACE)


def test_a_people_is_no_place(monkeypatch):
    monkeypatch.setattr(places, "likely", lambda _: 0.9)
    analysis = read("Near Aleppo a Syrian patrol shelled a mill.")
    for found in settled(analysis, predications(analysis)):
        assert words_of(analysis, found, Role.PLACE) == ["Aleppo"]


def test_what_the_encoder_is_surer_of_or_hangs_nearer_is_the_likelier_place():
    low, high = ({"always": 1.0, "encoder": value} for value in (-3.0, 3.0))
    assert likely(low) < 0.1
    assert likely(high) > 0.9
    assert likely(high | {"away": 2.0}) < likely(high)


def test_where_no_place_is_named_the_encoder_is_not_asked():
    analysis = read(TEXTS[4])
    assert list(weighable(analysis, predications(analysis))) == []


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
    assert settled(analysis, found) == found


def test_relations_and_demands_keep_their_places():
    made = record("The union, which is based in Nairobi, demanded that troops leave Mombasa.")
    rules = record("The union, which is based in Nairobi, demanded that troops leave Mombasa.", "off")
    for kind in (ClaimKind.RELATION, ClaimKind.DEMAND):
        ours = [[a.role for a in c.arguments].count(Role.PLACE) for c in made.claims if c.kind is kind]
        theirs = [[a.role for a in c.arguments].count(Role.PLACE) for c in rules.claims if c.kind is kind]
        assert ours == theirs


def test_an_event_that_is_named_after_its_place_keeps_it():
    text = "They took part in a string of attacks, among them the Halsey Bridge ambush and the Varrick airfield raid."
    made = record(text)
    (ambush,) = [c for c in made.claims if made.document.quote(c.anchor) == "ambush"]
    places_of_it = [made.mention(a.mention).spans for a in ambush.arguments if a.role is Role.PLACE]
    assert [made.document.quote(spans) for spans in places_of_it] == ["Halsey Bridge"]
