"""`allege compare`."""

from __future__ import annotations

import sys

import click

from allege.errors import NotFound, UsageError
from allege.link.positions import View
from allege.link.positions.contrast import Side, most_apart, rows, sides
from allege.show import linked
from allege.show.cli import options, output, session
from allege.show.export.incidents import contrast_json
from allege.show.terminal.contrast import contrast_page
from allege.show.terminal.screen import Screen


@click.command(
    epilog="""\b
    Examples:
      allege compare 3f2a91
      allege compare 3f2a91 "interior ministry" "home council"
    """
)
@click.argument("name", metavar="INCIDENT|DOCUMENT")
@click.argument("sources", nargs=-1, metavar="[SOURCE SOURCE]")
@options.as_json
@options.ledger
@options.config
def command(name: str, sources: tuple[str, ...], as_json: bool) -> None:
    """Show two sources of an incident in two columns: who says what.

    SOURCE is a part of a source's words, in any case; without any, the two whose answers clash most are shown.
    """
    if len(sources) not in (0, 2):
        raise UsageError("takes two sources or none", where="compare", remedy="write two parts of their words")
    with session.open_ledger() as ledger:
        found = linked.find_incident(ledger, name)
        view, material = next(linked.views(ledger, [found.id]))
        pair = (_side(view, sources[0]), _side(view, sources[1])) if sources else most_apart(view)
        if pair is None:
            raise NotFound("only one source speaks of it", where=name, remedy="see: allege incident")
        table = rows(view, *pair)
        if as_json:
            output.say_json([contrast_json(view, *pair, table, material)])
        else:
            output.say(contrast_page(view, *pair, table, Screen.of(sys.stdout)))


def _side(view: View, wanted: str) -> Side:
    """The source that goes by those words in some document; the one whose words are just these, where several do."""
    words = wanted.casefold().strip()
    found = [one for one in sides(view) if words and any(words in name.casefold() for name in one.names)]
    exact = [one for one in found if words in {name.casefold() for name in one.names}]
    if not found:
        known = ", ".join(one.words for one in sides(view)[:6])
        raise NotFound("no source of the incident has these words", where=wanted, remedy=f"try one of: {known}")
    if len(found) > 1 and len(exact) != 1:
        some = ", ".join(one.words for one in found[:4])
        raise UsageError(f"could be any of several sources ({some})", where=wanted, remedy="write more of it")
    return exact[0] if len(exact) == 1 else found[0]
