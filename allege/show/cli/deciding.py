"""How a command appends an analyst's decision about two entities, or takes it back."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import click

from allege.errors import NotFound, UsageError
from allege.ledger import Ledger
from allege.link.entities.judged import standing
from allege.link.model import Judgement, JudgementKind
from allege.show import deciding

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


def append(ledger: Ledger, kind: JudgementKind, both: Pair, analyst: str | None, note: str) -> Iterator[str]:
    """Append the decision and say so; raises UsageError for one entity with itself."""
    one, other = both
    if one == other:
        raise UsageError("is one and the same actor already", where=one, remedy="name two: allege entities lists them")
    whose = analyst or getpass.getuser()
    before = standing(ledger.judgements(), kind, one, other)
    if before is not None and before.analyst == whose and (before.subject, before.other) == both:
        yield f"{whose} has decided so before: {kind.value}: {one}, {other}."
        return
    at = datetime.now(UTC).replace(microsecond=0)
    kept = ledger.judge(Judgement("", kind, one, other, None, whose, at, note))
    yield f"{kind.value}: {one}, {other}; judgement {kept.id} of {whose}. It counts from the next: allege link"


def take_back(ledger: Ledger, kind: JudgementKind, both: Pair) -> Iterator[str]:
    """Append the judgement that takes the latest such decision about the pair back; raises NotFound."""
    one, other = both
    before = standing(ledger.judgements(), kind, one, other)
    if before is None:
        raise NotFound(
            f"there is no {kind.value!r} to take back", where=f"{one}, {other}", remedy="see: allege entity NAME"
        )
    yield _taken_back(ledger, before)


def about_incidents(ledger: Ledger, kind: JudgementKind, named: Pair, word: Word) -> Iterator[str]:
    """Decide whether what two names stand for is one incident, or take that back."""
    if word.undo:
        yield _taken_back(ledger, deciding.decided(ledger, kind, *named))
        return
    find = deciding.apart if kind is JudgementKind.SAME_INCIDENT else deciding.together
    yield from append(ledger, kind, find(ledger, *named), word.analyst, word.note)


def _taken_back(ledger: Ledger, before: Judgement) -> str:
    at = datetime.now(UTC).replace(microsecond=0)
    ledger.judge(Judgement("", JudgementKind.UNDO, before.id, None, None, getpass.getuser(), at))
    said = f"{before.kind.value}: {before.subject}, {before.other} ({before.analyst}, {before.at:%Y-%m-%d})"
    return f"Taken back: {said}. It counts from the next: allege link"
