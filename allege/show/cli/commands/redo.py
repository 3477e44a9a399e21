"""`allege redo`."""

from __future__ import annotations

import click

from allege.show.cli import options, progress, session


@click.command()
@click.option("--all", "everything", is_flag=True, help="All documents, also those that this version has read.")
@options.lists
@options.workers
@options.no_link
@options.as_json
@options.ledger
@options.config
def command(everything: bool, link: bool, as_json: bool) -> int:
    """Extract again from the stored documents, after an upgrade or with other lists (then with --all).

    Only documents that another version of the extractor has read, unless --all. The texts and the ids of claims that
    are found again stay as they are.
    """
    from allege.run import link as run_link  # noqa: PLC0415 - the stages are needed here alone
    from allege.run import redo  # noqa: PLC0415

    settings = session.listed()
    with session.open_ledger() as ledger:
        with progress.bar("Extracting") as step:
            result = redo(ledger, settings, step, everything=everything)
        linked = run_link(ledger, settings) if link and result.read and not result.interrupted else None
        return progress.close(result, ledger, linked, as_json=as_json)
