"""What the linker derived, brought together for showing: incidents with their material, looked up by any name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from allege.errors import NotFound, UsageError
from allege.ledger import Ledger, Thing
from allege.link.model import Incident, Lineage
from allege.link.origins.roots import origins
from allege.link.positions import Material, View, view
from allege.link.positions.sources import grades

PAGE = 100
"""Incidents whose documents are held in memory at once."""

SHORT = 10
"""Digits of an incident's id that lists show; `allege incident` takes them."""


NOT_LINKED = "No incidents: the documents have not been linked yet; run: allege link"

Shown = tuple[View, Material]
"""An incident's view with the material that it was worked out from."""


def views(ledger: Ledger, ids: Iterable[str] | None = None) -> Iterator[Shown]:
    """The views of incidents in the ledger's order, a page of them read at once; all of them for None."""
    found = ledger.incidents(ids)
    while page := list(_with_bearing(ledger, list(islice(found, PAGE)))):
        held = material(ledger, (document for one in page for document in one.documents))
        for one in page:
            yield view(one, held), held


def _with_bearing(ledger: Ledger, page: Sequence[Incident]) -> Iterator[Incident]:
    """The incidents with the documents that only bear on them: a denial is a document of what it denies."""
    where = ledger.documents_of(name for one in page for name in one.attached)
    for one in page:
        bearing = sorted({where[name] for name in one.attached if name in where} - set(one.documents))
        yield replace(one, documents=(*one.documents, *bearing)) if bearing else one


def material(ledger: Ledger, documents: Iterable[str]) -> Material:
    """Claims, stories, lineage and origins of these documents."""
    wanted = tuple(dict.fromkeys(documents))
    edges = family(ledger, wanted)
    related = {name for edge in edges for name in (edge.document, edge.derived_from) if name is not None}
    stories = {one.id: one for one in ledger.stories(tuple(dict.fromkeys((*wanted, *sorted(related)))))}
    claims = {one.id: one for one in ledger.event_claims(wanted)}
    found = origins(tuple(stories.values()), edges)
    return Material(claims, stories, found, edges, grades(ledger.judgements()))


def family(ledger: Ledger, documents: Iterable[str]) -> tuple[Lineage, ...]:
    """The lineage of these documents back to its roots: what they come from, and what that comes from."""
    edges: dict[Lineage, None] = {}
    known: set[str] = set()
    ahead = set(documents)
    while ahead:
        known |= ahead
        found = [edge for edge in ledger.lineage(sorted(ahead)) if edge.document in known]
        edges.update(dict.fromkeys(found))
        ahead = {edge.derived_from for edge in found if edge.derived_from is not None} - known
    return tuple(edges)


def find_incident(ledger: Ledger, name: str) -> Incident:
    """The incident of that name, or the only one that the document of that name tells of or bears on.

    Raises NotFound, or UsageError where it could be several.
    """
    named = ledger.find(name, Thing.INCIDENT, Thing.DOCUMENT)
    if isinstance(named, Incident):
        return named
    return the_incident(ledger, named.id, name)


def the_incident(ledger: Ledger, document: str, name: str) -> Incident:
    """The only incident that the document of that id, called `name`, tells of or bears on."""
    found = list(ledger.incidents(ledger.incidents_of([document])))
    if not found:
        raise NotFound("tells of no incident", where=name, remedy="list them with: allege incidents")
    if len(found) > 1:
        some = ", ".join(one.id[:SHORT] for one in found[:4]) + (" …" if len(found) > 4 else "")
        remedy = f"write the id of one; see: allege incidents {name}"
        raise UsageError(f"could be any of several incidents ({some})", where=name, remedy=remedy)
    return found[0]
