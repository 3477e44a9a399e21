"""`allege split`."""

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
      allege split "Northern Front" "Front of the North"
      allege split "Northern Front" NF --undo
      allege split --incidents wire.txt radio.txt
      allege split --incidents 3f2a91c05b 77c0d2e418
        Two claims, which may be of one document: they tell of two incidents.
    """
)
@click.argument("first")
@click.argument("second")
@analyst_options
@options.lists
@options.ledger
@options.config
def command(first: str, second: str, incidents: bool, **said: Any) -> None:
    """Decide that two actors are not one, or that a name is not FIRST's, from the next `allege link` on.

    SECOND is another actor, or one of the names that FIRST goes by: that name then stands for an actor of its own. The
    decision is kept with your name and outranks merges and the machine; --undo takes it back.

    With --incidents: FIRST and SECOND, documents or claims of one incident, tell of two.
    """
    with session.open_ledger() as ledger:
        if incidents:
            output.say(about_incidents(ledger, JudgementKind.OTHER_INCIDENT, (first, second), Word(**said)))
            for conflict in decisions(ledger.judgements(), SAME).conflicts:
                guard.complain(conflict)
            return
        among = actors.cast(ledger)
        kind = JudgementKind.SPLIT_ENTITIES
        of = kind if said["undo"] else JudgementKind.MERGE_ENTITIES
        before = actors.decided((first, second), ledger.judgements(), of, among)
        one, other = before or _parted(first, second, among)
        names = [actors.called(*pair) for pair in ((one, among, first), (other, among, second))]
        told = f"{names[0]} and {names[1]} are two actors"
        if said["undo"]:
            output.say(take_back(ledger, kind, (one, other), told))
        else:
            output.say(append(ledger, kind, (one, other), told, Word(**said)))
        for conflict in merges(ledger.judgements()).conflicts:
            guard.complain(conflict)


def _parted(first: str, second: str, among: actors.Cast) -> tuple[str, str]:
    one = actors.one(first, among, surely=True)
    return one, actors.part(second, one, among)
