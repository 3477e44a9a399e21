"""What the linker reads from the ledger, and what it stores there."""

from datetime import UTC, date, datetime
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from allege.claim import Act, Certainty, ClaimKind, CreditKind, MentionType, Role, Span
from allege.errors import NotFound
from allege.ledger import Ledger
from allege.ledger.rows import LinkedCounts
from allege.link.model import (
    Band,
    Incident,
    Judgement,
    JudgementKind,
    Lineage,
    LineageKind,
    Resolution,
    ScoredPair,
)
from allege.link.postings import Postings
from tests.ledger.made import TEXT, report

AT = datetime(2031, 6, 12, 8, 30, tzinfo=UTC)


@pytest.fixture
def ledger():
    with Ledger(":memory:") as made:
        for number in range(3):
            made.add(report(number))
        yield made


@pytest.fixture(scope="module")
def six():
    """A ledger for tests that clear what is linked before they begin."""
    with Ledger(":memory:") as made:
        for number in range(6):
            made.add(report(number))
        yield made


def document(number: int) -> str:
    return report(number).document.id


def claims(ledger: Ledger, number: int) -> list[str]:
    return [claim.id for claim in ledger.event_claims([document(number)])]


def test_stories_come_in_the_order_read_with_credits_and_what_is_folded_away(ledger):
    assert [story.id for story in ledger.stories()] == [document(0), document(1), document(2)]
    first = next(ledger.stories([document(0), "sha256:unknown"]))
    assert (first.uri, first.text, first.published) == ("reports/0.txt", TEXT, date(2031, 6, 9))
    assert [(credit.kind, credit.name) for credit in first.credits] == [(CreditKind.WIRE, "Example Wire")]
    assert [TEXT[start:end] for start, end in first.folded] == ["VARK, June 9 (Example Wire) —"]


def test_event_claims_carry_their_arguments_and_every_voice_from_the_author_inwards(ledger):
    told = list(ledger.event_claims([document(0)]))
    assert {claim.kind for claim in told} <= {ClaimKind.EVENT, ClaimKind.DEMAND}
    attack = next(claim for claim in told if claim.anchor == "attacked")
    assert [f.words for f in attack.of(Role.ACTOR)] == ["the Red Column"]
    assert attack.of(Role.ACTOR)[0].entity == "red-column"
    assert [(s.words, s.act) for s in attack.speakers] == [("", Act.ASSERT), ("Police", Act.ASSERT)]
    assert attack.certainty is attack.speakers[-1].value is Certainty.CT_PLUS
    assert TEXT[attack.start : attack.end] == attack.sentence


def test_a_resolution_outranks_what_extraction_found_and_can_be_left_aside(ledger):
    found = Resolution(document(0), MentionType.ACTOR, "the Red Column", "vark-front", "Vark Front", 0.9, "exact alias")
    with ledger.linking() as writer:
        writer.resolutions([found])
    assert list(ledger.resolutions([document(0)])) == [found]

    def actor(claims):
        return next(f.entity for c in claims for f in c.of(Role.ACTOR) if f.words == "the Red Column")

    assert actor(ledger.event_claims([document(0)])) == "vark-front"
    assert actor(ledger.event_claims([document(0)], resolved=False)) == "red-column"
    assert actor(ledger.event_claims([document(1)])) == "red-column"


def test_what_is_derived_comes_back_as_it_was_stored(ledger):
    edges = (
        Lineage(document(0), None, LineageKind.CREDIT, 1.0, "credited", upstream="Example Wire", spans=(Span(15, 27),)),
        Lineage(document(1), document(0), LineageKind.COPY, 0.9, "92 % of its words", spans=(Span(0, 9),),
                source_spans=(Span(0, 9),), containment=0.92),
    )  # fmt: skip
    one, two = claims(ledger, 0), claims(ledger, 1)
    incidents = (
        Incident(
            "i1", "ASSAULT", (document(0), document(1)), (one[0], two[0]), (one[1],), ((one[0],), (two[0],)), ("i2",)
        ),
        Incident("i2", "ASSAULT", (document(2),), tuple(claims(ledger, 2)[:1]), possibly=("i1",)),
    )
    links = (
        ScoredPair("u1", "u2", 0.9, Band.SAME, (0.1, -1.5e-9, 3.0)),
        ScoredPair("u1", "u3", 1e6, Band.SAME, decided="ana decided so"),
    )
    with ledger.linking() as writer:
        writer.lineage(edges)
        writer.incidents(incidents)
        writer.links(links)
        writer.done([document(0)], "1")
        writer.state({"documents": "3", "unit/7": "x"})
    assert tuple(ledger.lineage()) == edges
    assert tuple(ledger.lineage([document(0)])) == edges
    assert tuple(ledger.incidents()) == incidents
    assert tuple(ledger.incidents(["i2"])) == incidents[1:]
    assert ledger.incidents_of([document(1)]) == ("i1",)
    assert ledger.linked_counts() == LinkedCounts(incidents=2, possibly=1, derived=2)
    assert tuple(ledger.links()) == tuple(ledger.links(["u1"])) == links
    assert tuple(ledger.links(["u2"])) == links[:1]
    assert ledger.unlinked("1") == (document(1), document(2))
    assert ledger.unlinked("2") == (document(0), document(1), document(2))
    assert ledger.link_state() == {"documents": "3"}
    assert ledger.link_state(["unit/7", "unit/8"]) == {"unit/7": "x"}


def test_only_what_is_replaced_changes(ledger):
    first = Incident("i1", "ASSAULT", (document(0),), (claims(ledger, 0)[0],))
    second = Incident("i2", "ASSAULT", (document(1),), (claims(ledger, 1)[0],))
    both = Incident("i3", "ASSAULT", (document(1), document(2)), (claims(ledger, 1)[0], claims(ledger, 2)[0]))
    with ledger.linking() as writer:
        writer.incidents([first, second])
    with ledger.linking() as writer:
        writer.incidents([both], instead=["i2"])
    assert tuple(ledger.incidents()) == (first, both)


def test_a_run_that_fails_leaves_the_derived_state_as_it_was(ledger):
    kept = Incident("i1", "ASSAULT", (document(0),), (claims(ledger, 0)[0],))
    with ledger.linking() as writer:
        writer.incidents([kept])

    def fail():
        with ledger.linking() as writer:
            writer.clear()
            writer.incidents([Incident("i2", "ASSAULT", ("sha256:unknown",), ())])

    with pytest.raises(KeyError):
        fail()
    assert tuple(ledger.incidents()) == (kept,)


def test_a_hash_names_the_first_and_the_last_documents_that_have_it(ledger):
    with ledger.linking() as writer:
        writer.index("shingle", {document(0): [1, 2, -(2**63)], document(1): [1, -(2**63)], document(2): [1]})
    assert ledger.block("shingle", [1, 2, 9], 1, 1) == {1: (document(0), document(2)), 2: (document(0),), 9: ()}
    assert ledger.block("block", [1], 5, 5) == {1: ()}


@given(
    rows=st.lists(st.tuples(st.sampled_from([-(2**63), -1, 0, 7, 2**63 - 1]), st.integers(0, 4))),
    later=st.sets(st.sampled_from([-1, 0, 7])),
    ends=st.tuples(st.integers(1, 4), st.integers(1, 4)),
)
def test_what_is_packed_and_what_came_later_answer_as_one(six, rows, later, ends):
    rows, (first, last) = sorted(set(rows)), ends
    with six.linking() as writer, patch("allege.ledger.postings.AT_ONCE", 2):
        writer.clear()
        columns = Postings(*np.array(rows, dtype=np.int64).reshape(-1, 2).T)
        writer.index_all({"shingle": columns}, [document(n) for n in range(5)])
        writer.index("shingle", {document(5): sorted(later)})
    for value, found in six.block("shingle", [-(2**63), -1, 0, 7, 8, 2**63 - 1], first, last).items():
        whole = [document(n) for known, n in rows if known == value] + ([document(5)] if value in later else [])
        assert list(found) == (whole if len(whole) <= first + last else [*whole[:first], *whole[-last:]])


def test_a_document_that_is_read_again_is_to_be_linked_again(ledger):
    with ledger.linking() as writer:
        writer.done([document(n) for n in range(3)], "1")
    assert ledger.unlinked("1") == ()
    ledger.replace(report(1, extractor="rules-2"))
    assert ledger.unlinked("1") == (document(1),)


def judged(kind: JudgementKind, subject: str, other: str | None = None, analyst: str = "ana") -> Judgement:
    return Judgement("", kind, subject, other, None, analyst, AT)


def test_a_judgement_can_be_taken_back_and_that_too(ledger):
    same = ledger.judge(judged(JudgementKind.SAME_INCIDENT, "a", "b"))
    assert ledger.judge(judged(JudgementKind.SAME_INCIDENT, "a", "b")) == same
    assert tuple(ledger.judgements()) == (same,)
    undo = ledger.judge(judged(JudgementKind.UNDO, same.id))
    assert tuple(ledger.judgements()) == ()
    again = ledger.judge(judged(JudgementKind.UNDO, undo.id))
    assert tuple(ledger.judgements()) == (same,)
    assert tuple(ledger.judgements(everything=True)) == (same, undo, again)


def test_taking_back_what_was_never_said_is_told(ledger):
    with pytest.raises(NotFound, match="no judgement has that id"):
        ledger.judge(judged(JudgementKind.UNDO, "nothing"))


@pytest.mark.parametrize("statement", ["DELETE FROM judgements", "UPDATE judgements SET note = 'x'"])
def test_the_file_itself_refuses_to_change_a_judgement(ledger, statement):
    ledger.judge(judged(JudgementKind.SAME_INCIDENT, "a", "b"))
    with pytest.raises(IntegrityError), ledger._database._engine.begin() as connection:
        connection.exec_driver_sql(statement)


def test_documents_read_since_the_last_run_are_known_apart_from_those_read_again(ledger):
    with ledger.linking() as writer:
        writer.done([document(0), document(1)], "1")
    ledger.replace(report(0, extractor="rules-2"))
    assert ledger.unlinked("1") == (document(0), document(2))
    assert ledger.read_since() == (document(2),)
    assert ledger.first_read(2) == (document(0), document(1))
    assert ledger.size() == 3


def test_names_are_told_once_a_document(ledger):
    found = list(ledger.names([MentionType.ACTOR], [document(0)]))
    assert [(row.words, row.entity) for row in found] == [("Police", "vark-police"), ("the Red Column", "red-column")]
    assert len(list(ledger.names([MentionType.ACTOR]))) == 6


def test_what_names_an_entity_is_told_with_the_reason_and_a_resolution_comes_first(ledger):
    (found,) = ledger.named("red-column")
    assert (found.words, found.type, found.times, found.documents) == ("the Red Column", MentionType.ACTOR, 3, 3)
    said = Resolution(document(0), MentionType.ACTOR, "the Red Column", "vark-front", "Vark Front", 0.9, "exact alias")
    with ledger.linking() as writer:
        writer.resolutions([said])
    (moved,) = ledger.named("vark-front")
    assert (moved.words, moved.why, moved.times) == ("the Red Column", "exact alias", 1)
    assert [one.times for one in ledger.named("red-column")] == [2]
    assert ledger.named("nobody") == ()
