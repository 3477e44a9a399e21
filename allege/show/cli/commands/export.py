"""`allege export`."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

import click

from allege.ledger import Ledger
from allege.ledger.rows import ClaimFilter
from allege.show import words
from allege.show.cli import options, output, session
from allege.show.export.claims_csv import write_claims_csv
from allege.show.export.record import record_json
from allege.show.export.records import filtered_records


def _records(ledger: Ledger, wanted: ClaimFilter, stream: TextIO) -> str:
    written = output.say_json((record_json(record) for record in filtered_records(ledger, wanted)), stream)
    return words.plural(written, "record")


def _table(ledger: Ledger, wanted: ClaimFilter, stream: TextIO) -> str:
    return words.plural(write_claims_csv(ledger.claims(wanted), stream), "claim")


FORMATS = {"jsonl": _records, "csv": _table}
"""What can be written; each writes to a stream and says how much it was."""


@click.command(
    epilog="""\b
    Examples:
      allege export --format csv -o claims.csv
      allege export --format jsonl --document harbour | jq .claims
    """
)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), required=True, help="Records or a table of claims.")
@options.output("Where to write; standard output if left out.")
@options.filters
@click.option("--bom", is_flag=True, help="Begin a CSV file with a byte order mark, which Excel needs to read UTF-8.")
@options.ledger
@options.config
def command(wanted: ClaimFilter, form: str, output_path: Path | None, bom: bool) -> None:
    """Write records or claims for other tools; exactly what the same filters of `allege claims` show.

    jsonl: one annotation record a document, with those claims that fit (docs/record.md). csv: one row a claim, UTF-8,
    with document, sentence, offsets, chain of sources, certainty, evidence and arguments; text that a spreadsheet would
    run as a formula has an apostrophe before it.
    """
    with session.open_ledger() as ledger, output.opened(output_path, ledger.name) as stream:
        if bom and form == "csv":
            stream.write("\ufeff")
        written = FORMATS[form](ledger, wanted, stream)
    if output_path is not None:
        click.echo(f"Wrote {written} to {output_path}", err=True)
