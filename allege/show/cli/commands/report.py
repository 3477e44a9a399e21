"""`allege report`."""

from __future__ import annotations

from pathlib import Path

import click

from allege.show.cli import options, output, session

NAME = "allege-report.html"


@click.command()
@options.output(f"The page's file; {NAME} if left out.")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    help="At most so many documents, the oldest first.",
)
@options.ledger
@options.config
def command(output_path: Path | None, limit: int) -> None:
    """Write the ledger as one HTML page that needs no other file and no network; prints its path.

    Each document with source, cue and content marked, claims beside it, and what is not backed stated plainly.
    """
    from allege.show.html.report import write_report  # noqa: PLC0415 - Jinja2 is needed here alone

    path = output_path or Path(NAME)
    with session.open_ledger() as ledger:
        output.refuse_ledger(path, ledger.name)
        write_report(ledger, path, limit=limit)
    click.echo(path)
