"""`allege claims`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from allege.ledger.rows import ClaimFilter, ClaimRow
from allege.show import words
from allege.show.cli import guard, options, output, session
from allege.show.export.rows import claim_json
from allege.show.terminal.claims import claim_line, short_document, told_in
from allege.show.terminal.screen import Screen, one_line


@click.command(
    epilog="""\b
    Examples:
      allege claims --actor "northern front" --type ASSAULT
      allege claims --voice unnamed --evidence none
      allege claims --certainty CT- --json | jq -r .quote
    """
)
@options.filters
@click.option("--brief", is_flag=True, help="One line a claim.")
@options.as_json
@options.ledger
@options.config
def command(wanted: ClaimFilter, brief: bool, as_json: bool) -> None:
    """List claims: what is claimed, how firmly, in which words, who says so, and on what evidence.

    Every filter narrows; text matches as a part and without regard to case. A claim is somebody's word: its certainty
    is that of whoever is cited last, or of the author where nobody is cited.

    \b
    ● certain   ◐ probable   ○ possible   with ✕: that it is not so   ? no commitment
    """
    with session.open_ledger() as ledger:
        rows = ledger.claims(wanted)
        if as_json:
            output.say_json(claim_json(row) for row in rows)
        else:
            output.say(_lines(rows, Screen.of(sys.stdout), brief=brief))


def _lines(rows: Iterable[ClaimRow], screen: Screen, *, brief: bool) -> Iterator[str]:
    number = 0
    if brief:
        for number, row in enumerate(rows, 1):  # noqa: B007 - the count is the last number
            yield claim_line(row, screen)
    else:
        for document, told in groupby(rows, key=lambda row: (row.document, row.title or row.uri)):
            yield from ("",) if number else ()
            yield screen.style(f"{short_document(document[0])}  {one_line(document[1])}", "bold")
            for quote, sentence in groupby(told, key=lambda row: row.quote):
                found = list(sentence)
                number += len(found)
                yield ""
                yield from told_in(quote, found, screen)
    if brief and screen.piped and not number:
        guard.complain("no claim fits")
    elif not (brief and screen.piped):
        yield screen.style(words.plural(number, "claim") if number else "No claim fits.", "dim")
