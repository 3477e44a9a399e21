"""`allege split`."""

from __future__ import annotations

import click

from allege.link.entities.judged import merges
from allege.link.model import JudgementKind
from allege.show import actors
from allege.show.cli import guard, options, output, session
from allege.show.cli.deciding import analyst_options, append, take_back


@click.command(
    epilog="""\b
    Examples:
      allege split "Northern Front" "Front of the North"
      allege split "Northern Front" NF --undo
    """
)
@click.argument("first")
@click.argument("second")
@analyst_options
@options.lists
@options.ledger
@options.config
def command(first: str, second: str, undo: bool, analyst: str | None, note: str) -> None:
    """Decide that two actors are not one, or that a name is not FIRST's, from the next `allege link` on.

    SECOND is another actor, or one of the names that FIRST goes by: that name then stands for an actor of its own. The
    decision is kept with your name and outranks merges and the machine; --undo takes it back.
    """
    with session.open_ledger() as ledger:
        there, using = actors.held(ledger), actors.lists(ledger)
        one = actors.one(first, there, using)
        other = actors.part(second, one, there, using)
        if undo:
            output.say(take_back(ledger, JudgementKind.SPLIT_ENTITIES, (one, other)))
        else:
            output.say(append(ledger, JudgementKind.SPLIT_ENTITIES, (one, other), analyst, note))
        for conflict in merges(ledger.judgements()).conflicts:
            guard.complain(conflict)
