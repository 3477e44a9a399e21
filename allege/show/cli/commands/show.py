"""`allege show`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from allege.errors import NotFound
from allege.ledger import Ledger
from allege.ledger.rows import ClaimFilter, ClaimRow, DocumentRow
from allege.show import words
from allege.show.cli import options, output, session
from allege.show.export.record import record_json
from allege.show.export.rows import claim_json
from allege.show.finding import find_document
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

    DOCUMENT is the first digits of an id, a path, or a part of path or title; CLAIM the first digits of a claim's id.
    Who says it, the words that say so and what is said are marked under the text (or by colour, on a terminal); what is
    not part of the article is folded to one line in brackets.
    """
    with session.open_ledger() as ledger:
        found = find(ledger, name)
        if as_json:
            shown = record_json(ledger.record(found.id)) if isinstance(found, DocumentRow) else claim_json(found)
            output.say_json([shown])
            return
        screen = Screen.of(sys.stdout)
        if isinstance(found, ClaimRow):
            output.say(claim_page(found, screen))
            return
        output.say(_head(ledger, found, screen))
        output.say(document_page(ledger.record(found.id), ledger.claims(ClaimFilter(document=found.id)), screen))


def find(ledger: Ledger, name: str) -> DocumentRow | ClaimRow:
    """What `name` names: a document by id or path, else a claim, else the only document with it in path or title.

    Raises NotFound, or UsageError when it could be several.
    """
    for look in (ledger.document, ledger.claim):
        try:
            return look(name)
        except NotFound:
            continue
    try:
        return find_document(ledger, name)
    except NotFound:
        remedy = "list them: allege documents, allege claims"
        raise NotFound("no document or claim has that name", where=name, remedy=remedy) from None


def _head(ledger: Ledger, row: DocumentRow, screen: Screen) -> Iterator[str]:
    yield screen.style(one_line(row.title or row.uri), "bold")
    given = [row.byline, row.publisher, row.published.isoformat() if row.published else "date not known", row.language]
    yield from wrap(one_line(" · ".join(part for part in given if part)), screen.width)
    yield from wrap(one_line(f"{short_document(row.id)}  {row.uri}"), screen.width)
    if not row.analysed:
        yield from wrap(f"Not analysed: {one_line(row.note)}", screen.width)
    yield from wrap(words.summary_sentence(ledger.summary(row.id)), screen.width)
    yield ""
