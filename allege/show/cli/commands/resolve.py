"""`allege resolve`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from allege.errors import UsageError
from allege.link.entities.countries import country_codes
from allege.link.entities.lines import Asked, answer_json, answers, read_lines, resolver
from allege.link.entities.resolve import Answer
from allege.show.cli import options, output, session
from allege.show.terminal.screen import Screen, one_line


@click.command(
    epilog="""\b
    Examples:
      allege resolve "vanna river guard" --country XO
      allege resolve --json < aliases.jsonl > entities.jsonl
    """
)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--country", "countries", multiple=True, metavar="NAME", help="Where the name was written; repeatable.")
@click.option("--year", type=int, metavar="YEAR", help="When it was written.")
@click.option("--list-only", is_flag=True, help="Leave names that no list has without an entity.")
@options.lists
@options.as_json
@options.config
def command(
    names: tuple[str, ...], countries: tuple[str, ...], year: int | None, list_only: bool, as_json: bool
) -> None:
    """Say whom names mean, and why; what only looks alike is a candidate and never an answer.

    Without NAME, lines {"alias": "…", "country": "…" or […]} are read from standard input; `year` and `text` (the words
    around it) may be given too. Each is answered with `entity`, `name`, `score`, `why` and `candidates`. Names that no
    list has are answered by an id made of their own words, so that their variants agree. A faction is not its parent:
    `parent` names what it is a part of.
    """
    using = resolver(session.listed().lists)
    lands = using.index.lands
    for country in countries:
        if not country_codes(country, lands):
            remedy = "write its name in English or its code of two or three letters"
            raise UsageError("is no country that the lists know", where=f"--country {country}", remedy=remedy)
    where = country_codes(countries, lands)
    asked = [Asked(name, where, year, given={"alias": name}) for name in names] or list(read_lines(sys.stdin, lands))
    found = answers(asked, using, unlisted=not list_only)
    if as_json:
        output.say_json(answer_json(line, answer) for line, answer in zip(asked, found, strict=True))
    else:
        screen = Screen.of(sys.stdout)
        output.say(text for line, a in zip(asked, found, strict=True) for text in _lines(line, a, screen))


def _lines(line: Asked, answer: Answer, screen: Screen) -> Iterator[str]:
    who = f"{one_line(answer.name or '')} [{answer.entity}]" if answer.entity else "nobody"
    yield f"{screen.style(one_line(line.alias), 'bold')}: {who}, {answer.score:.2f}"
    yield screen.style(f"    {one_line(answer.why)}", "dim")
    if answer.parent:
        yield screen.style(f"    a part of {answer.parent}", "dim")
    for candidate in answer.candidates:
        yield screen.style(f"    or: {one_line(candidate.name)} [{candidate.entity}], {candidate.why}", "dim")
