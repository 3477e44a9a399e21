"""`allege origins`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from allege.ledger import Ledger
from allege.link.origins import followed, origins
from allege.link.positions import Material
from allege.link.positions.view import counted
from allege.show import words
from allege.show.cli import options, output, session
from allege.show.descent import descent
from allege.show.export.lineage import lineage_json
from allege.show.linked import NOT_LINKED
from allege.show.terminal.lineage import lineage_page
from allege.show.terminal.screen import Screen, one_line

LARGEST = 10
"""Origins that are listed when no document is named."""


@click.command(
    epilog="""\b
    Examples:
      allege origins wire.txt
      allege origins --json | jq 'select(.kind == "copy")'
    """
)
@click.argument("name", metavar="[DOCUMENT|INCIDENT]", required=False)
@options.as_json
@options.ledger
@options.config
def command(name: str | None, as_json: bool) -> None:
    """Show where reports come from: copies, credits, citations, and how many independent origins they have.

    For a document, the tree of all that share its origin; for an incident, that of the documents that tell of it. Each
    line says why, and with which words. What shares an origin is one report, however many carry it; a text of unknown
    lineage is not counted as independent. Without a name: how many origins the ledger holds, and the most copied.
    """
    with session.open_ledger() as ledger:
        if as_json:
            found = descent(ledger, name) if name else None
            edges = found.edges if found else ledger.lineage()
            output.say_json(lineage_json(edges, {row.id: row.uri for row in ledger.documents()}))
        elif not ledger.linked_documents():
            output.say([NOT_LINKED.replace("No incidents", "No origins")])
        elif name:
            output.say(lineage_page(descent(ledger, name), Screen.of(sys.stdout)))
        else:
            output.say(_summary(ledger, Screen.of(sys.stdout)))


def _summary(ledger: Ledger, screen: Screen) -> Iterator[str]:
    stories, edges = list(ledger.stories()), list(ledger.lineage())
    found = origins(stories, edges)
    held = Material({}, {story.id: story for story in stories}, found, tuple(edges))
    known, unknown = counted(found, held)
    theirs = sum(one.known for one in found.values())
    texts = f"{words.plural(unknown, 'text')} of unknown lineage"
    many = len(stories) - theirs
    texts += f" ({words.plural(many, 'document')})" if many != unknown else ""
    yield f"{words.plural(len(stories), 'document')}: {theirs:,} from {words.plural(known, 'known origin')}, {texts}."
    carried: dict[str, int] = {}
    for document in followed(edges):
        if document in found:
            carried[found[document].root] = carried.get(found[document].root, 0) + 1
    names = {story.id: one_line(story.title or story.uri) for story in stories}
    for root in sorted(carried, key=lambda root: (-carried[root], root))[:LARGEST]:
        yield screen.fit(f"{carried[root]:>6,} from {names.get(root, root)}", screen.width)
