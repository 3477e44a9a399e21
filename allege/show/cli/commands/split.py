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
        there, using = actors.held(ledger), actors.lists(ledger)
        one = actors.one(first, there, using)
        other = actors.part(second, one, there, using)
        if said["undo"]:
            output.say(take_back(ledger, JudgementKind.SPLIT_ENTITIES, (one, other)))
        else:
            output.say(append(ledger, JudgementKind.SPLIT_ENTITIES, (one, other), said["analyst"], said["note"]))
        for conflict in merges(ledger.judgements()).conflicts:
            guard.complain(conflict)
