"""Places known by heart: countries, peoples, regions, seas, and the user's `places.csv`; towns are in index.py.

Countries and regions carry GeoNames' data (CC BY 4.0).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from allege.analyse import data
from allege.analyse.actor_list import slug, user_files
from allege.errors import ListError

COLUMNS = ("name", "kind", "country", "latitude", "longitude", "population", "aliases", "id")

PRECISION = {
    "country": 6,
    "continent": 6,
    "demonym": 6,
    "region": 4,
    "admin1": 4,
    "admin2": 3,
    "abbreviation": 4,
    "mountain": 5,
    "water": 5,
    "sea": 7,
    # Kinds that users write in their own lists.
    "province": 4,
    "state": 4,
    "district": 3,
    "county": 3,
    "river": 5,
    "lake": 5,
    "valley": 5,
    "island": 5,
}
"""UCDP's `where_prec` by kind: 3 second-order region, 4 first-order region, 5 landscape, 6 country, 7 international
waters; a town has 1."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place with a point. `entity` is the state's id where the place is a country, or the user's own id.

    `region`: GeoNames' code of a first-order region, on that region itself (with its `country`).
    """

    name: str
    kind: str
    country: str
    latitude: float | None
    longitude: float | None
    geonames: int | None = None
    population: int = 0
    entity: str | None = None
    aliases: tuple[str, ...] = ()
    own: bool = False
    region: str = ""

    @property
    def precision(self) -> int:
        """UCDP's `where_prec`."""
        return PRECISION.get(self.kind, 1)


@lru_cache(maxsize=4)
def load_geography(lists: tuple[str, ...] = ()) -> tuple[tuple[str, Place], ...]:
    """Names and the places they may mean: the user's, countries, regions, then demonyms. Raises ListError."""
    places = [*_users(lists), *_countries(), *_extra(), *_regions()]
    named = [(name, place) for place in places for name in (place.name, *place.aliases)]
    short = [(name, place) for place in _abbreviated() for name in place.aliases]
    return (*named, *_demonyms(), *short)


def _countries() -> Iterator[Place]:
    for row in data.table("places/countries.csv"):
        point = float(row["latitude"]), float(row["longitude"])
        aliases = tuple(filter(None, row["aliases"].split("|")))
        numbers = int(row["geonames"]), int(row["population"])
        yield Place(row["name"], "country", row["country"], *point, *numbers, slug(row["name"]), aliases)


def _demonyms() -> Iterator[tuple[str, Place]]:
    """Adjectives and names of peoples for the countries and regions of the tables."""
    tables = ((_countries(), "places/countries.csv"), (_extra(), "places/extra.csv"))
    for places, table in tables:
        for place, row in zip(places, data.table(table), strict=True):
            people = replace(place, kind="demonym", population=0, aliases=())
            for word in filter(None, row["demonyms"].split("|")):
                yield word, people
                yield word + "s", people


def _extra() -> Iterator[Place]:
    for row in data.table("places/extra.csv"):
        aliases = tuple(filter(None, row["aliases"].split("|")))
        yield Place(
            row["name"], row["kind"], row["country"], float(row["latitude"]), float(row["longitude"]), aliases=aliases
        )


def _regions() -> Iterator[Place]:
    for row in data.table("places/admin1.csv"):
        point = float(row["latitude"]), float(row["longitude"])
        people = int(row["population"])
        yield Place(row["name"], "admin1", row["country"], *point, population=people, region=row["code"])


def _abbreviated() -> Iterator[Place]:
    """The states of the USA by postal code (after a comma only: "Springfield, IL") and by newspaper short form."""
    states = {row["code"]: row for row in data.table("places/admin1.csv") if row["country"] == "US"}
    for row in data.table("places/us_states.csv"):
        state = states.get(row["code"])
        if state is not None:
            short = tuple(filter(None, (row["abbreviation"], row["code"])))
            point = float(state["latitude"]), float(state["longitude"])
            for name in short:
                kind = "abbreviation" if name == row["code"] else "admin1"
                place = Place(state["name"], kind, "US", *point, int(row["geonames"]), int(state["population"]))
                yield replace(place, aliases=(name,), region=row["code"])


def _users(lists: tuple[str, ...]) -> Iterator[Place]:
    for path in user_files(lists, "*.csv"):
        yield from read_places(path)


def read_places(path: Path) -> Iterator[Place]:
    """The places of a user's file; raises ListError naming file and line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ListError(f"cannot be read ({error})", where=str(path), remedy="save it as UTF-8") from error
    rows = csv.DictReader(lines)
    unknown = set(rows.fieldnames or ()) - set(COLUMNS)
    if unknown or "name" not in (rows.fieldnames or ()):
        what = f"unknown column {min(unknown)!r}" if unknown else "has no column `name`"
        raise ListError(what, where=f"{path}:1", remedy=f"use the columns {','.join(COLUMNS)}")
    for row in rows:
        yield _user_place(row, f"{path}:{rows.line_num}")


def _user_place(row: dict[str, str | None], where: str) -> Place:
    if None in row or any(value is None for value in row.values()):
        raise ListError(
            "has another number of fields than the first line", where=where, remedy="quote fields with commas"
        )
    cells = {key: (value or "").strip() for key, value in row.items()}
    if not cells["name"]:
        raise ListError("the place has no name", where=where, remedy="fill the first field or delete the line")
    latitude = _number(cells.get("latitude", ""), "latitude", 90, where)
    longitude = _number(cells.get("longitude", ""), "longitude", 180, where)
    if (latitude is None) != (longitude is None):
        raise ListError("has one coordinate only", where=where, remedy="give both or none")
    population = cells.get("population", "")
    if population and not population.isdigit():
        raise ListError(f"population {population!r} is no number", where=where, remedy="write digits alone")
    aliases = tuple(part.strip() for part in cells.get("aliases", "").split("|") if part.strip())
    kind, country = cells.get("kind", "") or "town", cells.get("country", "")
    return Place(
        cells["name"],
        kind,
        country,
        latitude,
        longitude,
        None,
        int(population or 0),
        cells.get("id") or None,
        aliases,
        own=True,
    )


def _number(cell: str, what: str, limit: int, where: str) -> float | None:
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        value = float("nan")
    if not -limit <= value <= limit:
        raise ListError(
            f"{what} {cell!r} is not between -{limit} and {limit}", where=where, remedy="write decimal degrees"
        )
    return value
