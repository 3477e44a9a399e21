"""`allege show`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from allege.ledger import Ledger
from allege.ledger.rows import ClaimFilter, ClaimRow, DocumentRow, Thing
from allege.show import words
from allege.show.cli import options, output, session
from allege.show.export.record import record_json
from allege.show.export.rows import claim_json
from allege.show.terminal.claims import claim_page, short_document
from allege.show.terminal.marked import document_page
from allege.show.terminal.screen import Screen, one_line, wrap


@click.command()
@click.argument("name", metavar="DOCUMENT|CLAIM")
@options.as_json
@options.ledger
@options.config
def command(name: str, as_json: bool) -> None:
    """Show a document with its claims under the words of their sentences, or everything about one claim.

    DOCUMENT is a path or a part of one, a part of a title, or four digits or more that begin an id; CLAIM such digits
    of a claim's id. A file's name goes before an id that begins so, and a name that could be several is answered with
    what it could be. Who says it, the words that say so and what is said are marked under the text (or by colour, on a
    terminal); what is not part of the article is folded to one line in brackets.
    """
    with session.open_ledger() as ledger:
        found = ledger.find(name, Thing.DOCUMENT, Thing.CLAIM)
        screen = Screen.of(sys.stdout)
        match found:
            case ClaimRow() if as_json:
                output.say_json([claim_json(found)])
            case ClaimRow():
                output.say(claim_page(found, screen))
            case DocumentRow() if as_json:
                output.say_json([record_json(ledger.record(found.id))])
            case DocumentRow():
                output.say(_head(ledger, found, screen))
                claims = ledger.claims(ClaimFilter(document=found.id))
                output.say(document_page(ledger.record(found.id), claims, screen))


def _head(ledger: Ledger, row: DocumentRow, screen: Screen) -> Iterator[str]:
    yield screen.style(one_line(row.title or row.uri), "bold")
    given = [row.byline, row.publisher, row.published.isoformat() if row.published else "date not known", row.language]
    yield from wrap(one_line(" · ".join(part for part in given if part)), screen.width)
    yield from wrap(one_line(f"{short_document(row.id)}  {row.uri}{f' in {row.row}' if row.row else ''}"), screen.width)
    if not row.analysed:
        yield from wrap(f"Not analysed: {one_line(row.note)}", screen.width)
    yield from wrap(words.summary_sentence(ledger.summary(row.id)), screen.width)
    yield ""
