"""The family of documents around one, or those of an incident, looked up in the ledger with all that tells of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from allege.ledger import Ledger, Thing
from allege.link.model import EventClaim, Incident, Lineage, Story
from allege.link.origins import followed
from allege.link.origins.telling import Counted
from allege.link.positions.view import counted
from allege.show.linked import family, material, views

MOST = 2_000
"""Documents that are shown at once."""


@dataclass(frozen=True, slots=True)
class Descent:
    """Documents with the edges among them and to what they come from, the claims of these documents, and the count."""

    stories: tuple[Story, ...]
    edges: tuple[Lineage, ...]
    claims: tuple[EventClaim, ...]
    counted: Counted


def descent(ledger: Ledger, name: str) -> Descent:
    """What shares an origin with the document of that name, or the documents of the incident of that name.

    Raises NotFound, or UsageError where several have that name.
    """
    found = ledger.find(name, Thing.DOCUMENT, Thing.INCIDENT)
    if isinstance(found, Incident):
        return _of_incident(ledger, found.id)
    return gathered(ledger, relatives(ledger, found.id))


def _of_incident(ledger: Ledger, name: str) -> Descent:
    """The documents of an incident; they are counted as on its own page."""
    view, _ = next(views(ledger, [name]))
    found = gathered(ledger, view.incident.documents)
    return replace(found, counted=Counted(len(view.incident.documents), view.origins, view.unknown))


def gathered(ledger: Ledger, documents: tuple[str, ...]) -> Descent:
    """These documents and what they come from, with their edges and claims."""
    edges = family(ledger, documents)
    above = {edge.derived_from for edge in followed(edges).values() if edge.derived_from}
    names = tuple(dict.fromkeys((*documents, *sorted(above))))
    held = material(ledger, names)
    stories = tuple(held.stories[name] for name in names if name in held.stories)
    return Descent(stories, edges, tuple(held.claims.values()), Counted(len(stories), *counted(names, held)))


def relatives(ledger: Ledger, document: str) -> tuple[str, ...]:
    """The documents that come from where this one comes from, itself among them, at most `MOST`."""
    above = followed(family(ledger, [document]))
    root, seen = document, {document}
    while (edge := above.get(root)) and edge.derived_from and edge.derived_from not in seen:
        root = edge.derived_from
        seen.add(root)
    found, ahead = dict.fromkeys([root, *sorted(seen)]), {*seen, root}
    while ahead and len(found) < MOST:
        below = [edge for edge in ledger.lineage(sorted(ahead)) if edge.derived_from in ahead]
        children = {edge.document for edge in below} - found.keys()
        own = followed(edge for edge in ledger.lineage(sorted(children)) if edge.document in children)
        ahead = {child for child in children if child in own and own[child].derived_from in found}
        found.update(dict.fromkeys(sorted(ahead)))
    return tuple(found)[:MOST]
