"""`allege import`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from allege.ledger import Ledger
from allege.ledger.merge import merge
from allege.show import words
from allege.show.cli import options, output, progress, session


@click.command(
    epilog="""\b
    Example:
      allege import colleague.db --ledger mine.db
    """
)
@click.argument("other", metavar="OTHER.db", type=click.Path(path_type=Path))
@options.no_link
@options.as_json
@options.ledger
@options.config
def command(other: Path, link: bool, as_json: bool) -> None:
    """Take over what another ledger holds: its documents, with all that is said in them, and its judgements.

    A document that both hold keeps the claims that it has here. Judgements keep analyst, time and order; where two
    analysts contradict each other, both stay and `allege link` names them. OTHER.db itself stays as it is, save that a
    ledger of an older version is brought up to date, as by any command. Then everything is linked.
    """
    from allege.run import link as run_link  # noqa: PLC0415 - the stages are needed here alone

    settings = session.settings()
    with session.open_ledger(create=True) as ledger:
        with Ledger(other, settings, create=False) as source:
            merged = merge(ledger, source)
        linked = run_link(ledger, settings) if link else None
    if as_json:
        output.say_json([asdict(merged) | {"linked": linked and asdict(linked)}])
        return
    added, judged = words.plural(merged.added, "document"), words.plural(merged.judgements, "judgement")
    known = f", {merged.known:,} known already" if merged.known else ""
    output.say([f"{added} and {judged} taken over{known}."])
    output.say(progress.link_lines(linked) if linked else ())
