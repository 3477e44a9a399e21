"""`allege resolve`: lines with an alias and what is known of its setting in, the same lines with the entity out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any

from allege.errors import UsageError
from allege.link.entities.countries import NONE, country_codes
from allege.link.entities.index import Index
from allege.link.entities.known import merged, packaged
from allege.link.entities.names import Named, clusters
from allege.link.entities.resolve import Answer, Resolver
from allege.link.entities.texts import setting_of
from allege.link.entities.ways import Setting

UNLISTED = 0.4
"""The score of an answer that rests on the name's own words alone."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A line: the alias, where and when it was written as far as that is known, and the line's other fields."""

    alias: str
    countries: frozenset[str] = frozenset()
    year: int | None = None
    text: str = ""
    given: dict[str, Any] = field(default_factory=dict)


@lru_cache(maxsize=2)
def resolver(lists: tuple[str, ...] = ()) -> Resolver:
    """The resolver over our lists and the user's; raises ListError naming file and line."""
    return Resolver(Index(merged(packaged(lists))))


def read_lines(lines: Iterable[str], own: Mapping[str, str] = NONE) -> Iterator[Asked]:
    """The lines as records; blank ones are passed over. Raises UsageError naming the line.

    `own`: the lists' countries (`Index.lands`).
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _asked(line, f"line {number}", own)


def _asked(line: str, where: str, own: Mapping[str, str]) -> Asked:
    try:
        given = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError(
            f"is no JSON ({error.msg})", where=where, remedy='write {"alias": "…", "country": "…"}'
        ) from error
    if not isinstance(given, dict) or not isinstance(given.get("alias"), str) or not given["alias"].strip():
        raise UsageError("has no alias", where=where, remedy='write {"alias": "…", "country": "…"}')
    country, year, text = given.get("country"), given.get("year"), given.get("text")
    listed = isinstance(country, list) and all(isinstance(item, str) for item in country)
    if not (country is None or isinstance(country, str) or listed):
        raise UsageError("`country` is neither text nor a list of texts", where=where, remedy='write "country": "Mali"')
    if not (year is None or (isinstance(year, int) and not isinstance(year, bool))):
        raise UsageError("`year` is no number", where=where, remedy='write "year": 2014')
    if not (text is None or isinstance(text, str)):
        raise UsageError("`text` is no text", where=where, remedy='write "text": "…"')
    return Asked(given["alias"], country_codes(country, own), year, text or "", given)


def answers(asked: Sequence[Asked], using: Resolver, *, unlisted: bool = True) -> tuple[Answer, ...]:
    """An answer for each line. `unlisted`: names that no list has get an id made of their own words."""
    found = [using.resolve(line.alias, _setting(line, using)) for line in asked]
    open_ = [place for place, answer in enumerate(found) if answer.entity is None and not answer.shared and unlisted]
    for cluster in clusters([Named(asked[place].alias, asked[place].countries) for place in open_]):
        for member in cluster.members:
            place = open_[member]
            found[place] = _unlisted(found[place], cluster.id, cluster.name, len(cluster.members))
    return tuple(found)


def _setting(line: Asked, using: Resolver) -> Setting:
    plain = Setting(line.countries, line.year)
    return setting_of(line.text, using.index, plain) if line.text else plain


def _unlisted(answer: Answer, entity: str, name: str, size: int) -> Answer:
    why = f"{answer.why}; {'known by its own words' if size == 1 else f'{size} names given here are variants of it'}"
    return Answer(entity, name, UNLISTED, why, answer.candidates, answer.parent)


def answer_json(line: Asked, answer: Answer) -> dict[str, Any]:
    """The line with its answer, as it is printed."""
    candidates = [asdict(candidate) for candidate in answer.candidates]
    fields = {"entity": answer.entity, "name": answer.name, "score": answer.score, "why": answer.why}
    parent = {"parent": answer.parent} if answer.parent else {}
    return line.given | fields | parent | {"candidates": candidates}
