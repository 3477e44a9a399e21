"""`allege grade`."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

import click

from allege.errors import NotFound, UsageError
from allege.link.model import Judgement, JudgementKind
from allege.link.origins.named import full_name
from allege.link.positions.contrast import bare
from allege.link.positions.sources import GRADES, TrackRecord, grades, track_records
from allege.show import incident_words, linked
from allege.show.cli import options, output, session
from allege.show.terminal.screen import Screen, wrap


@click.command(
    epilog="""\b
    Grades (Admiralty code): A reliable, B usually reliable, C fairly reliable, D not usually reliable,
    E unreliable, F cannot be judged.
    """
)
@click.argument("source")
@click.argument("grade", type=options.Codes(list(GRADES)), metavar="A-F")
@click.option("--analyst", metavar="NAME", help="Whose judgement it is [your login name].")
@click.option("--note", default="", metavar="TEXT", help="Why.")
@options.ledger
@options.config
def command(source: str, grade: str, analyst: str | None, note: str) -> None:
    """Say how reliable a source is. The judgement is kept with your name; a later one outranks it, none is removed.

    SOURCE is a part of the words or the identity that `allege sources` lists. A grade decides nothing: it only orders
    answers that equally many origins give.
    """
    with session.open_ledger() as ledger:
        records = track_records((view for view, _ in linked.views(ledger)), grades(ledger.judgements()))
        found = _source(records, source)
        now, who = datetime.now(UTC).replace(microsecond=0), analyst or getpass.getuser()
        for identity in (found.identity, *found.also):
            ledger.judge(Judgement("", JudgementKind.GRADE_SOURCE, identity, None, grade.upper(), who, now, note))
        said = f"{found.name}: {grade.upper()}, {incident_words.GRADES[grade.upper()]}; was {found.grade}."
        width = Screen.of(sys.stdout).width
        output.say(wrap(said, width))
        left = ", ".join(f"“{one.name}”" for one in _namesakes(found, records))
        if left:
            output.say(wrap(f"Listed apart under the same name, and not graded: {left}.", width, "", "  "))


def _id_of(record: TrackRecord) -> str:
    """The id of a source that has one of its own, not one made of its words or its document."""
    return "" if ":" in record.identity else f" [{record.identity}]"


def _namesakes(found: TrackRecord, records: Sequence[TrackRecord]) -> list[TrackRecord]:
    """Other sources that go by the same full name: "Captain Oda Renn" and "army spokeswoman Oda Renn"."""
    own = _full_names(found)
    return [one for one in records if one.identity != found.identity and own & _full_names(one)]


def _full_names(record: TrackRecord) -> set[str]:
    return {name for words in (record.name, *record.words) if (name := full_name(words).casefold())}


def _source(records: Sequence[TrackRecord], wanted: str) -> TrackRecord:
    words = bare(wanted)
    found = [one for one in records if words and any(words in bare(said) for said in one.known_by)]
    exact = [one for one in found if words in map(bare, one.known_by)]
    if not found:
        raise NotFound("no source has these words", where=wanted, remedy="list them with: allege sources")
    if len(found) > 1 and len(exact) != 1:
        some = ", ".join(one.name + _id_of(one) for one in found[:4])
        raise UsageError(f"could be any of several sources ({some})", where=wanted, remedy="write more of it")
    return exact[0] if len(exact) == 1 else found[0]
