"""`allege compare`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace

import click

from allege.errors import NotFound, UsageError
from allege.link.model import Story
from allege.link.positions import View
from allege.link.positions.contrast import Side, bare, most_apart, rows, sides
from allege.link.positions.voices import AUTHOR_OF
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
        told = material.stories
        pair = (_side(view, sources[0], told), _side(view, sources[1], told)) if sources else most_apart(view)
        if pair is None:
            raise NotFound("only one source speaks of it", where=name, remedy="see: allege incident")
        pair = (_named(pair[0], told), _named(pair[1], told))
        table = rows(view, *pair)
        if as_json:
            output.say_json([contrast_json(view, *pair, table, material)])
        else:
            output.say(contrast_page(view, *pair, table, Screen.of(sys.stdout)))


def _named(side: Side, stories: Mapping[str, Story]) -> Side:
    """The side as it is headed: an author whom nothing names by the title of the document."""
    story = stories.get(side.key.removeprefix(AUTHOR_OF)) if side.key.startswith(AUTHOR_OF) else None
    if story is None:
        return side
    words = f"the author of “{story.title or story.uri}”"
    return replace(side, words=words, names=(words, *side.names))


def _side(view: View, wanted: str, stories: Mapping[str, Story]) -> Side:
    """The source that goes by those words in some document; the one whose words are just these, where several do.

    An article does not tell one from another: "army" is just "the army".
    """
    words = bare(wanted)
    known_ones = [_named(one, stories) for one in sides(view)]
    found = [one for one in known_ones if words and any(words in bare(name) for name in one.names)]
    exact = [one for one in found if words in map(bare, one.names)]
    if not found:
        known = ", ".join(one.words for one in known_ones[:6])
        raise NotFound("no source of the incident has these words", where=wanted, remedy=f"try one of: {known}")
    if len(found) > 1 and len(exact) != 1:
        some = ", ".join(one.words for one in found[:4])
        raise UsageError(f"could be any of several sources ({some})", where=wanted, remedy="write more of it")
    return exact[0] if len(exact) == 1 else found[0]
