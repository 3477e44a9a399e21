"""`allege entities`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from allege.claim import Role
from allege.link.entities.names import PREFIX
from allege.link.entities.seen import Seen, seen, spellings, unlinked
from allege.link.entities.spelling import letters, without_article
from allege.show import words
from allege.show.cli import options, output, session
from allege.show.terminal.screen import Screen, one_line, wrap

MOST = 12
"""Names without an entity that are shown."""


@click.command(
    epilog="""\b
    Examples:
      allege entities
      allege entities "northern front" --json
    """
)
@click.argument("text", required=False)
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="At most so many.")
@options.as_json
@options.ledger
@options.config
def command(text: str | None, limit: int | None, as_json: bool) -> None:
    """List the actors that claims are about or are made by, most claims first.

    TEXT narrows the list to those with it in a name. `did`: claims that name the actor as the one who acted, `met`: as
    the one it was done to, `said`: claims made in its name. That a claim names somebody says no more than that. A name
    of one or two words that no list has may mean another body in each document: such names are told below the list,
    and `allege merge` says whose they are.
    """
    with session.open_ledger() as ledger:
        form = letters(text or "")
        claims = tuple(ledger.event_claims())
        held = sorted(seen(claims).values(), key=lambda one: (-one.claims, -len(one.speaks), one.entity))
        found = [one for one in held if any(form in letters(n) for n in (one.name, one.entity, *one.aliases))][:limit]
        if as_json:
            output.say_json(entity_json(one) for one in found)
        else:
            loose = [one for one in unlinked(claims).values() if form in letters(one.name)]
            output.say(_lines(found, Screen.of(sys.stdout)))
            output.say(_rest(loose, Screen.of(sys.stdout)))


def entity_json(one: Seen) -> dict[str, Any]:
    """An entity of the ledger as a JSON line."""
    return {
        "entity": one.entity,
        "name": one.name,
        "claims": one.claims,
        "actor": len(one.about[Role.ACTOR]),
        "recipient": len(one.about[Role.RECIPIENT]),
        "source": len(one.speaks),
        "documents": len(one.documents),
        "aliases": dict(sorted(one.aliases.items(), key=lambda item: (-item[1], item[0]))),
    }


def _other_names(one: Seen) -> list[str]:
    """The words beside its name that name it most often."""
    ((name, _),) = spellings({one.name: 1})
    found = [one_line(alias) for alias, _ in spellings(one.aliases) if letters(alias) != letters(name)]
    return found[:4]


def _lines(found: Sequence[Seen], screen: Screen) -> Iterator[str]:
    if found:
        yield screen.style(f"{'did':>6} {'met':>6} {'said':>6} {'docs':>6}  actor", "dim")
    for one in found:
        names = _other_names(one)
        did, met = len(one.about[Role.ACTOR]), len(one.about[Role.RECIPIENT])
        also = f" (also: {', '.join(names)})" if names else ""
        row = f"{did:>6,} {met:>6,} {len(one.speaks):>6,} {len(one.documents):>6,}  {one_line(one.name)}{also}"
        own = "" if one.entity.startswith(PREFIX) else f" [{one.entity}]"
        yield screen.fit(f"{row}{own}", screen.width)
    yield screen.style(words.plural(len(found), "actor") if found else "No actor fits.", "dim")


def _rest(loose: Sequence[Seen], screen: Screen) -> Iterator[str]:
    """The names that no entity has, those that stand in most claims first."""
    count = {one.entity: len({*(c for found in one.about.values() for c in found), *one.speaks}) for one in loose}
    found = sorted(loose, key=lambda one: (-count[one.entity], one.entity))
    shown = ", ".join(f"{one_line(without_article(one.name))} ({count[one.entity]:,})" for one in found[:MOST])
    more = f" and {len(found) - MOST:,} more" if len(found) > MOST else ""
    if found:
        told = f"{words.plural(len(found), 'name')} of no list, too short to mean one body everywhere: {shown}{more}"
        yield from (screen.style(line, "dim") for line in wrap(told, screen.width, "", "  "))
