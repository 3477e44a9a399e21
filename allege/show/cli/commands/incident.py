"""`allege incident`."""

from __future__ import annotations

import sys

import click

from allege.show import linked
from allege.show.cli import options, output, session
from allege.show.export.incidents import incident_json
from allege.show.terminal.incidents import incident_page
from allege.show.terminal.screen import Screen


@click.command()
@click.argument("name", metavar="INCIDENT|DOCUMENT")
@click.option("--all", "everything", is_flag=True, help="Every answer, not the best supported ones alone.")
@options.as_json
@options.ledger
@options.config
def command(name: str, everything: bool, as_json: bool) -> None:
    """Show one incident: for each question the answers given, who gives them, from which origin, and who denies.

    INCIDENT is the first digits of an id; a document stands for the one incident that it tells of. Answers stand by how
    many independent origins give them, which is not to say who is right; tolls are shown from lowest to highest and
    never averaged. What has been superseded stays, with the reason.
    """
    with session.open_ledger() as ledger:
        found = linked.find_incident(ledger, name)
        view, material = next(linked.views(ledger, [found.id]))
        if as_json:
            output.say_json([incident_json(view, material)])
        else:
            output.say(incident_page(view, material, Screen.of(sys.stdout), everything=everything))
