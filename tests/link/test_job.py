"""One run after another: what is derived does not depend on how the documents came into the ledger."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allege.claim import Record
from allege.ledger import Ledger
from allege.ledger.link_writer import LinkWriter
from allege.link import growth, job, plan
from allege.link.growth import CROWD
from allege.link.incidents.candidates import BOUNDS
from allege.link.job import link_ledger
from allege.link.model import Judgement, JudgementKind
from allege.settings import Settings
from bench.invented import records

REPORTS = tuple(records(24, seed=7, reports=(3,)))
AT = datetime(2031, 6, 12, 8, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def early_steps(monkeypatch):
    """Steps at which everything is built anew as a large ledger has them, among a few documents."""
    monkeypatch.setattr(plan, "SMALL", 4)
    monkeypatch.setattr(plan, "GROWTH", 1.6)


def derived(ledger: Ledger) -> tuple[object, ...]:
    return tuple(ledger.incidents()), tuple(ledger.links()), tuple(ledger.lineage()), tuple(ledger.resolutions())


def filled(reports) -> Ledger:
    ledger = Ledger(":memory:")
    for record in reports:
        ledger.add(record)
    return ledger


@given(st.sets(st.integers(1, len(REPORTS) - 1), max_size=2))
@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reading_in_any_portions_gives_what_a_full_rebuild_gives(cuts):
    with filled(()) as grown, filled(REPORTS) as whole:
        for start, end in zip((0, *sorted(cuts)), (*sorted(cuts), len(REPORTS)), strict=True):
            for record in REPORTS[start:end]:
                grown.add(record)
            link_ledger(grown, Settings())
        link_ledger(whole, Settings(), rebuild=True)
        assert derived(grown) == derived(whole)


def test_a_second_run_has_nothing_to_do_and_changes_nothing():
    with filled(REPORTS) as ledger:
        assert link_ledger(ledger, Settings()).documents == len(REPORTS)
        before = derived(ledger)
        again = link_ledger(ledger, Settings())
        assert (again.documents, again.why) == (0, "nothing is new")
        assert derived(ledger) == before


def test_every_claim_that_tells_of_something_is_in_one_incident_and_what_is_denied_in_none():
    with filled(REPORTS) as ledger:
        link_ledger(ledger, Settings())
        told = [claim for incident in ledger.incidents() for claim in incident.claims]
        assert len(told) == len(set(told))
        denied = {claim.id for claim in ledger.event_claims() if claim.certainty.polarity == "-"}
        assert denied
        assert not denied.intersection(told)


def test_a_judgement_is_followed_at_once_by_every_later_run_and_until_it_is_taken_back():
    with filled(REPORTS) as ledger:
        link_ledger(ledger, Settings())
        before = derived(ledger)
        apart = [incident for incident in before[0] if len(incident.documents) < len(REPORTS)][:2]
        one, other = (incident.claims[0] for incident in apart)
        said = ledger.judge(Judgement("", JudgementKind.SAME_INCIDENT, one, other, None, "ana", AT))
        assert "there are new judgements" in link_ledger(ledger, Settings()).why
        for rebuild in (False, True):
            link_ledger(ledger, Settings(), rebuild=rebuild)
            assert any({one, other} <= set(incident.claims) for incident in ledger.incidents())
        ledger.judge(Judgement("", JudgementKind.UNDO, said.id, None, None, "ana", AT))
        link_ledger(ledger, Settings())
        assert derived(ledger) == before


def test_two_analysts_who_contradict_each_other_are_named_and_the_later_word_followed():
    with filled(REPORTS) as ledger:
        link_ledger(ledger, Settings())
        shared = next(incident for incident in ledger.incidents() if len(incident.documents) > 1)
        of = {claim.id: claim.document for claim in ledger.event_claims()}
        one = shared.claims[0]
        other = next(claim for claim in shared.claims if of[claim] != of[one])
        for kind, analyst in ((JudgementKind.SAME_INCIDENT, "ana"), (JudgementKind.OTHER_INCIDENT, "bo")):
            ledger.judge(Judgement("", kind, one, other, None, analyst, AT))
        result = link_ledger(ledger, Settings())
        assert len(result.conflicts) == 1
        assert not any({one, other} <= set(incident.claims) for incident in ledger.incidents())


def test_two_claims_of_one_document_that_a_person_tells_apart_are_of_two_incidents_until_taken_back():
    with filled(REPORTS) as ledger:
        link_ledger(ledger, Settings())
        before = derived(ledger)
        of = {claim.id: claim.document for claim in ledger.event_claims()}
        one, other = next(
            pair
            for incident in ledger.incidents()
            for pair in combinations(incident.claims, 2)
            if of[pair[0]] == of[pair[1]]
        )
        said = ledger.judge(Judgement("", JudgementKind.OTHER_INCIDENT, one, other, None, "ana", AT))
        link_ledger(ledger, Settings())
        assert not any({one, other} <= {*incident.claims, *incident.attached} for incident in ledger.incidents())
        ledger.judge(Judgement("", JudgementKind.UNDO, said.id, None, None, "ana", AT))
        link_ledger(ledger, Settings())
        assert derived(ledger) == before


def test_what_was_extracted_again_is_built_anew():
    with filled(REPORTS) as ledger:
        link_ledger(ledger, Settings())
        ledger.replace(replace(REPORTS[2], extractor="another"))
        assert "read again" in link_ledger(ledger, Settings()).why


def test_documents_without_a_date_or_with_an_absurd_one_are_linked_like_others():
    dates = (None, date(1, 1, 1), date(9999, 12, 31))
    odd = [replace(r, document=replace(r.document, published=dates[n % 3])) for n, r in enumerate(REPORTS)]
    with filled(odd) as ledger:
        result = link_ledger(ledger, Settings())
        assert result.documents == len(REPORTS)
        assert {name for incident in ledger.incidents() for name in incident.documents}


def broken(*_arguments, **_options):
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    "where", ["build", "all_taken_in", "LinkWriter.resolutions", "LinkWriter.links", "LinkWriter.state"]
)
def test_a_full_run_that_is_stopped_leaves_what_was_linked_before(where, monkeypatch):
    """In the middle of finding, of taking documents in, and of storing: at its beginning, middle and end."""
    with filled(REPORTS[:-1]) as ledger:
        link_ledger(ledger, Settings())
        before, state = derived(ledger), dict(ledger.link_state())
        ledger.add(REPORTS[-1])
        with monkeypatch.context() as patched:
            patched.setattr(LinkWriter if "." in where else job, where.rpartition(".")[2], broken)
            with pytest.raises(KeyboardInterrupt):
                link_ledger(ledger, Settings(), rebuild=True)
        assert (derived(ledger), dict(ledger.link_state())) == (before, state)
        assert ledger.unlinked(state["version"]) == (REPORTS[-1].document.id,)
        link_ledger(ledger, Settings())
        with filled(REPORTS) as whole:
            link_ledger(whole, Settings())
            assert derived(ledger) == derived(whole)


def test_a_run_over_new_documents_that_is_stopped_keeps_those_that_it_took_in_and_goes_on_with_the_others(monkeypatch):
    first = len(REPORTS) - 2
    monkeypatch.setattr(plan, "counted", lambda _: first)
    with filled(REPORTS[:first]) as ledger, filled(REPORTS) as whole:
        link_ledger(ledger, Settings())
        for record in REPORTS[first:]:
            ledger.add(record)
        with monkeypatch.context() as patched:
            store, stored = LinkWriter.done, []

            def once(writer, documents, linker):
                stored.append(1)
                return store(writer, documents, linker) if len(stored) < 2 else broken()

            patched.setattr(LinkWriter, "done", once)
            with pytest.raises(KeyboardInterrupt):
                link_ledger(ledger, Settings())
        assert ledger.linked_documents() == first + 1
        assert link_ledger(ledger, Settings()).documents == 1
        link_ledger(whole, Settings())
        assert derived(ledger) == derived(whole)


def test_an_empty_ledger_has_nothing_to_link():
    with filled(()) as ledger:
        assert link_ledger(ledger, Settings()).incidents == 0


def versions(count: int) -> list[Record]:
    """So many reports of one occurrence, each with a few words of its own, none with a date."""
    (first,) = records(1, seed=5, reports=(1,))
    made = []
    for n in range(count):
        text = f"{first.document.text} Our reader {n % 97} wrote {n * 7919 % 9973} lines on {n}."
        name = f"sha256:{n:064x}"
        made.append(
            replace(
                first,
                document=replace(
                    first.document, id=name, uri=f"{n}.txt", text=text, publisher=f"Post {n}", published=None
                ),
            )
        )
    return made


def test_reading_a_crowd_of_versions_in_portions_gives_what_a_full_rebuild_gives(monkeypatch):
    monkeypatch.setattr(growth, "CROWD", 5)
    monkeypatch.setattr(plan, "counted", lambda total: min(total, 12))
    many = versions(24)
    with filled(many[:12]) as grown, filled(many) as whole:
        for record in many[12:]:
            link_ledger(grown, Settings())
            grown.add(record)
        link_ledger(grown, Settings())
        link_ledger(whole, Settings(), rebuild=True)
        assert derived(grown) == derived(whole)
        assert max(len(incident.documents) for incident in whole.incidents()) > 2 * growth.CROWD


def test_the_cost_of_a_full_run_counts_what_is_taken_in_after_the_first(monkeypatch):
    """Half of the documents are built at once; those taken in one by one are compared too."""
    many = versions(16)
    with filled(many[:8]) as first, filled(many) as whole:
        monkeypatch.setattr(plan, "counted", lambda total: min(total, 8))
        at_once, all_of_it = (link_ledger(ledger, Settings(), rebuild=True).cost for ledger in (first, whole))
    assert _units(all_of_it) >= _units(at_once) + 8


def _units(cost: str) -> int:
    return int(cost.split(" units in ", maxsplit=1)[0].replace(",", ""))


@pytest.mark.slow
def test_one_incident_with_two_thousand_claims_does_not_blow_up():
    """Every report meets a bounded number of others, so the pairs grow with the reports, not with their square."""
    crowd = tuple(records(2_000, seed=9, reports=(5_000,)))
    assert sum(len(record.claims) for record in crowd) >= 2_000
    with filled(crowd) as ledger:
        result = link_ledger(ledger, Settings())
        compared = int(result.cost.rpartition(" pairs met, ")[2].split()[0].replace(",", ""))
        taken_in = CROWD * (CROWD + 1) // 2  # pairs among those that one more document is put together with
        assert compared <= (BOUNDS.leaders + BOUNDS.window + taken_in) * len(crowd)
        assert len({claim for incident in ledger.incidents() for claim in incident.claims}) > 1_000
