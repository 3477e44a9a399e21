"""`allege documents`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import click

from allege.ledger.rows import DocumentRow
from allege.show import words
from allege.show.cli import options, output, session
from allege.show.export.rows import document_json
from allege.show.terminal.claims import short_document
from allege.show.terminal.screen import Screen, one_line


@click.command()
@click.argument("text", required=False)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="At most so many.")
@options.as_json
@options.ledger
@options.config
def command(text: str | None, limit: int | None, as_json: bool) -> None:
    """List the documents of the ledger in the order in which they were first read.

    TEXT narrows the list: the first digits of an id, or a part of path or title. The first column is what `allege show`
    and `--document` take.
    """
    with session.open_ledger() as ledger:
        rows = ledger.documents(text, limit)
        if as_json:
            output.say_json(document_json(row) for row in rows)
        else:
            output.say(_lines(rows, Screen.of(sys.stdout)))


def _lines(rows: Iterable[DocumentRow], screen: Screen) -> Iterator[str]:
    number = claims = 0
    head = f"{'id':<8}  {'claims':>6}  {'published':<10}  {'lang':<4}  title and path"
    yield screen.style(screen.fit(head, screen.width), "dim")
    for row in rows:
        number, claims = number + 1, claims + row.claims
        published = row.published.isoformat() if row.published else "-"
        path = one_line(f"{row.uri} in {row.row}" if row.row else row.uri)
        name = f"{one_line(row.title)}  ({path})" if row.title else path
        note = "" if row.analysed else f"not analysed: {one_line(row.note)}  "
        line = f"{short_document(row.id):<8}  {row.claims:>6,}  {published:<10}  {row.language:<4}  {note}{name}"
        yield screen.fit(line, screen.width)
    yield screen.style(f"{words.plural(number, 'document')}, {words.plural(claims, 'claim')}", "dim")
