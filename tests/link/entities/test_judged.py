"""Analysts' merges and splits: followed in order, reversible, contradictions named, rings harmless."""

from __future__ import annotations

from datetime import UTC, date, datetime

from allege.claim import MentionType
from allege.ledger.judged import in_force, named
from allege.link.entities.documents import Mentioned, resolutions
from allege.link.entities.judged import merges, name_id
from allege.link.model import Judgement, JudgementKind, Story
from tests.link.entities.listed import resolver

MERGE, SPLIT, UNDO = JudgementKind.MERGE_ENTITIES, JudgementKind.SPLIT_ENTITIES, JudgementKind.UNDO


def said(kind: JudgementKind, one: str, other: str | None, analyst: str = "ada", hour: int = 9) -> Judgement:
    return named(Judgement("", kind, one, other, None, analyst, datetime(2026, 3, 1, hour, tzinfo=UTC)))


def test_the_second_goes_by_the_first() -> None:
    found = merges([said(MERGE, "a", "b"), said(MERGE, "b", "c")])
    assert [found.entity(name) for name in "abcd"] == ["a", "a", "a", "d"]


def test_a_merge_taken_back_leaves_no_trace() -> None:
    merge = said(MERGE, "a", "b")
    assert merges(in_force([merge, said(UNDO, merge.id, None)])).entity("b") == "b"


def test_a_ring_of_merges_is_one_group() -> None:
    found = merges([said(MERGE, "a", "b"), said(MERGE, "b", "c"), said(MERGE, "c", "a")])
    assert {found.entity(name) for name in "abc"} == {"a"}
    assert found.conflicts == ()


def test_two_analysts_who_contradict_each_other_are_both_named_and_the_later_is_followed() -> None:
    found = merges([said(MERGE, "a", "b"), said(SPLIT, "b", "a", "bel", 10)])
    assert found.entity("b") == "b"
    (line,) = found.conflicts
    assert "ada" in line
    assert "bel" in line
    again = merges([said(SPLIT, "b", "a", "bel", 8), said(MERGE, "a", "b")])
    assert again.entity("b") == "a"


def test_what_is_split_stays_apart_though_others_lead_to_it_by_way_of_a_third() -> None:
    found = merges([said(MERGE, "a", "b"), said(MERGE, "b", "c"), said(SPLIT, "a", "c", "bel")])
    assert found.entity("b") == "a"
    assert found.entity("c") == "c"
    assert len(found.conflicts) == 1


STORY = Story("sha256:1", "a.txt", None, "The Vanna River Guard and the VRG said so.", published=date(2024, 3, 1))


def test_a_document_s_open_mentions_are_resolved() -> None:
    mentions = [
        Mentioned(MentionType.ACTOR, "VRG"),
        Mentioned(MentionType.ACTOR, "gunmen"),
        Mentioned(MentionType.ACTOR, "Vanna River Guard", "guard", "Vanna River Guard"),
    ]
    found = {r.words: r for r in resolutions(STORY, mentions, resolver())}
    assert found["VRG"].entity == "guard"
    assert "names in full" in found["VRG"].why
    assert set(found) == {"VRG"}


def test_a_judgement_outranks_what_extraction_found() -> None:
    mentions = [Mentioned(MentionType.ACTOR, "Banner of Dawn", "nlf", "Northern Liberation Front of Vanna")]
    apart = merges([said(SPLIT, "nlf", name_id("Banner of Dawn"))])
    (one,) = resolutions(STORY, mentions, resolver(), apart)
    assert one.entity == name_id("Banner of Dawn")
    merged = merges([said(MERGE, "guard", "nlf")])
    (other,) = resolutions(STORY, mentions, resolver(), merged)
    assert (other.entity, other.name) == ("guard", "Vanna River Guard")
    assert "analyst" in other.why


def test_a_long_unlisted_name_is_one_body_in_every_document() -> None:
    written = ("Orrin Salt Workers League", "Interior Ministry", "Diplomats in Port Ellery", "Three Salt workers")
    mentions = [Mentioned(MentionType.ACTOR, words) for words in written]
    (one,) = resolutions(STORY, mentions, resolver())
    assert one.words == "Orrin Salt Workers League"
    assert one.entity == name_id("the Orrin Salt Workers League")


def test_a_name_is_known_behind_we_and_so_called() -> None:
    words = ("We, the Vanna River Guard", "the so-called Vanna River Guard", "We, the people")
    found = {r.words: r for r in resolutions(STORY, [Mentioned(MentionType.ACTOR, one) for one in words], resolver())}
    assert {name: one.entity for name, one in found.items()} == dict.fromkeys(words[:2], "guard")


def test_a_name_with_its_acronym_is_the_name_and_so_is_the_acronym_that_the_text_defines() -> None:
    """A denial that calls the group by its name alone must meet the report that gives its acronym too."""
    text = "The ministry blamed the Free Orrin Front (FOF). The FOF denied it. The QQF did not."
    story = Story("sha256:2", "b.txt", None, text, published=date(2024, 3, 1))
    words = ("the Free Orrin Front (FOF)", "The FOF", "The QQF")
    found = {r.words: r for r in resolutions(story, [Mentioned(MentionType.ACTOR, one) for one in words], resolver())}
    front = name_id("the Free Orrin Front")
    assert {name: one.entity for name, one in found.items()} == {words[0]: front, words[1]: front}
    assert found["The FOF"].name == "Free Orrin Front"
