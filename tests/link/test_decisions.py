"""Judgements outrank scores: the latest word on a pair stands, and what contradicts it is named."""

from datetime import UTC, datetime

from allege.link.decisions import APART, DERIVED, SAME, TOGETHER, decisions, judged_lineage, judged_links
from allege.link.model import Band, Judgement, JudgementKind, Lineage, LineageKind

AT = datetime(2031, 6, 12, 8, 30, tzinfo=UTC)
UNITS = {"a": "u1", "b": "u2", "c": "u3", "a2": "u1"}


def said(kind: JudgementKind, subject: str, other: str, analyst: str = "ana") -> Judgement:
    return Judgement(f"{analyst}-{subject}-{other}", kind, subject, other, None, analyst, AT)


def test_a_decision_becomes_a_link_that_no_score_outweighs_and_says_whose_word_it_is():
    (link,) = judged_links(decisions([said(JudgementKind.SAME_INCIDENT, "b", "a")], SAME), UNITS)
    assert (link.a, link.b, link.score, link.band) == ("u1", "u2", TOGETHER, Band.SAME)
    assert link.decided == "ana decided on 2031-06-12 that they are of one incident"


def test_the_later_word_of_two_analysts_is_followed_and_the_contradiction_named():
    found = decisions(
        [said(JudgementKind.SAME_INCIDENT, "a", "b"), said(JudgementKind.OTHER_INCIDENT, "b", "a", "bo")], SAME
    )
    assert [link.score for link in judged_links(found, UNITS)] == [APART]
    (line,) = found.conflicts
    assert "bo says other incident" in line
    assert "ana said same incident" in line


def test_what_is_apart_by_one_word_and_together_by_two_others_is_named():
    found = decisions(
        [
            said(JudgementKind.SAME_INCIDENT, "a", "b"),
            said(JudgementKind.SAME_INCIDENT, "b", "c"),
            said(JudgementKind.OTHER_INCIDENT, "a", "c", "bo"),
        ],
        SAME,
    )
    assert len(judged_links(found, UNITS)) == 3
    assert "put both together with a third" in found.conflicts[0]


def test_a_ring_of_merges_is_no_contradiction():
    ring = [said(JudgementKind.SAME_INCIDENT, *pair) for pair in (("a", "b"), ("b", "c"), ("c", "a"))]
    assert decisions(ring, SAME).conflicts == ()


def test_what_is_unknown_or_one_unit_already_says_nothing():
    item = [said(JudgementKind.SAME_INCIDENT, "a", "a2"), said(JudgementKind.SAME_INCIDENT, "a", "gone")]
    assert judged_links(decisions(item, SAME), UNITS) == []


def test_lineage_follows_the_analyst_both_ways():
    edge = Lineage("d2", "d1", LineageKind.COPY, 0.9, "92 % of its words")
    wrong, missed = said(JudgementKind.NOT_DERIVED, "d2", "d1"), said(JudgementKind.DERIVED, "d3", "d1")
    (told,) = judged_lineage([edge], decisions([wrong, missed], DERIVED), ["d1", "d2", "d3"])
    assert (told.document, told.derived_from, told.why) == ("d3", "d1", "ana decided so on 2031-06-12")
