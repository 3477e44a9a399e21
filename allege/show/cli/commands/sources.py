"""`allege sources`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from allege.ledger import Ledger
from allege.link.positions.sources import TrackRecord, grades, track_records
from allege.link.positions.voices import AUTHOR_OF
from allege.show import incident_words, linked, words
from allege.show.cli import options, output, session
from allege.show.export.incidents import source_json
from allege.show.terminal.screen import Screen, columns, one_line, wrap

FEW = 3
"""So many sources at most are listed with the reasons of what is proposed for their claims."""

ROOM = 30
"""Columns left for a source's name below which it stands on a line of its own."""

SCALE = "1-6, proposed for what is said, not for who says it: " + ", ".join(
    f"{number} {meaning}" for number, meaning in incident_words.CREDIBILITY.items()
)

NOT_LINKED = linked.NOT_LINKED.replace("No incidents", "No sources of incidents")


@click.command()
@click.argument("text", required=False)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="At most so many.")
@options.as_json
@options.ledger
@options.config
def command(text: str | None, limit: int | None, as_json: bool) -> None:
    """List the sources of incidents: what each has claimed and what became of it, with your own grade of it; those
    with most claims first.

    TEXT narrows the list to sources with it in their words. `first`: told of the incident on its first day, others
    later; `agreed`: answers that an independent origin holds too, and not only as possible; `disputed`: answers that
    do not fit another source's; `replaced`: answers since corrected or withdrawn. None of these makes a grade: that is
    yours (`A-F`; allege grade SOURCE A-F), and F, for cannot be judged, until you give one. `1-6`: for how many of its
    claims which credibility is proposed (6×2: two that cannot be judged); of a few sources the reasons follow. Grade
    and credibility are two scales, never one figure. Words that do not tell one from another ("residents") are one
    line: `perhaps several`.
    """
    with session.open_ledger() as ledger:
        given = grades(ledger.judgements())
        records = track_records((view for view, _ in linked.views(ledger)), given)
        wanted = (text or "").casefold()
        found = [one for one in records if any(wanted in words.casefold() for words in one.known_by)][:limit]
        if as_json:
            output.say_json(source_json(one) for one in found)
        else:
            nothing = "No source fits." if ledger.linked_documents() else NOT_LINKED
            shown = [(one, _called(one, ledger)) for one in found]
            output.say(_lines(shown, nothing, Screen.of(sys.stdout)))


def _called(record: TrackRecord, ledger: Ledger) -> str:
    """A source's name and kind; an author whom nothing names is known by the document."""
    if record.identity.startswith(AUTHOR_OF):
        document = ledger.document(record.identity.removeprefix(AUTHOR_OF))
        return f"the author of “{one_line(document.title or document.uri)}”"
    kind = words.SOURCES[record.kind].label + ("" if record.named else ", not named")
    told = f"{one_line(record.name)} ({kind}{', perhaps several' if record.several else ''})"
    called = record.name.casefold().removeprefix("the ")
    also = [one_line(words) for words in record.words if words.casefold().removeprefix("the ") != called]
    return f"{told}, also “{'”, “'.join(also)}”" if also else told


def _lines(shown: Sequence[tuple[TrackRecord, str]], nothing: str, screen: Screen) -> Iterator[str]:
    found = [one for one, _ in shown]
    wide = max([len("1-6"), *(len(_proposed(one)) for one in found)])
    counts = f"{'claims':>6} {'incidents':>9} {'first':>5} {'agreed':>6} {'disputed':>8} {'replaced':>8}"
    head = f"A-F {counts}  {'1-6':<{wide}} source"
    if found:
        yield screen.style(screen.fit(head, screen.width), "dim")
    for one, called in shown:
        counted = (
            f"{one.grade}   {one.claims:>6,} {one.incidents:>9,} {one.first:>5,} {one.corroborated:>6,} "
            f"{one.contradicted:>8,} {one.corrected:>8,}  {_proposed(one):<{wide}} "
        )
        if screen.width - len(counted) < ROOM and columns(counted + called) > screen.width and screen.bounded:
            yield counted.rstrip()
            yield from wrap(called, screen.width, "     ", "       ")
        else:
            yield screen.fit(counted + called, screen.width)
        if len(found) <= FEW:
            for item in one.proposed:
                text = f"{one.grade}{item.credibility} for {words.plural(item.claims, 'claim')}: {item.why}"
                yield from wrap(text, screen.width, "     ", "       ")
    unknown = sum(one.grade == "F" for one in found)
    said = f"{words.plural(len(found), 'source')}, {unknown:,} of them not graded (F: {incident_words.GRADES['F']})"
    yield screen.style(said if found else nothing, "dim")
    if found:
        yield from (screen.style(line, "dim") for line in wrap(SCALE, screen.width, "", "  "))


def _proposed(record: TrackRecord) -> str:
    """How many claims each credibility is proposed for: "3×4 6×2"."""
    return " ".join(f"{one.credibility}×{one.claims}" for one in record.proposed)
