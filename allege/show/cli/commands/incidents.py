"""`allege incidents`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from allege.ledger import Ledger
from allege.link.model import Status
from allege.show import linked, words
from allege.show.cli import options, output, session
from allege.show.export.incidents import incident_json
from allege.show.terminal.incidents import incident_head, incident_line
from allege.show.terminal.screen import Screen, wrap

_STATUSES = [status.value for status in Status]


@click.command()
@click.argument("document", required=False)
@click.option("--status", type=click.Choice(_STATUSES), help="Only incidents of which this may be said.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="At most so many.")
@options.as_json
@options.ledger
@options.config
def command(document: str | None, status: str | None, limit: int | None, as_json: bool) -> None:
    """List the incidents that the claims are about, each with what may be said of it.

    DOCUMENT narrows the list to those that it tells of or bears on. `reports` counts the documents that tell of it,
    `origins` independent origins: copies of one report are one origin, and a text of unknown lineage (it neither comes
    from a known one nor says who publishes it) is none.
    """
    with session.open_ledger() as ledger:
        ids = None if document is None else ledger.incidents_of([ledger.document(document).id])
        found = _found(ledger, ids, status, limit)
        if as_json:
            output.say_json(incident_json(view, material) for view, material in found)
            return
        screen = Screen.of(sys.stdout)
        output.say(_lines(ledger, found, screen))


def _found(
    ledger: Ledger, ids: tuple[str, ...] | None, status: str | None, limit: int | None
) -> Iterator[linked.Shown]:
    shown = 0
    for one in linked.views(ledger, ids):
        if status is None or one[0].status == status:
            yield one
            shown += 1
            if shown == limit:
                return


def _lines(ledger: Ledger, found: Iterator[linked.Shown], screen: Screen) -> Iterator[str]:
    number = 0
    for number, (view, _) in enumerate(found, 1):
        if number == 1:
            yield incident_head(screen)
        yield incident_line(view, screen)
    if number:
        told = "Copies of one report are one origin. See one with: allege incident ID"
        said = f"{words.plural(number, 'incident')}. {told}"
        yield from (screen.style(line, "dim") for line in wrap(said, screen.width, "", "  "))
    else:
        yield screen.style("No incident fits." if ledger.linked_documents() else linked.NOT_LINKED, "dim")
