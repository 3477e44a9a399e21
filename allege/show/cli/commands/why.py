"""`allege why`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from allege.errors import NotFound, UsageError
from allege.ledger import ClaimRow, Ledger
from allege.link.apart import JUDGED, Likeness, explained, likest, never_compared, reason
from allege.link.model import COPIES, Band, Link
from allege.show.cli import options, output, session
from allege.show.deciding import claims_of
from allege.show.export.incidents import link_json
from allege.show.terminal.screen import Screen, one_line, wrap

LEAST = 0.05
"""What adds or takes less is left out of the page; `--json` has it."""


@click.command()
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@options.as_json
@options.ledger
@options.config
def command(a: str, b: str, as_json: bool) -> None:
    """Say why two reports were, or were not, held to be about one incident.

    A and B are documents, incidents or claims. Each feature adds to the score or takes from it; the amounts add up to
    the log-odds. Of two that are held apart the last line says why: what rules them out, which threshold the score
    misses, or that blocking found nothing in common, so that they were never compared.
    """
    with session.open_ledger() as ledger:
        found = _links(ledger, a, b)
        why = _apart(ledger, found[0])
        if as_json:
            output.say_json(link_json(one) | ({"apart": why} if why and one is found[0] else {}) for one in found)
            return
        screen = Screen.of(sys.stdout)
        output.say(line for one in found for line in _page(one, ledger, screen))
        output.say(wrap(f"Held apart: {one_line(why)}.", screen.width, "", "  ") if why else ())


def _apart(ledger: Ledger, link: Link) -> str:
    """Why what this pair tells stands in two incidents; empty where it stands in one, or a person decided it."""
    near = list(ledger.incidents(ledger.incidents_of(sorted(_documents(ledger, link)))))
    one, other = ([i.id for i in near if name in i.claims] for name in (link.a, link.b))
    judged = any(item.feature == JUDGED for item in link.contributions)
    return "" if judged or not (one and other) or one == other else reason(link)


def _documents(ledger: Ledger, link: Link) -> set[str]:
    return {ledger.claim(name).document for name in (link.a, link.b)}


def _links(ledger: Ledger, a: str, b: str) -> list[Link]:
    """The scored pairs between the two, best first.

    One that was too unlike to be kept is worked out anew. Raises NotFound where none was compared.
    """
    left, right = _units(ledger, a), _units(ledger, b)
    if left and left == right:
        remedy = "name two documents, incidents or claims"
        raise UsageError("are one and the same report", where=f"{a} and {b}", remedy=remedy)
    found = [one for one in ledger.links(sorted(left)) if {one.a, one.b} & left and {one.a, one.b} & right
             and (one.a in left) + (one.b in left) + (one.a in right) + (one.b in right) >= 2]  # fmt: skip
    if found:
        return explained(ledger, sorted(found, key=lambda one: (-one.score, one.a, one.b)))
    copied = _copied(ledger, (a, left), (b, right))
    if copied is not None:
        raise copied
    again = _again(ledger, left, right)
    if again is None or not again.compared:
        remedy = "only pairs that share a rare name or word, or a place and a day, are compared; see: allege incidents"
        raise NotFound(never_compared(again), where=f"{a} and {b}", remedy=remedy)
    return [again.link]


def _again(ledger: Ledger, left: set[str], right: set[str]) -> Likeness | None:
    try:
        return likest(ledger, left, right)
    except KeyError:  # no run of the linker has left its statistics here
        return None


def _copied(ledger: Ledger, one: tuple[str, set[str]], other: tuple[str, set[str]]) -> NotFound | None:
    """What to say of two (as written, with their claims) of which one is a copy; None where none is."""
    where = f"{one[0]} and {other[0]}"
    sides = [{ledger.claim(name).document for name in claims} for _, claims in (one, other)]
    both = set[str]().union(*sides)
    for edge in ledger.lineage(sorted(both)) if [len(side) for side in sides] == [1, 1] and len(both) > 1 else ():
        if edge.kind in COPIES and edge.derived_from in both and edge.document in both:
            what = f"one is a copy of the other ({edge.why}); copies stand together without being compared"
            return NotFound(what, where=where, remedy=f"see: allege origins {edge.document[:15]}")
    return None


def _units(ledger: Ledger, name: str) -> set[str]:
    """The claims of what `name` stands for: a document, an incident, or a claim with what is told beside it."""
    found = ledger.find(name)
    if not isinstance(found, ClaimRow):
        return claims_of(ledger, found)
    told = {one.id for one in ledger.event_claims([found.document])}
    near = (one.claims for one in ledger.incidents(ledger.incidents_of([found.document])) if found.id in one.claims)
    return {found.id, *(other for claims in near for other in claims if other in told)}


def _page(link: Link, ledger: Ledger, screen: Screen) -> Iterator[str]:
    judged = next((one.words for one in link.contributions if one.feature == JUDGED), "")
    names = [one_line(row.title or row.uri) for row in (ledger.claim(link.a), ledger.claim(link.b))]
    colour = {Band.SAME: ("good",), Band.DIFFERENT: ("bad",)}.get(link.band, ())
    yield from (screen.style(line, "bold") for line in wrap(f"{names[0]}  /  {names[1]}", screen.width, "", "  "))
    if judged:
        yield screen.style(link.band.value, *colour) + ", on a person's word, which outranks every score"
        yield from wrap(one_line(judged), screen.width, "  ")
        return
    yield screen.style(link.band.value, *colour) + f", score {link.score:.3f}"
    for one in sorted(link.contributions, key=lambda item: (-abs(item.amount), item.feature)):
        if abs(one.amount) < LEAST:
            continue
        yield from wrap(one_line(one.words), screen.width, f"  {one.amount:+6.2f}  {one.feature:<18}  ", " " * 30)
    total = sum(one.amount for one in link.contributions)
    yield screen.style(f"  {total:+6.2f}  in all (log-odds)", "dim")
