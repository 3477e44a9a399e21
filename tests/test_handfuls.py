"""A ledger of a handful of invented reports: what belongs together is one incident, who repeats whom is one origin.

`depot.jsonl`: five reports of one explosion, by an agency, a paper that cites it, a page that cites the paper, a rights
group, and the agency's correction. `week.jsonl`: eight short reports of six attacks in one week, told in much the same
words. `accused.jsonl`: a page that accuses a brigade of four attacks on the word of intelligence reports, and what an
agency reported of two of them. `ferry.jsonl`, `refinery.jsonl`: what the sides of a war, papers, a court and a
parliament say of a few days. `rumour.jsonl`: what one anonymous post made papers and a group say, and who looked into
it. `march.jsonl`: a march that police fired at, with four tolls, a strike over it, an inquiry and an anniversary.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from allege.ledger import Ledger
from allege.link.job import link_ledger
from allege.link.model import Slot, Status
from allege.link.positions import View
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


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    yield from linked(tmp_path_factory.mktemp("ferry"), "ferry.jsonl")


@pytest.fixture(scope="module")
def refinery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    yield from linked(tmp_path_factory.mktemp("refinery"), "refinery.jsonl")


def told(ledger: Ledger, view: View, slot: Slot) -> dict[str, set[tuple[str, str]]]:
    """Each answer of a slot by its key, with who gives it in which document."""
    uris = {story.id: story.uri for story in ledger.stories()}
    answers = view.slot(slot).answers
    return {one.value.key: {(uris[given.document], given.voice.words) for given in one.given} for one in answers}


def test_whom_seven_texts_blame_for_one_shelling_and_who_denies_it(ferry: Ledger) -> None:
    ((view, _),) = views(ferry)
    found = told(ferry, view, Slot.ACTOR)
    accused, other = "forces of kirel", "forces of vard"
    assert {("wire1", "Mayor Jonas Pell"), ("ngo", "Lena Horvat, researcher at Witness Network")} <= found[accused]
    assert found[f"not {accused}"] == {
        ("wire1", "The Kirelian armed forces"),
        ("army", "General Staff of Kirelia"),
        ("check", "check.example"),
    }
    assert found[other] == {("army", "General Staff of Kirelia"), ("blog", "Intelligence reports")}
    answers = {one.value.key: one for one in view.slot(Slot.ACTOR).answers}
    keys = [one.value.key for one in view.slot(Slot.ACTOR).answers]
    assert {keys[at] for at in answers[accused].disputes} == {f"not {accused}", other}
    killed = view.slot(Slot.DEATHS)
    assert (killed.low, killed.high) == (7, 9)


def test_a_paper_that_cuts_an_agencys_report_of_the_same_day_comes_from_it(ferry: Ledger) -> None:
    uris = {story.id: story.uri for story in ferry.stories()}
    found = {(uris[edge.document], uris.get(edge.derived_from or "", edge.upstream)) for edge in ferry.lineage()}
    assert {("paper", "wire1"), ("wire1", "Meridian News Agency")} <= found
    assert ("wire1", "paper") not in found


def test_a_trial_over_what_followed_an_attack_is_another_incident(refinery: Ledger) -> None:
    found = sorted(sorted(named(refinery, one.documents)) for one in refinery.incidents())
    assert found == [["agency", "commun", "live", "parl"], ["court"]]


def test_a_communique_and_the_agency_that_quotes_it_are_one_word(refinery: Ledger) -> None:
    (view,) = [view for view, _ in views(refinery) if len(view.incident.documents) > 1]
    front = [one for one in view.slot(Slot.ACTOR).answers if "Dawn Front" in one.position.value]
    assert [one.position.value for one in front] == ["People's Dawn Front"]
    assert not {given.voice.words for given in front[0].given} & {"commun.example"}
    toll = {one.position.value: one.position.origins for one in view.slot(Slot.DEATHS).answers}
    assert (toll["11"], toll["6"]) == (1, 1)


def test_each_deputy_speaks_for_himself_and_a_live_blog_takes_back_its_own_report(refinery: Ledger) -> None:
    (view,) = [view for view, _ in views(refinery) if len(view.incident.documents) > 1]
    assert {one.voice.words for one in view.denials} >= {
        "The MINISTER OF THE INTERIOR (Ms Oder)",
        "People's Dawn Front",
    }
    assert not any("manager" in key for key in told(refinery, view, Slot.RECIPIENT))


@pytest.fixture(scope="module")
def accused(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    yield from linked(tmp_path_factory.mktemp("accused"), "accused.jsonl")


def test_each_attack_that_a_page_accuses_of_is_an_incident_of_its_own(accused: Ledger) -> None:
    found = [sorted(named(accused, one.documents)) for one in accused.incidents()]
    assert sum("awake" in documents for documents in found) == 5
    assert ["awake", "wire1"] in found  # the bridge


def test_who_did_it_is_on_the_word_of_the_accuser_alone(accused: Ledger) -> None:
    (bridge,) = [view for view, _ in views(accused) if "wire1" in named(accused, view.incident.documents)]
    (doer,) = bridge.slot(Slot.ACTOR).answers
    assert {given.voice.words for given in doer.given} == {"intelligence reports"}
    assert doer.position.origins <= 1


def test_a_rumour_is_no_more_corroborated_for_being_passed_on(tmp_path: Path) -> None:
    (ledger,) = linked(tmp_path, "rumour.jsonl")
    (view,) = [view for view, _ in views(ledger) if len(view.incident.documents) > 1]
    assert named(ledger, tuple(view.passing)) == {"daily", "portal"}
    assert (view.status, view.unknown) == (Status.CONTESTED, 1)
    assert "check.example found no evidence that it happened" in view.reason
    assert max(one.position.origins for one in view.slot(Slot.DEATHS).answers) == 1
    doers = {one.value.words: one for one in view.slot(Slot.ACTOR).answers}
    assert doers["army"].disputes


def test_a_march_that_was_fired_at_is_one_incident_from_the_first_report_to_the_anniversary(tmp_path: Path) -> None:
    (ledger,) = linked(tmp_path, "march.jsonl")
    found = {frozenset(named(ledger, view.incident.documents)): view for view, _ in views(ledger)}
    every = {"wire1", "reprint", "union", "police", "minsel", "strike", "inquiry", "anniv"}
    (whole,) = [view for documents, view in found.items() if documents >= every]
    killed = whole.slot(Slot.DEATHS)
    assert (killed.low, killed.high) == (2, 13)
    assert max(killed.answers, key=lambda one: one.position.origins).position.value == "10"
    police = next(one for one in whole.slot(Slot.ACTOR).answers if one.value.words.casefold() == "police")
    cleared = [whole.slot(Slot.ACTOR).answers[at] for at in police.disputes]
    assert {given.voice.words for one in cleared if one.value.denied for given in one.given} == {
        "police.example",
        "Interior minister Goran Pell",
    }
