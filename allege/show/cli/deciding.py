"""How a command appends an analyst's decision about two entities, or takes it back."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import click

from allege.errors import NotFound, UsageError
from allege.ledger import ClaimRow, Ledger
from allege.link.entities.judged import standing
from allege.link.model import Judgement, JudgementKind
from allege.show import deciding, words
from allege.show.terminal.claims import SHORT, short_document
from allege.show.terminal.screen import one_line

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Word:
    """Whose decision it is and why, or that it is taken back."""

    undo: bool = False
    analyst: str | None = None
    note: str = ""


def analyst_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--undo`, `--analyst` and `--note`."""
    for option in (
        click.option("--note", default="", metavar="TEXT", help="Why."),
        click.option("--analyst", metavar="NAME", help="Whose judgement it is [your login name]."),
        click.option("--undo", is_flag=True, help="Take the decision back."),
        click.option("--incidents", is_flag=True, help="FIRST and SECOND are incidents or documents, not actors."),
    ):
        command = option(command)
    return command


def append(ledger: Ledger, kind: JudgementKind, both: Pair, told: str, word: Word) -> Iterator[str]:
    """Append the decision, which `told` puts into words, and say so; raises UsageError for one entity with itself."""
    one, other = both
    if one == other:
        names = told.partition(" are ")[0]
        raise UsageError("one and the same actor already", where=names, remedy="name two: allege entities lists them")
    whose = word.analyst or getpass.getuser()
    before = standing(ledger.judgements(), kind, one, other)
    if before is not None and before.analyst == whose and (before.subject, before.other) == both:
        yield one_line(f"{whose} has decided so before: {told}.")
        return
    at = datetime.now(UTC).replace(microsecond=0)
    kept = ledger.judge(Judgement("", kind, one, other, None, whose, at, word.note))
    yield one_line(f"{told}: judgement {kept.id} of {whose}. It counts from the next: allege link")


def take_back(ledger: Ledger, kind: JudgementKind, both: Pair, told: str) -> Iterator[str]:
    """Append the judgement that takes the latest such decision about the pair back; raises NotFound."""
    before = standing(ledger.judgements(), kind, *both)
    if before is None:
        what = f"there is no {kind.value!r} to take back"
        raise NotFound(what, where=", ".join(both), remedy="see: allege entity NAME")
    yield _taken_back(ledger, before, told)


def about_incidents(ledger: Ledger, kind: JudgementKind, named: Pair, word: Word) -> Iterator[str]:
    """Decide whether what two names stand for is one incident, or take that back."""
    if word.undo:
        before = deciding.decided(ledger, kind, *named)
        yield _taken_back(ledger, before, _apart(ledger, kind, (before.subject, str(before.other))))
        return
    find = deciding.apart if kind is JudgementKind.SAME_INCIDENT else deciding.together
    both = find(ledger, *named)
    yield from append(ledger, kind, both, _apart(ledger, kind, both), word)


def _apart(ledger: Ledger, kind: JudgementKind, both: Pair) -> str:
    """What is decided of two claims, by their words and documents."""
    one, other = (_report(ledger.claim(name)) for name in both)
    return f"{one} and {other} tell of {'one incident' if kind is JudgementKind.SAME_INCIDENT else 'two incidents'}"


def _report(row: ClaimRow) -> str:
    where = f"{short_document(row.document)} {row.title or row.uri}"
    return f"“{row.anchor}” ({words.type_words(row.type)}, claim {row.id[:SHORT]}) in {where}"


def _taken_back(ledger: Ledger, before: Judgement, told: str) -> str:
    at = datetime.now(UTC).replace(microsecond=0)
    ledger.judge(Judgement("", JudgementKind.UNDO, before.id, None, None, getpass.getuser(), at))
    said = f"{told} ({before.analyst}, {before.at:%Y-%m-%d})"
    return one_line(f"Taken back: {said}. It counts from the next: allege link")
