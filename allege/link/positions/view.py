"""One incident as it may be shown: its slots with all answers, who denies it, what was corrected, and its status.

Everything here is worked out from claims, stories, origins and lineage when it is asked for; nothing of it is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from allege.link.model import Incident, Slot
from allege.link.positions.answers import Weighing, slot_answers
from allege.link.positions.corrections import corrections
from allege.link.positions.denials import denials, without_partial
from allege.link.positions.given import Desk, by_slot, given
from allege.link.positions.records import Correction, Given, Material, SlotAnswers, View
from allege.link.positions.status import Grounds, status
from allege.link.positions.supersede import settle
from allege.link.positions.timeline import timeline
from allege.link.positions.voices import house


def view(incident: Incident, material: Material) -> View:
    """The whole view of an incident. Claims and documents that `material` lacks are left out."""
    houses = publishers(incident.documents, material)
    amended = corrections(incident, material)
    desk = Desk(incident, material)
    said = given(desk)
    found = settle(without_partial(said), amended, houses)
    slots = _slots(found, Weighing(houses, material.grades))
    denied = tuple(denials(desk, said))
    origins, unknown = telling(incident, material, houses)
    disputed = tuple(one.slot for one in slots if one.disputed)
    flat = tuple(one for one in denied if one.actor is None)
    state, reason = status(Grounds(origins, unknown, disputed, flat, _withdrawn(incident, material, amended)))
    return View(
        incident=incident,
        status=state,
        reason=reason,
        origins=origins,
        unknown=unknown,
        reports=len(incident.documents),
        slots=slots,
        denials=denied,
        corrections=amended,
        timeline=timeline(desk, amended=amended, denied=denied, found=found),
    )


def publishers(documents: Iterable[str], material: Material) -> Mapping[str, str]:
    """The publisher of each document as one compares it, where it is known."""
    known = ((one, material.stories[one].publisher) for one in documents if one in material.stories)
    return {document: house(name) for document, name in known if name}


def telling(incident: Incident, material: Material, houses: Mapping[str, str]) -> tuple[int, int]:
    """How many independent known origins tell of an incident, and how many documents of unknown lineage besides.

    Two stories of one publisher are one origin here, as are all that come from one root. A document of unknown lineage
    whose publisher is among the known origins adds none.
    """
    documents = dict.fromkeys(material.claims[one].document for one in incident.claims if one in material.claims)
    known: set[str] = set()
    unknown = []
    for document in documents:
        origin = material.origins.get(document)
        if origin is None or not origin.known:
            unknown.append(document)
        elif origin.root in material.stories:
            known.add(houses.get(origin.root, origin.root))
        else:
            known.add(house(origin.root))
    return len(known), sum(1 for document in unknown if houses.get(document) not in known)


def _slots(found: Sequence[Given], weighing: Weighing) -> tuple[SlotAnswers, ...]:
    grouped = by_slot(found)
    return tuple(slot_answers(slot, grouped[slot], weighing) for slot in Slot if slot in grouped)


def _withdrawn(incident: Incident, material: Material, amended: Sequence[Correction]) -> bool:
    """Whether every document that tells of the incident has been withdrawn; the withdrawals themselves do not tell."""
    gone = {document for one in amended if one.withdrawn for document in one.corrected}
    saying = {one.document for one in amended if one.withdrawn}
    tell = {material.claims[one].document for one in incident.claims if one in material.claims} - saying
    return bool(gone) and tell <= gone
