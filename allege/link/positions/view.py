"""One incident as it may be shown: its slots with all answers, who denies it, what was corrected, and its status.

Everything here is worked out from claims, stories, origins and lineage when it is asked for; nothing of it is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from allege.claim import SourceKind
from allege.link.incidents.kinds import kind
from allege.link.model import EventClaim, Incident, Origin, Slot
from allege.link.origins.roots import independent
from allege.link.positions.answers import Weighing, slot_answers, tellers
from allege.link.positions.corrections import corrections
from allege.link.positions.denials import denials, without_partial
from allege.link.positions.given import Desk, by_slot, given, told
from allege.link.positions.records import Correction, Denial, Given, Material, SlotAnswers, View
from allege.link.positions.status import Grounds, status
from allege.link.positions.stopped import of_those_who_stopped_him
from allege.link.positions.supersede import settle
from allege.link.positions.timeline import timeline
from allege.link.positions.tolls import of_some
from allege.link.positions.voices import house
from allege.link.positions.wholes import of_parts


def view(incident: Incident, material: Material) -> View:
    """The whole view of an incident. Claims and documents that `material` lacks are left out."""
    houses = publishers(incident.documents, material)
    amended = corrections(incident, material)
    desk = Desk(incident, material)
    heard = told(desk)
    everything = given(heard, material)
    parts = of_parts(incident, material.claims)
    beside = parts | of_those_who_stopped_him(incident, everything, material.claims)
    said = tuple(one for one in everything if one.slot is not Slot.ACTOR or one.claim not in beside)
    found = settle(without_partial(said), amended, houses, parts | of_some(said, material.claims))
    slots = _slots(found, Weighing(houses, material.grades, tellers(heard)))
    denied = tuple(denials(desk, said, amended))
    tell = _believed(deeds(incident, material), denied)
    reports = tuple(dict.fromkeys(claim.document for claim in tell))
    passing = _passing(tell, desk)
    origins, unknown = _counted([passing.get(one) or _origin(one, material) for one in reports], material)
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
        doers_of_parts=tuple(one for one in everything if one.slot is Slot.ACTOR and one.claim in beside),
        speech=tuple(one for one in incident.claims if one not in {claim.id for claim in tell}),
        passing=passing,
    )


def deeds(incident: Incident, material: Material) -> tuple[EventClaim, ...]:
    """The claims that tell of the occurrence itself; their documents are its reports.

    Whoever only denies, rejects, accuses or demands speaks of it too, but "the army rejects the tale" is no second
    report of what the tale tells. Where nobody tells more than words, all claims count.
    """
    claims = tuple(material.claims[one] for one in incident.claims if one in material.claims)
    return tuple(claim for claim in claims if kind(claim) is not None) or claims


def _believed(tell: Sequence[EventClaim], denied: Sequence[Denial]) -> tuple[EventClaim, ...]:
    """Without the claims of whoever looked into it, found nothing that shows it, and only told what others say."""
    doubting = {one.document for one in denied if one.unproven and one.voice.kind is SourceKind.AUTHOR}
    own = {one.document for one in tell if one.speakers and one.speakers[-1].kind is SourceKind.AUTHOR}
    return tuple(one for one in tell if one.document not in doubting or one.document in own) or tuple(tell)


def _passing(tell: Sequence[EventClaim], desk: Desk) -> Mapping[str, Origin]:
    """By document where a report comes from all of whose claims of this are only passed on."""
    own = [claim for claim in tell if claim.type == desk.incident.type]
    telling = {claim.document for claim in own if claim.id not in desk.passed}
    passed = ((claim.document, desk.passed[claim.id]) for claim in own if claim.document not in telling)
    return dict(sorted(passed, key=lambda one: (one[0], one[1].known, one[1].root)))


def _origin(document: str, material: Material) -> Origin:
    return material.origins.get(document) or Origin(document, document, known=False, why="")


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
    return _counted([_origin(one, material) for one in dict.fromkeys(documents)], material)


def _counted(found: Sequence[Origin], material: Material) -> tuple[int, int]:
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
