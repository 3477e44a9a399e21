"""One run of the linker: entities → origins → incidents, from the ledger and back into it, in one transaction.

All of it is derived and can be built again at any time. The stages are pure functions over frozen records; this is the
only place that reads for them and stores what they find.
"""

from __future__ import annotations

import time
from dataclasses import replace

from allege.ledger import Ledger
from allege.link.decisions import DERIVED, SAME, decisions, judged_lineage
from allege.link.model import EventClaim, Lineage, Story
from allege.link.origins.cited import citations, credits_of
from allege.link.origins.copies import derivations
from allege.link.origins.evidence import edges_of, repeats
from allege.link.origins.shelf import Shelf
from allege.link.origins.voices import shared_sources
from allege.link.plan import Plan, left_over, plan, version
from allege.link.result import LinkResult
from allege.settings import Settings


def link_ledger(ledger: Ledger, settings: Settings, *, rebuild: bool = False) -> LinkResult:
    """Derive what the ledger lacks; raises what the ledger raises, and changes nothing then."""
    began = time.perf_counter()
    todo = plan(ledger, rebuild=rebuild)
    result = _rebuilt(ledger, todo) if todo.rebuild or todo.documents else _counted(ledger, 0, todo)
    return replace(result, seconds=time.perf_counter() - began)


def _rebuilt(ledger: Ledger, todo: Plan) -> LinkResult:
    judgements = tuple(ledger.judgements())
    stories, claims = list(ledger.stories()), list(ledger.event_claims())
    derived, same = decisions(judgements, DERIVED), decisions(judgements, SAME)
    edges = judged_lineage(lineage(stories, claims), derived, (story.id for story in stories))
    with ledger.linking() as writer:
        writer.clear()
        writer.lineage(edges)
        writer.done((story.id for story in stories), version())
        writer.state(left_over(todo, judgements))
    return replace(_counted(ledger, len(stories), todo), conflicts=(*same.conflicts, *derived.conflicts))


def lineage(stories: list[Story], claims: list[EventClaim]) -> list[Lineage]:
    """Where each document comes from, by all the ways that tell."""
    shelf = Shelf(stories)
    made = (edge for found in derivations(shelf) for edge in edges_of(shelf, found))
    return [*repeats(shelf), *made, *credits_of(stories), *citations(stories, claims), *shared_sources(stories, claims)]


def _counted(ledger: Ledger, documents: int, todo: Plan) -> LinkResult:
    incidents = list(ledger.incidents())
    return LinkResult(
        documents=documents,
        held=ledger.size(),
        incidents=len(incidents),
        derived=len({edge.document for edge in ledger.lineage()}),
        possibly=sum(len(incident.possibly) for incident in incidents) // 2,
        why=todo.why,
    )
