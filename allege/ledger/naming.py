"""What a name means, for every command and for Python: one order of readings, the surest first.

The whole id; a whole path or address; its end at a slash (a file's name); the first eight digits of an id or more, as
lists print them; the beginning of a part of a path; four to seven digits of an id; a part of a path or of a title. The
first reading that fits anything decides, so that "08" is the file `08_river.txt` and not whichever id begins so; where
it fits several things they are named, never guessed among.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, or_, select

from allege.errors import NotFound, UsageError
from allege.ledger import tables as t
from allege.ledger.rows import Thing

TABLES = {Thing.DOCUMENT: t.documents, Thing.INCIDENT: t.incidents, Thing.CLAIM: t.claims}

PRINTED, TELLING = 8, 4
"""Digits of an id that lists print at least, and so many as a name must have to be looked for among ids."""

LISTED = 4
"""Things that are named where a name could mean several."""

_HEX = re.compile(r"[0-9a-f]+")
_OF_AN_ID = re.compile(rf"(?=[a-f]*\d)[0-9a-f]{{{TELLING},}}")
"""The digits of an id, which are looked for in no title: "2031" is in too many."""

Reading = Mapping[Thing, ColumnElement[bool]]


class Found(NamedTuple):
    """The row that a name means."""

    thing: Thing
    key: int
    id: str


def named(connection: Connection, name: str, things: Sequence[Thing]) -> Found:
    """The one thing of these kinds that `name` means. Raises NotFound, or UsageError that lists what it may mean."""
    for reading in _readings(name.strip()):
        found = [
            Found(thing, *row)
            for thing in things
            if thing in reading
            for row in connection.execute(
                select(TABLES[thing].c.key, TABLES[thing].c.id).where(reading[thing]).order_by(TABLES[thing].c.key)
            )
        ]
        if len(found) == 1:
            return found[0]
        if found:
            some = [_described(connection, one) for one in _mixed(found)]
            more = f" and {len(found) - len(some):,} more" if len(found) > len(some) else ""
            sorts = " or ".join(f"{thing}s" for thing in things if thing in {one.thing for one in found})
            what = f"could be any of several {sorts}: {', '.join(some)}{more}"
            raise UsageError(what, where=name, remedy="write more of it, or an id")
    kinds = " or ".join((", ".join(things[:-1]), things[-1])) if len(things) > 1 else things[0]
    lists = ", ".join(f"allege {thing}s" for thing in things)
    raise NotFound(f"no {kinds} has that name", where=name, remedy=f"list them with: {lists}")


def _mixed(found: Sequence[Found]) -> list[Found]:
    """The first few, some of each kind."""
    kinds = list(dict.fromkeys(one.thing for one in found))
    each = -(-LISTED // len(kinds))
    return [one for kind in kinds for one in [two for two in found if two.thing is kind][:each]]


def _readings(name: str) -> Iterator[Reading]:
    digits = name.removeprefix("sha256:").lower()
    yield {thing: table.c.id.in_([name, digits, f"sha256:{digits}"]) for thing, table in TABLES.items()}
    if not name:
        return
    size = len(digits) if _HEX.fullmatch(digits) else 0
    yield {Thing.DOCUMENT: _seen_at(t.sightings.c.uri == name)}
    yield {Thing.DOCUMENT: _seen_at(t.sightings.c.uri.endswith(f"/{name}", autoescape=True))}
    begins = _begins(digits)
    if size >= PRINTED:
        yield begins
    path = func.folded(t.sightings.c.uri)
    yield {Thing.DOCUMENT: _seen_at(func.instr("/" + path, f"/{name.casefold()}") > 0)}
    if TELLING <= size < PRINTED:
        yield begins
    part = _seen_at(func.instr(path, name.casefold()) > 0)
    if not _OF_AN_ID.fullmatch(digits):
        part = or_(part, func.instr(func.folded(t.documents.c.title), name.casefold()) > 0)
    yield {Thing.DOCUMENT: part}


def _begins(digits: str) -> Reading:
    first = {thing: f"sha256:{digits}" if thing is Thing.DOCUMENT else digits for thing in TABLES}
    return {thing: (table.c.id >= first[thing]) & (table.c.id < f"{first[thing]}g") for thing, table in TABLES.items()}


def _seen_at(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return t.documents.c.key.in_(select(t.sightings.c.document).where(condition))


def _described(connection: Connection, one: Found) -> str:
    d, c = t.documents.c, t.claims.c
    if one.thing is Thing.DOCUMENT:
        row = connection.execute(select(d.title, d.uri).where(d.key == one.key)).one()
        return f"{one.id.removeprefix('sha256:')[:PRINTED]} ({_both(*row)})"
    if one.thing is Thing.CLAIM:
        query = select(c.anchor, d.uri).join(t.documents, d.key == c.document).where(c.key == one.key)
        anchor, uri = connection.execute(query).one()
        return f"{one.id[: PRINTED + 2]} (“{anchor}” in {uri})"
    return one.id[: PRINTED + 2]


def _both(title: str | None, uri: str) -> str:
    return f"{title}, {uri}" if title else uri
