"""`allege read`."""

from __future__ import annotations

import click

from allege.show.cli import checks, guard, options, progress, session


@click.command(
    epilog="""\b
    Examples:
      allege read reports/ interviews.csv
      curl -s https://example.org/page.html | allege read -
      allege read reports/ --lists my-actors.toml --ledger front.db
    """
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@options.plain
@options.lists
@options.workers
@options.no_link
@options.as_json
@options.ledger
@options.config
def command(paths: tuple[str, ...], plain: bool, link: bool, as_json: bool) -> int:
    """Read files, folders (with all below them), tables of documents, or - (standard input) into the ledger.

    Plain text, Markdown, HTML, and tables (CSV, TSV, JSON lines) with a column `text` or `file` (a path beside the
    table) and, where there are any, `doc` or `uri`, `title`, `byline`, `publisher` and `published`; .gz too. In
    folders, hidden files and unknown kinds are passed over; a file that is named is always read.

    It may be stopped and run again: the same bytes are read once, and what was stored stays. What cannot be read is
    told in one line each, remembered (`allege failures`), and makes the exit code 1; the rest is read all the same.

    Then what holds across documents is worked out, as `allege link` does, unless --no-link.
    """
    from allege.run import link as run_link  # noqa: PLC0415 - the stages are needed here alone
    from allege.run import read_into  # noqa: PLC0415

    settings = session.listed()
    if told := checks.rules_alone(settings):
        guard.complain(told)
    with session.open_ledger(create=True) as ledger:
        with progress.bar("Reading") as step:
            result = read_into(ledger, paths, settings, step, plain=plain)
        linked = run_link(ledger, settings) if link and result.read and not result.interrupted else None
        return progress.close(result, ledger, linked, as_json=as_json)
