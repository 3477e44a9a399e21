"""`allege entity`."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import click

from allege.claim import Certainty, ClaimKind, MentionType, Role
from allege.errors import NotFound
from allege.ledger import Ledger
from allege.ledger.rows import ClaimRow, Named
from allege.link.entities.names import PREFIX
from allege.link.entities.resolve import Resolver
from allege.link.entities.seen import Seen, names_somebody, seen_places, spellings
from allege.link.entities.spelling import letters, without_article
from allege.link.model import JudgementKind
from allege.show import actors, words
from allege.show.actors import Cast
from allege.show.cli import options, output, session
from allege.show.cli.commands.entities import entity_json
from allege.show.terminal.claims import claim_line, mark
from allege.show.terminal.screen import Screen, one_line, wrap

SPELLINGS = 10
"""Spellings of a name that are shown."""


LOOSE = (
    "On no list, and too short to be held to name one body in every document; allege merge says whose name it is, here "
    "and in all that is read later"
)
"""What to know of a name that no entity has."""


class Relation(NamedTuple):
    """What an actor is to another, who says so, and how: a denied or demanded relation is nobody's word that it holds.

    `act`, `certainty`: of whoever is said to know; None where the lists say it.
    """

    relation: str
    other: str
    source: str
    act: str = "says"
    certainty: Certainty | None = None


@click.command(
    epilog="""\b
    Examples:
      allege entity "Northern Front"
      allege entity NF --claims 50
    """
)
@click.argument("name")
@click.option(
    "--claims", "most", default=10, show_default=True, metavar="N", type=click.IntRange(min=0), help="Claims to show."
)
@options.lists
@options.as_json
@options.ledger
@options.config
def command(name: str, most: int, as_json: bool) -> None:
    """Show one actor or place: the words that name it, what the lists say of it, who claims what about it.

    NAME is an id, a name or an acronym. A faction and the body that it is a part of are two actors; each is named with
    the other. What is claimed about an actor is somebody's word, shown with whose.
    """
    with session.open_ledger() as ledger:
        among = actors.cast(ledger)
        there, using = among.there, among.using
        places = seen_places(ledger.event_claims())
        identity = _identity(name, places, among)
        found = there.get(identity) or places.get(identity) or among.loose.get(identity)
        found = found or Seen(identity, _name(identity, using, name))
        rows = [ledger.claim(claim) for claim in _claims(found)[:most]]
        if as_json:
            output.say_json([_json(found, rows, using, ledger)])
        else:
            output.say(_lines(found, rows, among, ledger))


def _identity(name: str, places: Mapping[str, Seen], among: Cast) -> str:
    """The id of the actor, or of the place where no actor has the name. Raises NotFound naming what looks alike."""
    try:
        found = actors.one(name, among)
        return actors.place(name, places) or found if found.startswith(PREFIX) and found not in among.there else found
    except NotFound:
        found_place = actors.place(name, places)
        if found_place is None:
            return actors.one(name, replace(among, there={**places, **among.there}))
        return found_place


def _name(identity: str, using: Resolver, words_: str) -> str:
    known = using.index.by_id.get(identity)
    return known.name if known else without_article(words_) if identity.startswith(PREFIX) else identity


def _claims(found: Seen) -> list[str]:
    roles = (Role.ACTOR, Role.RECIPIENT, Role.PLACE)
    return list(dict.fromkeys(claim for role in roles for claim in found.about.get(role, ())))


def _relations(found: Seen, using: Resolver, ledger: Ledger) -> Iterator[Relation]:
    """What the actor is to others."""
    known = using.index.by_id.get(found.entity)
    if known is not None:
        above = using.index.parent(known)
        yield from (Relation("part of", above.name, "the lists"),) if above else ()
        yield from (Relation("has the part", c.name, "the lists") for c in using.index.children.get(known.id, ()))
    for alias in sorted(found.aliases):
        for row in ledger.claims(kind=ClaimKind.RELATION, actor=alias):
            ends = {role: name or text for role, text, name in row.arguments}
            if letters(alias) in {letters(text) for _, text, _ in row.arguments} and "recipient" in ends:
                told = row.voices[-1]
                relation, act = f"{ends.get('actor', '')} {row.type}", words.act_words(told)
                yield Relation(relation, ends["recipient"], told.name or told.source, act, row.certainty)


def _relation_line(one: Relation, screen: Screen) -> str:
    """`● Red Brigade is armed by Selmark (says: its chief)`; what is not held as certain says how it is held."""
    sign = f"{mark(one.certainty, screen)} " if one.certainty else ""
    held = "" if one.certainty in (None, Certainty.CT_PLUS) else f"; {words.certainty_words(one.certainty)}"
    told = f"({one.act}: {one_line(one.source)}{held})"
    who, _, code = one.relation.rpartition(" ")
    relation = f"{who} {words.RELATIONS[code].label}".strip() if code in words.RELATIONS else one.relation
    return screen.fit(f"  {sign}{one_line(relation)} {one_line(one.other)} {told}", screen.width)


def _json(found: Seen, rows: list[ClaimRow], using: Resolver, ledger: Ledger) -> dict[str, Any]:
    known = using.index.by_id.get(found.entity)
    listed = {
        "listed": known is not None,
        "kind": known.kind if known else None,
        "countries": sorted(known.countries) if known else [],
        "from": known.start if known else None,
        "to": known.end if known else None,
        "names": [*known.names, *known.acronyms] if known else [],
    }
    relations = [
        {"relation": one.relation, "other": one.other, "source": one.source, "act": one.act, "certainty": one.certainty}
        for one in dict.fromkeys(_relations(found, using, ledger))
    ]
    named = [
        {"words": one.words, "times": one.times, "documents": one.documents, "why": one.why}
        for one in ledger.named(found.entity)
    ]
    told = [{"source": source, "claims": count} for source, count in _told(found)]
    rest = {"named": named, "relations": relations, "told_by": told, "shown": [row.id for row in rows]}
    return entity_json(found) | listed | rest


def _unlisted(identity: str, named: Sequence[Named]) -> str:
    """Why the lists at hand do not have the actor."""
    if named and all(one.type is MentionType.PLACE for one in named):
        return "A place that claims treat as an actor"
    if identity.startswith(PREFIX):
        return "On no list; known by its own words" if named else LOOSE
    return "On a list that is not at hand: give the list that the documents were read with (--lists)"


def _told(found: Seen) -> list[tuple[str, int]]:
    return sorted(found.told.items(), key=lambda item: (-item[1], item[0]))


def _seen_as(named: Sequence[Named], screen: Screen) -> Iterator[str]:
    """The words that name the actor, how often, and why they are held to name it."""
    times: Counter[str] = Counter()
    why: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in named:
        if names_somebody(one.words):
            times[one.words] += one.times
            ((form, _),) = spellings({one.words: 1})
            why[form.casefold()][one.why] += one.times
    if not times:
        yield "Seen as: nowhere in this ledger"
        return
    yield "Seen as:"
    shown = spellings(times)
    for words_, count in shown[:SPELLINGS]:
        ((reason, _),) = why[words_.casefold()].most_common(1)
        text = f"{one_line(words_)} ({count:,})" + (f": {one_line(reason)}" if reason else "")
        yield from wrap(text, screen.width, "  ", "    ")
    if len(shown) > SPELLINGS:
        yield f"  … {len(shown) - SPELLINGS:,} more"


def _seen_here(found: Seen) -> Iterator[str]:
    """The words of the claims themselves, for a place that has a number of GeoNames alone."""
    shown = ", ".join(f"{one_line(words_)} ({count:,})" for words_, count in spellings(found.aliases)[:SPELLINGS])
    yield f"Seen as: {shown or 'nowhere in this ledger'}"


def _lines(found: Seen, rows: list[ClaimRow], among: Cast, ledger: Ledger) -> Iterator[str]:
    screen, using = Screen.of(sys.stdout), among.using
    known, named = using.index.by_id.get(found.entity), ledger.named(found.entity)
    yield screen.style(f"{one_line(found.name)} [{found.entity}]", "bold")
    if known is not None:
        years = f", {known.start or ''}–{known.end or ''}" if known.start or known.end else ""
        place = f", {' '.join(sorted(known.countries))}" if known.countries else ""
        yield f"On the lists: {known.kind.replace('_', ' ')}{place}{years}"
        yield from wrap(f"Names: {', '.join([*known.names, *known.acronyms])}", screen.width, "", "  ")
    elif found.about.get(Role.PLACE):
        yield "A place of the ledger"
    else:
        yield from wrap(_unlisted(found.entity, named), screen.width, "", "  ")
    yield from _seen_as(named, screen) if named else _seen_here(found)
    yield from (_relation_line(one, screen) for one in dict.fromkeys(_relations(found, using, ledger)))
    for item in ledger.judgements():
        if item.kind in (JudgementKind.MERGE_ENTITIES, JudgementKind.SPLIT_ENTITIES) and found.entity in (
            item.subject,
            item.other,
        ):
            pair = " and ".join(actors.called(name, among) for name in (item.subject, str(item.other)))
            what = "one actor" if item.kind is JudgementKind.MERGE_ENTITIES else "two actors"
            said = one_line(f"{item.analyst}, {item.at:%Y-%m-%d}: {pair} are {what}")
            yield from wrap(said, screen.width, "  ", "    ")
    told = ", ".join(f"{one_line(source)} ({count:,})" for source, count in _told(found)[:8])
    yield from wrap(f"{words.plural(found.claims, 'claim')} about it, by: {told or 'nobody'}", screen.width, "", "  ")
    yield from (claim_line(row, screen) for row in rows)
