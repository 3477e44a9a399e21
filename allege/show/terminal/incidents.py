"""Incidents in words: one line for a list, a whole page with every slot, answer and origin for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from allege.claim import Certainty
from allege.link.model import Status
from allege.link.positions import Answer, Denial, Given, Material, SlotAnswers, Standing, View
from allege.link.positions.denials import denial_words
from allege.show import incident_words, parts, words
from allege.show.linked import SHORT
from allege.show.terminal.claims import mark, short_document
from allege.show.terminal.screen import Screen, columns, one_line, wrap

LABEL = 10
"""Columns of the slots' names."""

SHOWN = 6
"""Answers of a slot that are shown unless all are asked for."""

GIVERS = 6

DOCUMENTS = 12

Labels = Mapping[str, str]
"""D1, D2 … by document."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What answers are shown with: the documents' labels, and analysts' grades by the identity of a source."""

    labels: Labels
    grades: Mapping[str, str]


def incident_line(view: View, screen: Screen) -> str:
    """One incident on one line, cut to the screen's width: id, status, reports and origins, what happened."""
    status = incident_words.STATUS[view.status].label
    count = f"{view.reports:>7,} {view.origins:>7,}"
    head = f"{view.incident.id[:SHORT]:<{SHORT}}  {status:<13}  {count}  "
    return screen.fit(head + one_line(incident_words.headline(view)), screen.width)


def incident_head(screen: Screen) -> str:
    """The names of the columns of `incident_line`."""
    return screen.style(
        f"{'id':<{SHORT}}  {'status':<13}  {'reports':>7} {'origins':>7}  what is said to have happened", "dim"
    )


def incident_page(view: View, material: Material, screen: Screen, *, everything: bool = False) -> Iterator[str]:
    """Everything about one incident: its status and why, its slots with their answers and givers, the timeline."""
    labels = incident_words.labels(view, material)
    yield from _head(view, screen)
    for found in view.slots:
        yield ""
        yield from _slot(view, found, _Known(labels, material.grades), screen, everything=everything)
    if view.slots:
        yield ""
        yield from (screen.style(line, "dim") for line in wrap(incident_words.SCALES, screen.width, "", "  "))
    yield from _denials(view, labels, screen)
    yield from _corrections(view, labels, screen)
    yield from _parts(view, labels, material, screen)
    yield from _timeline(view, labels, screen)
    yield from _documents(view, labels, material, screen)
    if view.incident.possibly:
        yield ""
        others = ", ".join(one[:SHORT] for one in view.incident.possibly)
        said = f"Possibly the same, for a person to decide (allege merge --incidents): {others}"
        yield from wrap(said, screen.width, "", "  ")


def _head(view: View, screen: Screen) -> Iterator[str]:
    title = f"Incident {view.incident.id[:SHORT]}, {one_line(incident_words.as_told(view))}"
    yield from (screen.style(line, "bold") for line in wrap(title, screen.width, "", "  "))
    status = incident_words.STATUS[view.status].label
    colour = ("bad",) if view.status in (Status.CONTESTED, Status.DENIED, Status.RETRACTED) else ()
    first, *rest = wrap(f"{status}: {one_line(view.reason)}.", screen.width, "", "  ")
    yield screen.style(status, "bold", *colour) + first[len(status) :]
    yield from rest
    counted = f"{incident_words.counts(view)}. Nothing here is a fact: it is what is said, and by whom."
    yield from (screen.style(line, "dim") for line in wrap(counted, screen.width))


def _slot(view: View, found: SlotAnswers, known: _Known, screen: Screen, *, everything: bool) -> Iterator[str]:
    label = incident_words.SLOTS[found.slot].label
    said = incident_words.slot_heading(found)
    colour = ("bad",) if found.disputed else ()
    head = f"{label:<{LABEL}}"
    first, *rest = list(wrap(one_line(said), screen.width - LABEL)) or [""]
    yield screen.style(head, "bold") + screen.style(first, *colour)
    yield from (" " * LABEL + screen.style(line, *colour) for line in rest)
    shown = found.answers if everything else found.answers[:SHOWN]
    for answer in shown:
        yield from _answer(view, found, answer, known, screen)
    if len(found.answers) > len(shown):
        more = words.plural(len(found.answers) - len(shown), "more answer")
        yield screen.style(f"  … {more}; see them with --all", "dim")


def _answer(view: View, found: SlotAnswers, answer: Answer, known: _Known, screen: Screen) -> Iterator[str]:
    stands = answer.standing is Standing.STANDS
    sign = mark(answer.position.certainty[0] if answer.position.certainty else Certainty.UU, screen)
    value = one_line(answer.position.value)
    tail = f"  {incident_words.support(answer)}"
    related = incident_words.relations(found, answer)
    text = f"{value}{tail}" + (f"; {one_line(related)}" if related else "")
    first, *rest = wrap(text, screen.width - columns(sign) - 3)
    style = ("bold",) if stands else ("dim",)
    styled = screen.style(value, *style) + first[len(value) :] if first.startswith(value) else first
    yield f"  {sign} {styled}"
    yield from (f"       {line}" for line in rest)
    givers = incident_words.givers(answer)
    assessed = incident_words.assessed(view, found, answer, known.grades)
    for (who, given), signs in zip(givers[:GIVERS], assessed, strict=False):
        text = f"{signs.signs}  {_giver(who, given, known.labels)}"
        yield from wrap(text, screen.width, "       ", "           ")
    if len(givers) > GIVERS:
        yield f"       … {words.plural(len(givers) - GIVERS, 'more source')}"
    for reason in incident_words.reasons(assessed):
        yield from (screen.style(line, "dim") for line in wrap(one_line(reason), screen.width, "       ", "         "))


def _giver(who: str, given: Sequence[Given], labels: Labels) -> str:
    """`police (not named), 2023-03-14: D1, repeated in D2, D3; superseded: the same origin gives 9`."""
    documents = sorted({one.document for one in given}, key=lambda one: _number(labels, one))
    first = next((one for one in documents if one == given[0].origin), documents[0])
    others = [one for one in documents if one != first]
    day = min((one.as_of for one in given if one.as_of), default=None)
    firm = "" if given[0].certainty is Certainty.CT_PLUS else f", {words.certainty_words(given[0].certainty)}"
    text = f"{one_line(who)}{firm}{f', {day.isoformat()}' if day else ''}: {labels.get(first, '?')}"
    if others:
        text += f", repeated in {_listed(others, labels)}"
    if not given[0].known:
        text += " (lineage unknown)"
    gone = next((one for one in given if one.standing is not Standing.STANDS), None)
    return text + (f"; {gone.standing.value}: {one_line(gone.why)}" if gone else "")


def _denials(view: View, labels: Labels, screen: Screen) -> Iterator[str]:
    if not view.denials:
        return
    yield ""
    yield screen.style("Denied", "bold")
    grouped: dict[tuple[str, str], list[Denial]] = {}
    for one in view.denials:
        grouped.setdefault((one.voice.key or one.voice.words, denial_words(one)), []).append(one)
    for (_, said), denied in grouped.items():
        documents = _listed([one.document for one in denied], labels)
        text = f"{denied[0].voice.words} {said} ({documents}): “{denied[0].words}”"
        yield from wrap(one_line(text), screen.width, "  ", "    ")


def _corrections(view: View, labels: Labels, screen: Screen) -> Iterator[str]:
    if not view.corrections:
        return
    yield ""
    yield screen.style("Corrected", "bold")
    for one in view.corrections:
        verb = "withdraws" if one.withdrawn else "corrects"
        text = f"{labels.get(one.document, '?')} {verb} {_listed(one.corrected, labels)}: “{one.why}”"
        yield from wrap(one_line(text), screen.width, "  ", "    ")


def _parts(view: View, labels: Labels, material: Material, screen: Screen) -> Iterator[str]:
    """The sub-events; nothing for an incident that has none."""
    found = parts.parts(view, material)
    if not found:
        return
    yield ""
    yield screen.style("Parts", "bold")
    for one in found:
        yield from wrap(one_line(f"{one.words} in {_listed(one.documents, labels)}"), screen.width, "  ", "    ")
    if more := parts.left(view, found):
        yield screen.style(f"  … {more}", "dim")


def _timeline(view: View, labels: Labels, screen: Screen) -> Iterator[str]:
    yield ""
    yield screen.style("Timeline", "bold")
    day = None
    for moment in sorted(view.timeline, key=lambda one: (one.on or date.max, _number(labels, one.document))):
        on = moment.on.isoformat() if moment.on else "no date"
        shown = on if on != day else ""
        day = on
        text = f"{labels.get(moment.document, '?')} {one_line(moment.words)}"
        yield from wrap(text, screen.width, f"  {shown:<10}  ", " " * 16)


def _documents(view: View, labels: Labels, material: Material, screen: Screen) -> Iterator[str]:
    yield ""
    yield screen.style("Documents", "bold")
    for document, label in labels.items():
        lineage = one_line(incident_words.lineage_words(document, view, labels, material))
        name = one_line(incident_words.name_of(document, material))
        text = f"{label:<4}{short_document(document)}  {name}{f' ({lineage})' if lineage else ''}"
        yield from wrap(text, screen.width, "  ", " " * 6)


def _listed(documents: Sequence[str], labels: Labels) -> str:
    """D1, D2, D7 and, of many, how many more."""
    given = sorted(set(documents), key=lambda one: _number(labels, one))
    named = ", ".join(labels.get(one, "?") for one in given[:DOCUMENTS])
    return named + (f" and {len(given) - DOCUMENTS} more" if len(given) > DOCUMENTS else "")


def _number(labels: Labels, document: str) -> int:
    return int(labels.get(document, "D0")[1:])
