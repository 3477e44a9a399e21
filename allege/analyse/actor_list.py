"""The list of actors: ours (`allege/data/actors/`), then the user's `actors.toml` files (format: docs/lists.md)."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from allege.analyse import data
from allege.errors import ListError

KINDS = (
    "armed_group",
    "state",
    "military",
    "police",
    "agency",
    "government",
    "international",
    "media",
    "ngo",
    "party",
    "person",
)
FIELDS = {"id", "name", "kind", "aliases", "acronyms", "country", "from", "to", "parent"}
PACKAGED = ("actors/groups.csv", "actors/organizations.csv", "actors/armed_groups.csv")

_APOSTROPHES = re.compile(r"['’`´‘ʿʻʼ]")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts. `country` is an ISO code (or a user's own); `start`, `end` are years.

    `sure`: from a list kept by hand; a word for its kind supports its acronyms.
    `adjectives` name it only before a noun.
    `doubtful`: short aliases from compiled lists, which need support ("Islamic Party"). `own`: from the user's list.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    country: str = ""
    start: int | None = None
    end: int | None = None
    parent: str = ""
    sure: bool = True
    adjectives: tuple[str, ...] = ()
    doubtful: frozenset[str] = frozenset()
    own: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and aliases, without acronyms."""
        return (self.name, *self.aliases)

    def lives(self, year: int, grace: int = 0) -> bool:
        """Whether the list's years, wrong by `grace` at most, have it in a year."""
        begun = self.start is None or self.start - grace <= year
        return begun and (self.end is None or year <= self.end + grace)


def fold(name: str) -> str:
    """Letters and digits alone, small, without accents: what two spellings of one name share."""
    if name.isascii():  # no accents: nearly every name
        return name.lower() if name.isalnum() else "".join(filter(str.isalnum, name.lower()))
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain.lower() if c.isalnum() and not unicodedata.combining(c))


def slug(name: str) -> str:
    """A readable id from a name: "Al-Qaeda in Iraq" → "al-qaeda-in-iraq"."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or fold(name)


@lru_cache(maxsize=4)
def load_actors(lists: tuple[str, ...] = ()) -> Mapping[str, Actor]:
    """Actors by id; a later entry with the same id adds its names to the earlier one. Raises ListError."""
    found: dict[str, Actor] = {}
    for actor in (*_states(), *_packaged(), *(a for path in user_files(lists, "*.toml") for a in read_actors(path))):
        found[actor.id] = _joined(found[actor.id], actor) if actor.id in found else actor
    return found


def user_files(lists: tuple[str, ...], pattern: str) -> Iterator[Path]:
    """The user's files that match, folders searched in order of name; a path that is not there raises ListError."""
    for item in map(Path, lists):
        if item.is_dir():
            yield from sorted(item.glob(pattern))
        elif not item.exists():
            raise ListError("no such list", where=str(item), remedy="mend the path, here or in `lists` of the settings")
        elif item.match(pattern):
            yield item


@lru_cache(maxsize=1)
def states() -> frozenset[str]:
    """The ids of the countries that we know; these are found as places."""
    return frozenset(actor.id for actor in _states())


def _states() -> Iterator[Actor]:
    for row in data.table("places/countries.csv"):
        aliases, demonyms = _split(row["aliases"]), _split(row["demonyms"])
        adjectives = tuple(dict.fromkeys(form for d in demonyms for form in (d, _plural(d))))
        yield Actor(slug(row["name"]), row["name"], "state", aliases, (), row["country"], adjectives=adjectives)


def _plural(demonym: str) -> str:
    return demonym if demonym.endswith(("s", "ese", "sh", "ch", "x")) else demonym + "s"


def _packaged() -> Iterator[Actor]:
    for name in PACKAGED:
        for row in data.table(name):
            yield Actor(
                row.get("id") or slug(row["name"]),
                row["name"],
                row["kind"],
                _split(row["aliases"]),
                _split(row["acronyms"]),
                row["country"],
                int(row["from"]) if row["from"] else None,
                int(row["to"]) if row["to"] else None,
                sure=name != PACKAGED[-1],
            )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _joined(first: Actor, second: Actor) -> Actor:
    """The first with the names of the second; its own name and kind stay."""
    aliases = tuple(a for a in dict.fromkeys((*first.aliases, *second.names)) if a != first.name)
    acronyms = first.acronyms if not second.sure else tuple(dict.fromkeys((*first.acronyms, *second.acronyms)))
    new = () if second.sure else set(aliases) - set(first.aliases)
    doubtful = first.doubtful | {name for name in new if len(re.findall(r"\w+", name)) < 3}
    country = first.country or second.country
    return replace(first, aliases=aliases, acronyms=acronyms, country=country, doubtful=doubtful)


def read_actors(path: Path) -> Iterator[Actor]:
    """The actors of a user's file, without what `doubts` tells of; raises ListError naming file and line."""
    for entry, where in _entries(path):
        yield _user_actor(entry, where)


def doubts(lists: tuple[str, ...]) -> Iterator[ListError]:
    """What is wrong with the user's actors and does no harm, with file and line: years in reverse, unknown parents."""
    found = [(_user_actor(e, where), e, where) for path in user_files(lists, "*.toml") for e, where in _entries(path)]
    if not found:
        return
    ids = {*load_actors(lists), *(row["id"] for row in data.table("actors/names.csv"))}
    for actor, entry, where in found:
        if _reversed(entry.get("from"), entry.get("to")):
            what = f"{actor.name} ends in {entry['to']}, before it begins in {entry['from']}; its years are left out"
            yield ListError(what, where=where, remedy="mend `from` or `to`")
        if actor.parent and actor.parent not in ids:
            what = f"{actor.name} has the parent {actor.parent!r}, which no list has; it is left without one"
            yield ListError(what, where=where, remedy="give the id of an actor of the lists")


def _reversed(start: object, end: object) -> bool:
    return isinstance(start, int) and isinstance(end, int) and end < start


def _entries(path: Path) -> Iterator[tuple[Mapping[str, object], str]]:
    """The entries of a user's file, each with file and line."""
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise ListError(f"cannot be read ({error})", where=str(path), remedy="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise ListError(str(error), where=f"{path}:{line.group(1) if line else 1}", remedy="mend the line") from error
    at = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[actor]]"]
    entries = table.get("actor", [])
    if not isinstance(entries, list) or set(table) - {"actor"}:
        remedy = "begin each actor with [[actor]]"
        raise ListError("holds something else than [[actor]]", where=f"{path}:1", remedy=remedy)
    for number, entry in enumerate(entries):
        yield entry, f"{path}:{at[number] if number < len(at) else 1}"


def _user_actor(entry: Mapping[str, object], where: str) -> Actor:
    unknown = set(entry) - FIELDS
    if unknown:
        raise ListError(f"unknown field {min(unknown)!r}", where=where, remedy=f"use {', '.join(sorted(FIELDS))}")
    name = entry.get("name")
    if not isinstance(name, str) or not name.strip():
        raise ListError("the actor has no name", where=where, remedy='add name = "…"')
    kind = entry.get("kind", "armed_group")
    if kind not in KINDS:
        raise ListError(f"unknown kind {kind!r}", where=where, remedy=f"use one of {', '.join(KINDS)}")
    years = [_year(entry.get(key), key, where) for key in ("from", "to")]
    if _reversed(*years):
        years = [None, None]
    texts = [_words(entry.get(key, []), key, where) for key in ("aliases", "acronyms")]
    given = {key: _word(entry.get(key, ""), key, where) for key in ("id", "country", "parent")}
    return Actor(
        given["id"] or slug(name),
        name,
        str(kind),
        texts[0],
        texts[1],
        given["country"],
        years[0],
        years[1],
        given["parent"],
        own=True,
    )


def _year(value: object, key: str, where: str) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 10_000):
        raise ListError(f"{key} is no year", where=where, remedy=f"write {key} = 2014")
    return value


def _word(value: object, key: str, where: str) -> str:
    if not isinstance(value, str):
        raise ListError(f"{key} is no text", where=where, remedy=f'write {key} = "…"')
    return value


def _words(value: object, key: str, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ListError(f"{key} is no list of texts", where=where, remedy=f'write {key} = ["…", "…"]')
    return tuple(value)
