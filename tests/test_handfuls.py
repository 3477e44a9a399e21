"""A ledger of a handful of invented reports: what belongs together is one incident, who repeats whom is one origin.

`depot.jsonl`: five reports of one explosion, by an agency, a paper that cites it, a page that cites the paper, a rights
group, and the agency's correction. `week.jsonl`: eight short reports of six attacks in one week, told in much the same
words.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from allege.ledger import Ledger
from allege.link.job import link_ledger
from allege.link.model import Slot
from allege.run import read_into
from allege.settings import Settings
from allege.show.linked import views

HERE = Path(__file__).parent / "handfuls"


def linked(folder: Path, name: str) -> Iterator[Ledger]:
    with Ledger(folder / "found.db") as ledger:
        read_into(ledger, [HERE / name], Settings())
        link_ledger(ledger, Settings())
        yield ledger


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    yield from linked(tmp_path_factory.mktemp("depot"), "depot.jsonl")


def named(ledger: Ledger, documents: tuple[str, ...]) -> set[str]:
    uris = {story.id: story.uri for story in ledger.stories()}
    return {uris[one] for one in documents}


def test_five_reports_of_one_explosion_are_one_incident(depot: Ledger) -> None:
    (one,) = depot.incidents()
    assert named(depot, one.documents) == {"wire1", "herald", "blog", "ngo", "wire2"}


def test_whoever_cites_the_agency_by_way_of_a_paper_is_no_origin_of_its_own(depot: Ledger) -> None:
    uris = {story.id: story.uri for story in depot.stories()}
    found = {(uris[edge.document], uris.get(edge.derived_from or "", edge.upstream)) for edge in depot.lineage()}
    assert {("herald", "wire1"), ("blog", "herald"), ("wire1", "Orrin Wire"), ("wire2", "Orrin Wire")} <= found


def test_what_a_group_claims_is_one_word_in_two_papers_and_disputed(depot: Ledger) -> None:
    ((view, _),) = views(depot)
    doers = {one.position.value: one for one in view.slot(Slot.ACTOR).answers}
    brigade = doers["Coastal Brigade"]
    assert {given.voice.called or given.voice.words for given in brigade.given} >= {"Coastal Brigade"}
    assert brigade.position.origins == 1
    assert brigade.disputes


def test_who_only_heard_or_was_hit_did_nothing(depot: Ledger) -> None:
    ((view, _),) = views(depot)
    said = {one.position.value.casefold() for one in view.slot(Slot.ACTOR).answers}
    assert not any("worker" in words for words in said)


def test_eight_reports_of_a_week_are_six_incidents(tmp_path: Path) -> None:
    (ledger,) = linked(tmp_path, "week.jsonl")
    found = sorted(sorted(named(ledger, one.documents)) for one in ledger.incidents())
    assert found == [["a1", "a7"], ["a2"], ["a3"], ["a4", "a8"], ["a5"], ["a6"]]
