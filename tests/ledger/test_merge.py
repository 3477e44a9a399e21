"""Two ledgers become one: nothing is lost, nothing counted twice, both analysts stay heard."""

from datetime import UTC, datetime

import pytest

from allege.errors import UsageError
from allege.ledger import Ledger
from allege.ledger.merge import Merged, merge
from allege.link.model import Judgement, JudgementKind
from tests.ledger.made import report

AT = datetime(2031, 6, 12, 8, 30, tzinfo=UTC)


@pytest.fixture
def two():
    with Ledger(":memory:") as here, Ledger(":memory:") as there:
        here.add(report(0))
        here.add(report(1, uri="here/1.txt"))
        there.add(report(1, uri="there/1.txt"))
        there.add(report(2))
        yield here, there


def said(kind: JudgementKind, analyst: str, subject: str = "a", other: str | None = "b") -> Judgement:
    return Judgement("", kind, subject, other, None, analyst, AT)


def test_documents_of_both_are_there_once_with_every_place_where_they_were_seen(two):
    here, there = two
    assert merge(here, there) == Merged(added=1, known=1, judgements=0)
    assert [row.id for row in here.documents()] == [report(n).document.id for n in range(3)]
    assert here.record(report(2).document.id) == report(2)
    assert set(here.sightings(report(1).document.id)) == {"here/1.txt", "there/1.txt"}


def test_contradictory_judgements_of_two_analysts_are_both_kept(two):
    here, there = two
    mine = here.judge(said(JudgementKind.SAME_INCIDENT, "ana"))
    theirs = there.judge(said(JudgementKind.OTHER_INCIDENT, "bo"))
    taken_back = there.judge(said(JudgementKind.DERIVED, "bo"))
    there.judge(said(JudgementKind.UNDO, "bo", taken_back.id, None))
    assert merge(here, there).judgements == 3
    assert tuple(here.judgements()) == (mine, theirs)


def test_merging_twice_changes_nothing(two):
    here, there = two
    there.judge(said(JudgementKind.SAME_INCIDENT, "bo"))
    merge(here, there)
    before = tuple(here.judgements(everything=True))
    assert merge(here, there) == Merged(added=0, known=2, judgements=0)
    assert tuple(here.judgements(everything=True)) == before


def test_a_ledger_is_not_merged_with_itself(tmp_path):
    path = tmp_path / "x.db"
    with Ledger(path) as one, Ledger(path) as same, pytest.raises(UsageError, match="is the ledger itself"):
        merge(one, same)
