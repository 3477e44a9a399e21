"""One incident as it may be shown: its slots with all answers, who denies it, what was corrected, and its status.

Everything here is worked out from claims, stories, origins and lineage when it is asked for; nothing of it is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from allege.link.incidents.kinds import kind
from allege.link.model import EventClaim, Incident, Origin, Slot
from allege.link.origins.roots import independent
from allege.link.positions.answers import Weighing, slot_answers
from allege.link.positions.corrections import corrections
from allege.link.positions.denials import denials, without_partial
from allege.link.positions.given import Desk, by_slot, given
from allege.link.positions.records import Correction, Given, Material, SlotAnswers, View
from allege.link.positions.status import Grounds, status
from allege.link.positions.supersede import settle
from allege.link.positions.timeline import timeline
from allege.link.positions.voices import house
from allege.link.positions.wholes import of_parts


def view(incident: Incident, material: Material) -> View:
    """The whole view of an incident. Claims and documents that `material` lacks are left out."""
    houses = publishers(incident.documents, material)
    amended = corrections(incident, material)
    desk = Desk(incident, material)
    everything = given(desk)
    parts = of_parts(incident, material.claims)
    said = tuple(one for one in everything if one.slot is not Slot.ACTOR or one.claim not in parts)
    found = settle(without_partial(said), amended, houses, parts)
    slots = _slots(found, Weighing(houses, material.grades))
    denied = tuple(denials(desk, said, amended))
    tell = deeds(incident, material)
    reports = tuple(dict.fromkeys(claim.document for claim in tell))
    origins, unknown = counted(reports, material)
    disputed = tuple(one.slot for one in slots if one.disputed)
    grounds = Grounds(origins, unknown, disputed, denied, _withdrawn(reports, amended))
    state, reason = status(grounds)
    return View(
        incident=incident,
        status=state,
        reason=reason,
        origins=origins,
        unknown=unknown,
        reports=len(reports),
        slots=slots,
        denials=denied,
        corrections=amended,
        timeline=timeline(desk, tell=tell, amended=amended, denied=denied, found=found),
        mode=_mode(incident, material),
        doers_of_parts=tuple(one for one in everything if one.slot is Slot.ACTOR and one.claim in parts),
        speech=tuple(one for one in incident.claims if one not in {claim.id for claim in tell}),
    )


def deeds(incident: Incident, material: Material) -> tuple[EventClaim, ...]:
    """The claims that tell of the occurrence itself; their documents are its reports.

    Whoever only denies, rejects, accuses or demands speaks of it too, but "the army rejects the tale" is no second
    report of what the tale tells. Where nobody tells more than words, all claims count.
    """
    claims = tuple(material.claims[one] for one in incident.claims if one in material.claims)
    return tuple(claim for claim in claims if kind(claim) is not None) or claims


def _mode(incident: Incident, material: Material) -> str | None:
    """The mode of most claims of the incident's type; None where most have none."""
    told = (material.claims[one] for one in incident.claims if one in material.claims)
    modes = [claim.mode for claim in told if claim.type == incident.type]
    best = max(sorted({mode for mode in modes if mode}), key=modes.count, default=None)
    return best if best is not None and 2 * modes.count(best) > len(modes) else None


def publishers(documents: Iterable[str], material: Material) -> Mapping[str, str]:
    """The publisher of each document as one compares it, where it is known."""
    known = ((one, material.stories[one].publisher) for one in documents if one in material.stories)
    return {document: house(name) for document, name in known if name}


def counted(documents: Iterable[str], material: Material) -> tuple[int, int]:
    """How many independent known origins some documents have, and how many texts of unknown lineage besides.

    `independent` counts them, with all that comes from one publisher as one.
    """
    found = [material.origins.get(one) or Origin(one, one, known=False, why="") for one in dict.fromkeys(documents)]
    roots = dict.fromkeys(one.root for one in found)
    outside = {root: house(root) for root in roots if root not in material.stories}
    return independent(found, {**publishers(roots, material), **outside})


def _slots(found: Sequence[Given], weighing: Weighing) -> tuple[SlotAnswers, ...]:
    grouped = by_slot(found)
    return tuple(slot_answers(slot, grouped[slot], weighing) for slot in Slot if slot in grouped)


def _withdrawn(reports: Iterable[str], amended: Sequence[Correction]) -> bool:
    """Whether every report of the incident has been withdrawn; the withdrawals themselves do not tell."""
    gone = {document for one in amended if one.withdrawn for document in one.corrected}
    saying = {one.document for one in amended if one.withdrawn}
    return bool(gone) and set(reports) - saying <= gone
