"""Incidents of a ledger as views for the report: every word ready, nothing left to decide in HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from allege.claim import Certainty
from allege.ledger import Ledger
from allege.link.model import Status
from allege.link.origins.roots import followed
from allege.link.origins.telling import Counted, tell
from allege.link.positions import Answer, Denial, Given, Material, SlotAnswers, Standing, View
from allege.link.positions.denials import denial_words
from allege.link.positions.records import Moment
from allege.show import incident_words, linked
from allege.show import parts as told_apart
from allege.show.html.incident_view import (
    AnswerView,
    Branch,
    DocumentRef,
    Entry,
    Giver,
    Incidents,
    IncidentView,
    PartView,
    SlotView,
)  # fmt: skip
from allege.show.words import certainty_mark, certainty_words, plural

INCIDENTS = 100
"""Incidents that one page shows, those with most documents first."""

ANSWERS = 6
"""Answers to one slot that stand open; the others are folded."""

NO_DATE = "no date"
"""Stands where a document's day is not known."""

LOUD = frozenset({Status.CONTESTED, Status.DENIED, Status.RETRACTED})


def incident_views(ledger: Ledger, shown: frozenset[str], limit: int = INCIDENTS) -> Incidents:
    """The incidents that several documents tell of or that somebody denies, those with most documents first.

    `shown`: ids of the documents that stand on the page, for links.
    """
    sizes = {one.id: len(one.documents) for one in ledger.incidents() if len(one.documents) > 1 or one.attached}
    first = sorted(sizes, key=lambda name: (-sizes[name], name))[:limit]
    found = {view.incident.id: _incident(view, material, shown) for view, material in linked.views(ledger, first)}
    everything = sum(1 for _ in ledger.incidents())
    return Incidents(tuple(found[name] for name in first if name in found), more_words(everything - len(first)))


def _incident(view: View, material: Material, shown: frozenset[str]) -> IncidentView:
    labels = incident_words.labels(view, material)
    refs = {document: _ref(document, label, material, shown) for document, label in labels.items()}
    status, apart = incident_words.STATUS[view.status], told_apart.parts(view, material)
    return IncidentView(
        id=f"i-{view.incident.id}",
        short=view.incident.id[: linked.SHORT],
        title=_capital(incident_words.as_told(view)),
        status=status.label,
        meaning=status.meaning,
        loud=view.status in LOUD,
        reason=view.reason,
        counts=incident_words.counts(view),
        reports=view.reports,
        origins=view.origins,
        disputed=", ".join(incident_words.SLOTS[slot].label for slot in view.disputed),
        slots=tuple(_slot(found, _Shown(view, refs, material.grades)) for found in view.slots),
        denials=tuple(_denials(view, refs)),
        corrections=tuple(_corrections(view, labels, refs)),
        descent=_descent(view, material),
        tree=_tree(view, material, refs),
        timeline=tuple(_moment(one, refs) for one in _in_order(view, labels)),
        parts=tuple(_part(one, refs) for one in apart),
        other_parts=told_apart.left(view, apart) if apart else "",
        possibly=tuple(one[: linked.SHORT] for one in view.incident.possibly),
    )


def _ref(document: str, label: str, material: Material, shown: frozenset[str]) -> DocumentRef:
    link = f"d-{document.removeprefix('sha256:')[:12]}" if document in shown else ""
    return DocumentRef(label, incident_words.name_of(document, material), link)


@dataclass(frozen=True, slots=True)
class _Shown:
    """An incident with what its answers are shown by: its documents, and analysts' grades of sources."""

    view: View
    refs: Mapping[str, DocumentRef]
    grades: Mapping[str, str]


def _slot(found: SlotAnswers, shown: _Shown) -> SlotView:
    answers = tuple(_answer(found, answer, shown) for answer in found.answers)
    summary = incident_words.slot_heading(found)
    name = incident_words.SLOTS[found.slot].label
    return SlotView(name, summary, found.disputed, answers[:ANSWERS], answers[ANSWERS:])


def _answer(found: SlotAnswers, answer: Answer, shown: _Shown) -> AnswerView:
    stands = answer.standing is Standing.STANDS
    css = "al-clash" if answer.disputes else "" if stands else "al-gone"
    assessed = incident_words.assessed(shown.view, found, answer, shown.grades)
    givers = tuple(
        _giver(who, given, shown.refs, signs.signs)
        for (who, given), signs in zip(incident_words.givers(answer), assessed, strict=True)
    )
    support, relation = incident_words.support(answer), incident_words.relations(found, answer)
    return AnswerView(answer.position.value, support, relation, css, givers, incident_words.reasons(assessed))


def _giver(who: str, given: tuple[Given, ...], refs: Mapping[str, DocumentRef], signs: str) -> Giver:
    documents = sorted({one.document for one in given}, key=lambda one: int(refs[one].label[1:]))
    day = min((one.as_of for one in given if one.as_of), default=None)
    gone = next((one for one in given if one.standing is not Standing.STANDS), None)
    value = given[0].certainty
    return Giver(
        who=who,
        named=given[0].voice.named,
        mark=certainty_mark(value),
        firmness="" if value is Certainty.CT_PLUS else certainty_words(value),
        day=_day(day),
        first=refs[documents[0]],
        others=tuple(refs[one] for one in documents[1:]),
        gone=f"{gone.standing.value}: {gone.why}" if gone else "",
        unknown=not given[0].known,
        signs=signs,
    )


def _part(part: told_apart.PartWords, refs: Mapping[str, DocumentRef]) -> PartView:
    documents = sorted((refs[one] for one in part.documents), key=lambda ref: int(ref.label[1:]))
    return PartView(part.words, tuple(documents))


def _denials(view: View, refs: Mapping[str, DocumentRef]) -> Iterator[Entry]:
    """The denials by date; one that several documents tell in the same words is one."""
    told: dict[tuple[str, str], list[Denial]] = {}
    order = sorted(view.denials, key=lambda one: (one.as_of or date.max, int(refs[one.document].label[1:])))
    for one in order:
        told.setdefault((f"{one.voice.words} {denial_words(one)}", one.words), []).append(one)
    for (words, quote), same in told.items():
        documents = dict.fromkeys(refs[one.document] for one in same)
        first, *others = documents
        yield Entry(_day(same[0].as_of) or NO_DATE, first, words, quote, tuple(others))


def _moment(moment: Moment, refs: Mapping[str, DocumentRef]) -> Entry:
    return Entry(_day(moment.on) or NO_DATE, refs[moment.document], moment.words)


def _corrections(view: View, labels: Mapping[str, str], refs: Mapping[str, DocumentRef]) -> Iterator[Entry]:
    for one in view.corrections:
        numbers = sorted((labels[name] for name in one.corrected if name in labels), key=lambda label: int(label[1:]))
        verb = "withdraws" if one.withdrawn else "corrects"
        yield Entry("", refs[one.document], f"{verb} {', '.join(numbers)}", one.why)


def _descent(view: View, material: Material) -> str:
    """Who repeats whom in one sentence, of the incident's own documents; the labels are those of the page."""
    own = {one: material.stories[one] for one in view.incident.documents if one in material.stories}
    edges = [edge for edge in material.lineage if edge.document in own and (edge.derived_from or edge.document) in own]
    claims = [claim for claim in material.claims.values() if claim.document in own]
    return tell(tuple(own.values()), edges, claims, Counted(len(view.incident.documents), view.origins, view.unknown))


def _tree(view: View, material: Material, refs: Mapping[str, DocumentRef]) -> tuple[Branch, ...]:
    """The documents of the incident under those that they come from; a ring is cut where it closes."""
    edges, labels = followed(material.lineage), incident_words.labels(view, material)
    below: dict[str, list[str]] = {}
    roots = []
    for document in refs:
        edge = edges.get(document)
        parent = edge.derived_from if edge else None
        if parent in refs and parent is not None:
            below.setdefault(parent, []).append(document)
        else:
            roots.append(document)
    seen: set[str] = set()

    def branch(document: str) -> Branch:
        seen.add(document)
        inner = tuple(branch(one) for one in below.get(document, ()) if one not in seen)
        passed = incident_words.passing_words(document, view, labels) if document in roots else ""
        return Branch(refs[document], passed or _why(document, material, inside=document not in roots), inner)

    return tuple(branch(one) for one in (*roots, *refs) if one not in seen)


def _why(document: str, material: Material, *, inside: bool) -> str:
    edge, origin = followed(material.lineage).get(document), material.origins.get(document)
    if edge is not None:
        return f"{edge.kind.value}: {edge.why}" if inside else edge.why
    return "" if origin is not None and origin.known else "lineage unknown"


def _in_order(view: View, labels: Mapping[str, str]) -> list[Moment]:
    """The timeline, within one day by the documents' labels."""
    return sorted(view.timeline, key=lambda one: (one.on or date.max, int(labels[one.document][1:])))


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def more_words(number: int) -> str:
    """How many incidents the page leaves out, as a sentence; empty where none."""
    if number <= 0:
        return ""
    return (
        f"{plural(number, 'more incident')}, told by one document each or beyond what a page holds: allege incidents."
    )
