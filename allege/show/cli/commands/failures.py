"""`allege failures`."""

from __future__ import annotations

import sys

import click

from allege.claim import Failure
from allege.show import words
from allege.show.cli import options, output, session
from allege.show.export.rows import failure_json
from allege.show.terminal.screen import Screen, one_line, wrap


@click.command()
@options.as_json
@options.ledger
@options.config
def command(as_json: bool) -> None:
    """List what could not be read, and what to do about it. A failure is forgotten once its file has been read."""
    with session.open_ledger() as ledger:
        rows = list(ledger.failures())
    if as_json:
        output.say_json(failure_json(row) for row in rows)
        return
    screen = Screen.of(sys.stdout)
    for row in rows:
        text = one_line(str(Failure(row.uri, row.what, row.remedy)))
        output.say(wrap(text, screen.width, "", "  "))
    output.say([screen.style(words.plural(len(rows), "failure") if rows else "Nothing failed.", "dim")])
