"""Plain English for incidents: slots, statuses, standings and grades, shared by the terminal and the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from allege.claim import SourceKind
from allege.link.model import LineageKind, Slot, Status
from allege.link.origins.roots import followed
from allege.link.positions import Answer, Given, Material, SlotAnswers, Standing, View
from allege.link.positions.credibility import UNKNOWN_GRADE, of_answer
from allege.link.positions.records import EXCLUSIVE, FIGURES, QUESTIONS
from allege.link.positions.timeline import parents_of
from allege.link.positions.voices import publisher
from allege.link.positions.where import COARSE
from allege.show import words
from allege.show.words import Word

SLOTS: Mapping[Slot, Word] = {
    slot: Word(QUESTIONS[slot], meaning)
    for slot, meaning in {
        Slot.ACTOR: "Whoever is said to have done it.",
        Slot.RECIPIENT: "Whoever or whatever it is said to have been done to.",
        Slot.PLACE: "The place that is given.",
        Slot.DATE: "The day that is given.",
        Slot.DEATHS: "The number of dead that is given.",
        Slot.INJURIES: "The number of injured that is given.",
        Slot.WEAPON: "The weapons or means that are given.",
        Slot.OUTCOME: "What is said to have come of it.",
    }.items()
}

STATUS: Mapping[Status, Word] = {
    Status.UNCONFIRMED: Word("unconfirmed", "No known origin tells of it."),
    Status.SINGLE_ORIGIN: Word("single origin", "One known origin tells of it; all else repeats it or is unknown."),
    Status.CORROBORATED: Word("corroborated", "Two or more independent origins tell of it and no answer is disputed."),
    Status.CONTESTED: Word("contested", "Answers to a question do not fit each other, or its happening is denied."),
    Status.DENIED: Word("denied", "It is denied that it happened, and fewer than two independent origins tell of it."),
    Status.RETRACTED: Word("retracted", "Whoever told of it has taken it back."),
}

GRADES: Mapping[str, str] = {
    "A": "reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable", "E": "unreliable",
    "F": "cannot be judged",
}  # fmt: skip
"""The Admiralty code's words for a source (NATO AJP-2.1). An analyst gives the grade; F until one does."""

CREDIBILITY: Mapping[int, str] = {
    1: "confirmed by other sources", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable",
    6: "cannot be judged",
}  # fmt: skip
"""The Admiralty code's words for what is said. Proposed by rule; 6 means unknown, not middling."""


_FROM = {
    LineageKind.COPY: "copy of", LineageKind.CUT: "cut from", LineageKind.EDITED: "edited copy of",
    LineageKind.CITATION: "cites",
}  # fmt: skip


def support(answer: Answer) -> str:
    """From how many independent origins an answer comes: "2 origins", "1 origin, 2 of unknown lineage"; else its fate.

    Whoever only calls it possible is told apart: "1 origin, 1 as possible only".
    """
    if answer.standing is not Standing.STANDS:
        return answer.standing.value
    position = answer.position
    unknown = f"{position.unknown:,} of unknown lineage" if position.unknown else ""
    hedged = f"{position.hedged:,} as possible only" if position.hedged else ""
    known = words.plural(position.origins, "origin") if position.origins or not (unknown or hedged) else ""
    return ", ".join(part for part in (known, unknown, hedged) if part)


def slot_summary(found: SlotAnswers) -> str:
    """A slot in a few words: its range where it is a toll, its best supported answers else; whether it is disputed."""
    standing = [answer for answer in found.standing if not answer.value.denied]
    if found.slot in FIGURES:
        if found.low is None:
            return ""
        open_end = any(answer.value.high is None for answer in standing) and found.low == found.high
        text = f"{found.low:,}" if found.low == found.high else f"{found.low:,}–{found.high:,}"
        return f"at least {text}" if open_end else text
    first = [answer for answer in standing[:1] if answer.disputes]  # "police", of whom others say which
    finest = [answer for answer in standing if not answer.coarser_than or answer in first] or standing
    several = found.disputed or found.slot not in EXCLUSIVE
    return (" / " if found.disputed else ", ").join(one.position.value for one in finest[: 3 if several else 1])


def slot_heading(found: SlotAnswers) -> str:
    """What stands beside a slot's name: its summary; where nobody gives an answer any more, what became of them.

    "retracted: at least 30" is no denial: whoever said it has taken it back.
    """
    summary = slot_summary(found)
    if summary:
        return f"disputed: {summary}" if found.disputed else summary
    if found.standing:
        return "only denials"
    gone: dict[str, list[str]] = {}
    for answer in found.answers:
        gone.setdefault(answer.standing.value, []).append(answer.position.value)
    return "; ".join(f"{became}: {', '.join(values)}" for became, values in gone.items())


def headline(view: View) -> str:
    """An incident in one line: what, where, when, how many dead; an attack without a place by what was struck."""
    kind = words.type_words(view.incident.type, view.mode)
    place, day = (_foremost(view.slot(slot)) for slot in (Slot.PLACE, Slot.DATE))
    deaths = slot_summary(view.slot(Slot.DEATHS))
    struck = _foremost(view.slot(Slot.RECIPIENT)) if view.incident.type == "ASSAULT" and not place else ""
    at = f" {_in(place)} {place}" if place else f" on {struck}" if struck else ""
    first, _, last = day.partition(" to ")
    whole = day and len(first.removesuffix(DISPUTED)) < len("2019-04-01")  # a month or a year
    on = f" between {first} and {last}" if last else f" {'in' if whole else 'on'} {day}" if day else ""
    toll = f", {deaths} killed" if deaths else ""
    return f"{kind}{at}{on}{toll}"


SITES = frozenset({
    "airbase", "airport", "apartments", "arena", "bank", "bar", "barracks", "base", "bridge", "cafe", "camp", "church",
    "clinic", "club", "college", "courthouse", "hospital", "hotel", "mall", "market", "mosque", "motel", "nightclub",
    "park", "plaza", "prison", "restaurant", "school", "square", "stadium", "station", "synagogue", "temple", "theater",
    "theatre", "tower", "university",
})  # fmt: skip
"""What something happens at and not in, where it ends the name of a place."""

STREETS = frozenset({"avenue", "ave", "boulevard", "highway", "lane", "road", "rd", "street", "st"})
"""What something happens on."""


def _in(place: str) -> str:
    """ "In" a town or a country, "at" or "on" what lies in one: "in Norland", "at Freedom Square", "on Mill Road"."""
    name = place.removesuffix(DISPUTED).split()
    if len(name) > 1 and name[-1].casefold().rstrip(".") in STREETS:
        return "on"
    return "at" if name[-1][:1].islower() or name[-1].casefold() in SITES else "in"


DISPUTED = " (disputed)"


def _foremost(found: SlotAnswers) -> str:
    """The best supported answer, marked where another does not fit it; the page names them all."""
    standing = [answer for answer in found.standing if not answer.value.denied]
    finest = [answer for answer in standing if not answer.coarser_than] or standing
    if not finest:
        return ""
    first = finest[0]
    if (first.value.precision or 0) >= COARSE:  # "Norland", where as good a word has "Orsa courthouse"
        fits = (one for one in finest[1:] if found.answers.index(one) not in first.disputes)
        first = next((one for one in fits if one.position.origins and (one.value.precision or 0) < COARSE), first)
    return first.position.value + (DISPUTED if first.disputes else "")


def as_told(view: View) -> str:
    """The headline as a title that stands alone: it says of itself that it is what is told, not what happened."""
    return f"as told: {headline(view)}"


def counts(view: View) -> str:
    """ "7 reports, 3 origins, 2 of unknown lineage; 4 more documents only speak of it"."""
    unknown = f", {view.unknown:,} of unknown lineage" if view.unknown else ""
    origins = words.plural(view.origins, "independent origin")
    speak = "speaks" if view.beside == 1 else "speak"
    beside = f"; {words.plural(view.beside, 'more document')} only {speak} of it" if view.beside else ""
    return f"{words.plural(view.reports, 'report')}, {origins}{unknown}{beside}"


def source_words(given: Given) -> str:
    """Whoever gives an answer: `police (not named)`, `Lantern Watch`."""
    voice = given.voice
    named = voice.named or voice.kind in (SourceKind.AUTHOR, SourceKind.UNNAMED)
    return voice.words if named else f"{voice.words} (not named)"


def givers(answer: Answer) -> tuple[tuple[str, tuple[Given, ...]], ...]:
    """Who gives an answer: each source of each origin in words, with what it gives it in; standing, firm ones first."""
    grouped: dict[tuple[str, str], list[Given]] = {}
    for one in sorted(answer.given, key=lambda one: (one.standing is not Standing.STANDS, not one.certainty.firm)):
        grouped.setdefault((one.origin, one.voice.key or one.voice.identity), []).append(one)
    return tuple((source_words(given[0]), tuple(given)) for given in grouped.values())


class Assessed(NamedTuple):
    """The two Admiralty scales side by side ("F6"), and why the second: "6: no other independent origin is known"."""

    signs: str
    reason: str


def assessed(view: View, found: SlotAnswers, answer: Answer, grades: Mapping[str, str]) -> tuple[Assessed, ...]:
    """For each giver of an answer (`givers`) the analyst's grade of the source and what is proposed for the answer.

    Neither is made of the other. Of several documents that give it, the one that is best supported counts.
    """
    out, judged = [], of_answer(view, found, answer)
    for _, given in givers(answer):
        proposed = [judged(one) for one in given]
        best = min(proposed, key=lambda one: (one.value, one.claim))
        meaning = CREDIBILITY[best.value]
        out.append(Assessed(f"{grade(given[0], grades)}{best.value}", f"{best.value}, {meaning}: {best.why}"))
    return tuple(out)


def reasons(of: Iterable[Assessed]) -> tuple[str, ...]:
    """The reasons, each once, the best first."""
    return tuple(sorted({one.reason for one in of}))


def grade(given: Given, grades: Mapping[str, str]) -> str:
    """The analyst's grade of whoever gives an answer; F (cannot be judged) where none was given."""
    return grades.get(given.voice.identity, UNKNOWN_GRADE)


SCALES = (
    "A to F is your grade of the source (allege grade), F where you gave none; 1 to 6 is what is proposed for the "
    "answer: "
    + ", ".join(f"{number} {meaning}" for number, meaning in CREDIBILITY.items())
    + ". Neither is made of the other."
)
"""What the two signs beside an answer mean."""


def relations(found: SlotAnswers, answer: Answer) -> str:
    """How an answer stands to the others: "disputed by 17; 8", "fits the finer 14", "differs, hedged, from 9"."""
    parts = []
    if answer.disputes:
        parts.append(f"disputed by {_values(found, answer.disputes)}")
    if answer.coarser_than:
        parts.append(f"fits {_values(found, answer.coarser_than)}")
    if answer.differs:
        parts.append(f"differs, hedged, from {_values(found, answer.differs)}")
    return "; ".join(parts)


def labels(view: View, material: Material) -> Mapping[str, str]:
    """D1, D2 … for the documents of an incident, by date, those that others come from before those that repeat them."""
    stories, parents = material.stories, parents_of(material)

    def place(document: str) -> tuple[bool, date, bool, str]:
        story = stories.get(document)
        day = story.published if story else None
        return day is None, day or date.max, document in parents, document

    return {document: f"D{number}" for number, document in enumerate(sorted(view.incident.documents, key=place), 1)}


def lineage_words(document: str, view: View, labels: Mapping[str, str], material: Material) -> str:
    """Where a document of an incident comes from: "edited copy of D1: 92 % of its words", "lineage unknown" or ""."""
    edge = followed(material.lineage).get(document)
    passed = passing_words(document, view, labels)
    if passed and (edge is None or edge.derived_from is None):
        return passed
    if edge is not None:
        if edge.derived_from is None:
            return edge.why
        parent = labels.get(edge.derived_from, "a document outside the incident")
        return f"{_FROM.get(edge.kind, 'comes from')} {parent}: {edge.why}"
    origin = material.origins.get(document)
    return "" if origin is not None and origin.known else "lineage unknown"


def passing_words(document: str, view: View, labels: Mapping[str, str]) -> str:
    """Whose report a document only passes on, where it does: "passes on what D1 says"; else ""."""
    origin = view.passing.get(document)
    if origin is None:
        return ""
    if not origin.known:
        return f"{origin.why if origin.document == document else 'passes on what others report'}: lineage unknown"
    return f"passes on what {labels.get(origin.root, origin.root)} says"


def name_of(document: str, material: Material) -> str:
    """A document by whoever publishes it and its title, else where it was read."""
    story = material.stories.get(document)
    if story is None:
        return document.removeprefix("sha256:")[:8]
    house, title = publisher(story), story.title or story.uri.rsplit("/", 1)[-1]
    return f"{house}: {title}" if house and house.casefold() not in title.casefold() else title


def _values(found: SlotAnswers, places: Sequence[int]) -> str:
    return "; ".join(found.answers[at].position.value for at in places[:4]) + (" …" if len(places) > 4 else "")
