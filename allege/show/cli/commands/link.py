"""`allege link`."""

from __future__ import annotations

import sys
from dataclasses import asdict

import click

from allege.show.cli import guard, options, output, progress, session
from allege.show.terminal.screen import Screen, wrap


@click.command(
    epilog="""\b
    Examples:
      allege link
      allege link --rebuild --ledger front.db
    """
)
@click.option("--rebuild", is_flag=True, help="Derive everything anew; judgements stay.")
@options.lists
@options.as_json
@options.ledger
@options.config
def command(rebuild: bool, as_json: bool) -> None:
    """Work out across documents who is meant, what comes from what, and which claims tell of one incident.

    `allege read` does so by itself unless told otherwise. New documents change only what they touch; the result is that
    of a full rebuild. All of it is derived: it can be thrown away and built again at any time. Judgements of
    analysts are kept, and followed; two that contradict each other are named.
    """
    from allege.run import link  # noqa: PLC0415 - the stages are needed here alone

    with session.open_ledger() as ledger:
        result = link(ledger, session.listed(), rebuild=rebuild)
    if as_json:
        output.say_json([asdict(result)])
        return
    for conflict in result.conflicts:
        guard.complain(conflict)
    width = Screen.of(sys.stdout).width
    output.say(line for text in progress.link_lines(result) for line in wrap(text, width, "", "  "))
