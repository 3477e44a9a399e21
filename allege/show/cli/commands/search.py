"""`allege search`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain

import click

from allege.ledger.rows import SearchHit
from allege.show.cli import options, output, session
from allege.show.export.rows import hit_json
from allege.show.terminal.claims import short_document
from allege.show.terminal.screen import Screen, one_line, wrap


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many."
)
@options.as_json
@options.ledger
@options.config
def command(words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find sentences with all these words, best first, in all documents.

    Words match in any form of theirs ("attack" finds "attacked"); "a phrase" in quotes as it stands; begin* by its
    beginning. Write -- before words with a minus, which leave sentences out: allege search -- ferry -office
    """
    with session.open_ledger() as ledger:
        hits = list(ledger.search(" ".join(_quoted(word) for word in words), limit))
    if as_json:
        output.say_json(hit_json(hit) for hit in hits)
        return
    screen = Screen.of(sys.stdout)
    output.say(chain.from_iterable(_lines(hit, screen) for hit in hits))
    if not hits:
        output.say(screen.style(line, "dim") for line in wrap(f"Nothing found{_phrases(words)}.", screen.width))


def _phrases(words: tuple[str, ...]) -> str:
    """What to try where several words were looked for side by side."""
    found = [word for word in words if " " in word]
    parted = " ".join(word.replace('"', "") for word in words)
    quoted = " and ".join(f"“{one_line(word.strip(chr(34)))}”" for word in found)
    return f" with {quoted} as it stands; to find the words apart: allege search {one_line(parted)}" if found else ""


def _quoted(word: str) -> str:
    """An argument with blanks is a phrase: the shell has taken the user's quotes away."""
    return f'"{word}"' if " " in word and '"' not in word else word


def _lines(hit: SearchHit, screen: Screen) -> Iterator[str]:
    published = f", {hit.published.isoformat()}" if hit.published else ""
    head = f"{short_document(hit.document)}  {one_line(hit.title or hit.uri)}{published}, from {hit.start:,}"
    yield screen.style(screen.fit(head, screen.width), "dim")
    yield from wrap(_marked(hit, screen), screen.width, "   ")


def _marked(hit: SearchHit, screen: Screen) -> str:
    pieces, position = [], 0
    for start, end in hit.matches:
        pieces.append(_line(hit.quote[position : start - hit.start]))
        pieces.append(screen.style(_line(hit.quote[start - hit.start : end - hit.start]), "anchor"))
        position = end - hit.start
    return "".join((*pieces, _line(hit.quote[position:]))).strip()


def _line(text: str) -> str:
    """Blanks at the ends of a piece part it from its neighbours, so they stay."""
    return one_line(f"|{text}|")[1:-1]
