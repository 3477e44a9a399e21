"""`allege merge`."""

from __future__ import annotations

from typing import Any

import click

from allege.link.decisions import SAME, decisions
from allege.link.entities.judged import merges
from allege.link.model import JudgementKind
from allege.show import actors
from allege.show.cli import guard, options, output, session
from allege.show.cli.deciding import Word, about_incidents, analyst_options, append, take_back


@click.command(
    epilog="""\b
    Examples:
      allege merge "Northern Front" "Front of the North"
      allege merge "Northern Front" "Front of the North" --undo
      allege merge --incidents 3f2a91 77c0d2
    """
)
@click.argument("first")
@click.argument("second")
@analyst_options
@options.lists
@options.ledger
@options.config
def command(first: str, second: str, incidents: bool, **said: Any) -> None:
    """Decide that two actors are one: SECOND goes by the name of FIRST from the next `allege link` on.

    Each is an id or a name that claims carry, on a list or not: a name of no list is followed wherever a text writes
    it. Whom the names mean is said; nothing is decided about an actor that the words do not name.

    The decision is kept with your name and outranks the machine; nothing is lost, and --undo takes it back. Merging in
    a ring changes nothing. Two decisions that contradict each other are both kept, and named here and by `allege link`.

    With --incidents: FIRST and SECOND tell of one incident. Each is an incident, a document or a claim.
    """
    with session.open_ledger() as ledger:
        if incidents:
            output.say(about_incidents(ledger, JudgementKind.SAME_INCIDENT, (first, second), Word(**said)))
            for conflict in decisions(ledger.judgements(), SAME).conflicts:
                guard.complain(conflict)
            return
        among = actors.cast(ledger)
        kind = JudgementKind.MERGE_ENTITIES
        before = actors.decided((first, second), ledger.judgements(), kind, among) if said["undo"] else None
        one, other = before or [actors.one(name, among, surely=True) for name in (first, second)]
        names = [actors.called(*pair) for pair in ((one, among, first), (other, among, second))]
        told = f"{names[0]} and {names[1]} are one actor, by the name of the first"
        if said["undo"]:
            output.say(take_back(ledger, kind, (one, other), told))
        else:
            output.say(append(ledger, kind, (one, other), told, Word(**said)))
        for conflict in merges(ledger.judgements()).conflicts:
            guard.complain(conflict)
