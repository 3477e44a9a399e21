"""`allege annotate`."""

from __future__ import annotations

import sys

import click

from allege.claim import Failure
from allege.show.cli import checks, guard, options, output, session
from allege.show.export.record import record_json


@click.command(
    epilog="""\b
    Examples:
      allege annotate page.html | jq '.claims[] | {type, certainty}'
      allege annotate --plain corpus/*.txt > records.jsonl
      echo "Police said two men were arrested." | allege annotate -
    """
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@options.plain
@options.lists
@options.workers
@options.config
def command(files: tuple[str, ...], plain: bool) -> int:
    """Print what is found in files, without a ledger: one JSON record a line, in the order given.

    The record is described in docs/record.md. FILE may be - for standard input. What cannot be read is told in one line
    on standard error and makes the exit code 1; the others are printed all the same.
    """
    from allege.run import annotate_paths  # noqa: PLC0415 - the stages are needed here alone

    settings = session.listed()
    if told := checks.rules_alone(settings):
        guard.complain(told)
    code = guard.FINE
    for answer in annotate_paths(files, settings, plain=plain):
        if isinstance(answer, Failure):
            guard.complain(str(answer))
            code = guard.FAILED
        else:
            output.say_json([record_json(answer)])
            sys.stdout.flush()
    return code
