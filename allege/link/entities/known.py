"""The lists of actors as the linker reads them: entries of several lists merged into entities, none lost.

`allege/data/actors/groups.csv`, `names.csv`, `organizations.csv`, the countries, `armed_groups.csv`, then the user's
`actors.toml`. An entry joins an earlier one of the same id, or one that bears its main name, or (for a name of three
words or more) one of its other names, where no country speaks against it; for entries of compiled lists the same words
in another spelling or language will do. A faction never joins its parent.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from allege.analyse.actor_list import KINDS, Actor, load_actors, read_actors, slug, states, user_files
from allege.errors import ListError
from allege.link.entities.countries import country_code
from allege.link.entities.spelling import key, letters, tokens

TABLES = ("groups.csv", "names.csv", "organizations.csv", "armed_groups.csv")
BY_HAND = "allege"
"""The origin of the entries in `names.csv`: no two lines of it are one body."""

USERS = "user"
"""The origin of the entries in a user's file, and of the countries."""

COLUMNS = {"id", "name", "kind", "country", "from", "to", "acronyms", "aliases", "parent", "origin"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list. `countries` are ISO codes; `parent` the id of what it is a part of; `origin` the list."""

    id: str
    name: str
    kind: str = ""
    countries: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    parent: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor that the lists know, under all its names. `ids`: its own first, then those that joined it."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...]
    countries: frozenset[str]
    start: int | None
    end: int | None
    parent: str
    ids: tuple[str, ...]


@dataclass
class _Draft:
    entries: list[Entry] = field(default_factory=list)

    @property
    def countries(self) -> set[str]:
        return {code for entry in self.entries for code in entry.countries}

    @property
    def parents(self) -> set[str]:
        return {entry.parent for entry in self.entries if entry.parent}


def read_table(path: Path, *, unique: bool = True) -> Iterator[Entry]:
    """The entries of a CSV list (columns as in `names.csv`); raises ListError naming file and line.

    `unique`: an id may stand once; a compiled list gives one body's names under several countries.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ListError(f"cannot be read ({error})", where=str(path), remedy="save it as UTF-8") from error
    rows = csv.DictReader(text.splitlines())
    unknown = set(rows.fieldnames or ()) - COLUMNS
    if unknown or "name" not in (rows.fieldnames or ()):
        what = f"unknown column {min(unknown)!r}" if unknown else "there is no column `name`"
        raise ListError(what, where=f"{path}:1", remedy=f"use {', '.join(sorted(COLUMNS))}")
    seen: dict[str, int] = {}
    for row in rows:
        entry = _entry(row, path, rows.line_num)
        if unique and entry.id in seen:
            what = f"{entry.id!r} stands in line {seen[entry.id]} too"
            raise ListError(what, where=f"{path}:{rows.line_num}", remedy="join the two lines")
        seen[entry.id] = rows.line_num
        yield entry


def _entry(row: dict[str, str | None], path: Path, line: int) -> Entry:
    where = f"{path}:{line}"
    if None in row or None in row.values():
        raise ListError("the line has another number of cells than the first", where=where, remedy="quote commas")
    cells = {name: (value or "").strip() for name, value in row.items()}
    name = cells["name"]
    kind = cells.get("kind", "")
    if not letters(name):
        raise ListError("the actor has no name", where=where, remedy="fill the column `name`")
    if kind and kind not in KINDS:
        raise ListError(f"unknown kind {kind!r}", where=where, remedy=f"use one of {', '.join(KINDS)}")
    start, end = (_year(cells.get(column, ""), column, where) for column in ("from", "to"))
    if start is not None and end is not None and end < start:
        raise ListError(f"ends in {end}, before it begins in {start}", where=where, remedy="mend `from` or `to`")
    parts = (_parts(cells.get(column, "")) for column in ("country", "acronyms", "aliases"))
    countries, acronyms, aliases = parts
    origin = cells.get("origin", "")
    identity = cells.get("id") or slug(name)
    return Entry(identity, name, kind, countries, start, end, acronyms, aliases, cells.get("parent", ""), origin)


def _year(cell: str, column: str, where: str) -> int | None:
    if cell and not (cell.isdigit() and len(cell) <= 4):
        raise ListError(f"{column} is no year: {cell!r}", where=where, remedy="write a year such as 2014")
    return int(cell) if cell else None


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def packaged(lists: tuple[str, ...] = ()) -> Iterator[Entry]:
    """All entries of ours, then of the user's files; raises ListError naming file and line."""
    folder = resources.files("allege") / "data" / "actors"
    for table in TABLES[:-1]:
        with resources.as_file(folder / table) as path:
            yield from read_table(path)
    yield from (_of_actor(actor) for actor in load_actors().values() if actor.kind == "state")
    with resources.as_file(folder / TABLES[-1]) as path:
        yield from read_table(path, unique=False)
    for path in user_files(lists, "*.toml"):
        yield from map(_of_actor, read_actors(path))


def _of_actor(actor: Actor) -> Entry:
    countries = (actor.country,) if actor.country else ()
    years = (actor.start, actor.end)
    return Entry(
        actor.id, actor.name, actor.kind, countries, *years, actor.acronyms, actor.aliases, actor.parent, USERS
    )


def merged(entries: Iterable[Entry]) -> tuple[Entity, ...]:
    """The entries as entities, in the order of their first entries."""
    drafts: list[_Draft] = []
    by_id: dict[str, _Draft] = {}
    by_name: defaultdict[str, list[_Draft]] = defaultdict(list)
    for entry in entries:
        draft = by_id.get(entry.id) or _host(entry, by_name)
        if draft is None:
            draft = _Draft()
            drafts.append(draft)
        _put(entry, draft, by_id, by_name)
    kept = list(_absorbed(drafts, by_id, by_name))
    owners = {form: draft for draft in reversed(kept) for form in _by_hand_forms(draft)}
    return tuple(_entity(draft, owners) for draft in kept)


def _put(entry: Entry, draft: _Draft, by_id: dict[str, _Draft], by_name: defaultdict[str, list[_Draft]]) -> None:
    draft.entries.append(entry)
    by_id[entry.id] = draft
    for name in filter(_tells, (entry.name, *entry.aliases)):
        for form in (letters(name), key(name)):
            if draft not in by_name[form]:
                by_name[form].append(draft)


def _tells(name: str) -> bool:
    """Whether a name is long enough to hold two entries together."""
    return len(letters(name)) > 5 and not (name.isupper() and " " not in name)


def _host(entry: Entry, by_name: defaultdict[str, list[_Draft]]) -> _Draft | None:
    names = [entry.name] if entry.parent else [entry.name, *(a for a in entry.aliases if len(tokens(a)) > 2)]
    by_hand = entry.origin in {"", BY_HAND, USERS}
    for name in filter(_tells, names):
        for form in (letters(name),) if by_hand else (letters(name), key(name)):
            hosts = [draft for draft in by_name.get(form, ()) if _agrees(entry, draft)]
            if len(hosts) == 1:
                return hosts[0]
    return None


def _agrees(entry: Entry, draft: _Draft) -> bool:
    """Whether neither country, years, descent nor two lines of a list kept by hand keep the entry from being the draft.

    A user's lines have ids of their own, so that two of one name are two bodies.
    """
    ids = {other.id for other in draft.entries}
    held = draft.countries
    apart = bool(entry.countries and held and not held & set(entry.countries))
    twice = (entry.origin == BY_HAND and _by_hand(draft)) or (_is_users(entry) and any(map(_is_users, draft.entries)))
    missed = any(_missed(entry, other) for other in draft.entries)
    return not (apart or twice or missed or entry.parent in ids or entry.id in draft.parents)


def _is_users(entry: Entry) -> bool:
    return entry.origin == USERS and entry.id not in states()


def _missed(one: Entry, other: Entry) -> bool:
    """Whether one of the two, a user's line and another kept by hand, had ended before the other began."""
    origins = {one.origin, other.origin}
    if USERS not in origins or not origins <= {"", BY_HAND, USERS}:
        return False
    pairs = ((one.end, other.start), (other.end, one.start))
    return any(end is not None and start is not None and end < start for end, start in pairs)


def _absorbed(
    drafts: Sequence[_Draft], by_id: dict[str, _Draft], by_name: defaultdict[str, list[_Draft]]
) -> Iterator[_Draft]:
    """Drafts less those that `names.csv` gives as another name of one of its own entries."""
    gone: set[int] = set()
    for draft in drafts:
        own = {entry.id for entry in draft.entries}
        if any(entry.origin == BY_HAND for entry in draft.entries) or not _tells(draft.entries[0].name):
            continue
        hosts = [
            d for d in by_name[letters(draft.entries[0].name)] if d is not draft and _by_hand(d) and id(d) not in gone
        ]
        if len(hosts) == 1 and not own & hosts[0].parents and _agrees(draft.entries[0], hosts[0]):
            hosts[0].entries.extend(draft.entries)
            by_id.update((name, hosts[0]) for name in own)
            gone.add(id(draft))
    yield from (draft for draft in drafts if id(draft) not in gone)


def _by_hand(draft: _Draft) -> bool:
    return any(entry.origin == BY_HAND for entry in draft.entries)


def _by_hand_forms(draft: _Draft) -> set[str]:
    """The names and acronyms, by their letters, that the lists kept by hand give the draft."""
    entries = [entry for entry in draft.entries if entry.origin in {"", BY_HAND}]
    return {letters(name) for e in entries for name in (e.name, *e.aliases, *e.acronyms)}


def _entity(draft: _Draft, owners: Mapping[str, _Draft]) -> Entity:
    """The draft's entries as one. A compiled list's name goes where the lists kept by hand have it for another body;
    the name of a country is no group's."""
    ours = _by_hand_forms(draft)

    def held(entry: Entry, name: str) -> bool:
        form = letters(name)
        if entry.kind != "state" and len(form) > 3 and country_code(name):
            return False
        others = entry.origin not in {"", BY_HAND, USERS} and ours and form not in ours
        return not (others and owners.get(form, draft) is not draft)

    first = draft.entries[0]
    starts = [e.start for e in draft.entries if e.start is not None and e.origin in {"", BY_HAND, USERS}]
    ends = [e.end for e in draft.entries if e.origin in {"", BY_HAND, USERS}]
    written = {name.casefold(): name for e in reversed(draft.entries) for name in (*reversed(e.aliases), e.name)}
    names = dict.fromkeys(
        written[name.casefold()] for e in draft.entries for name in (e.name, *e.aliases) if held(e, name)
    )
    own = dict.fromkeys(a for e in draft.entries for a in e.acronyms if held(e, a))
    return Entity(
        id=first.id,
        name=first.name,
        kind=next((e.kind for e in draft.entries if e.kind), "armed_group"),
        names=tuple(names),
        acronyms=tuple(own),
        countries=frozenset(draft.countries),
        start=min(starts, default=None),
        end=None if None in ends or not ends else max(year for year in ends if year is not None),
        parent=next((e.parent for e in draft.entries if e.parent), ""),
        ids=tuple(dict.fromkeys(e.id for e in draft.entries)),
    )
