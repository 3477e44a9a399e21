"""What `allege doctor` checks: each check a small function that says what it found and how to mend it.

Nothing is loaded that a check can do without: the pipeline's version comes from its metadata, not from spaCy.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from importlib import metadata
from pathlib import Path

from allege import __version__
from allege.analyse.encoder.files import is_there, load_parts, name_of
from allege.errors import AllegeError
from allege.settings import Settings

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `ok` is None for what is only worth knowing; `remedy` says how to mend it."""

    name: str
    ok: bool | None
    found: str
    remedy: str = ""


def check_all(settings: Settings) -> Iterator[Check]:
    """Every check, in the order of CHECKS."""
    for check in CHECKS:
        yield from check(settings)


def _python(settings: Settings) -> Iterator[Check]:
    fine = sys.version_info >= OLDEST_PYTHON
    yield Check("Allege", None, __version__)
    yield Check("Python", fine, sys.version.split()[0], "" if fine else "install Python 3.11 or newer")


def _libraries(settings: Settings) -> Iterator[Check]:
    """The libraries that the package asks for, missing ones one by one."""
    needed = [_name(line) for line in metadata.requires("allege") or [] if "extra ==" not in line]
    versions = {name: _version(name) for name in needed}
    missing = [name for name, version in versions.items() if version is None]
    for name in missing:
        yield Check(f"library {name}", False, "not installed", f"pip install {name}")
    yield Check("libraries", not missing, f"{len(needed) - len(missing)} of {len(needed)} installed")


def _pipeline(settings: Settings) -> Iterator[Check]:
    spacy = _version("spacy")
    yield Check("spaCy", spacy is not None, spacy or "not installed", "" if spacy else "pip install spacy")
    folder = Path(settings.pipeline)
    meta = folder / "meta.json" if folder.is_dir() else _package_meta(settings.pipeline)
    if meta is None or not meta.exists():
        remedy = f"pip install {settings.pipeline.replace('_', '-')}, or mend the setting `pipeline`"
        yield Check("language pipeline", False, f"{settings.pipeline} is not installed", remedy)
        return
    about = json.loads(meta.read_text(encoding="utf-8"))
    asks = f" for spaCy {about['spacy_version']}" if about.get("spacy_version") else ""
    yield Check("language pipeline", True, f"{settings.pipeline} {about.get('version', '')}{asks}")
    if about.get("lang") != "en":
        yield Check("pipeline language", False, f"{about.get('lang')}", "choose an English pipeline")


def _encoder(settings: Settings) -> Iterator[Check]:
    """Reads the encoder's files and checks them against their checksums; nothing is opened."""
    if settings.encoder == "off":
        yield Check("encoder", None, "off: rules alone")
        return
    folder = "in the package" if settings.encoder == "on" else settings.encoder
    try:
        size = sum(map(len, load_parts(settings.encoder).content.values()))
        yield Check("encoder", True, f"{name_of(settings.encoder)}, {folder}, checksums right, {size / 1e6:,.1f} MB")
    except AllegeError as error:
        yield Check("encoder", False, f"{error.where}: {error.what}", error.remedy)


def rules_alone(settings: Settings) -> str:
    """What to tell whoever runs the pipeline with the setting "on" where no encoder is installed; else empty."""
    alone = settings.encoder == "on" and not is_there(settings.encoder)
    return "no encoder is installed: rules alone; see allege doctor" if alone else ""


def _sqlite(settings: Settings) -> Iterator[Check]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        yield Check("SQLite", True, f"{sqlite3.sqlite_version} with full-text search (FTS5)")
    except sqlite3.Error:
        remedy = "use a Python whose SQLite has FTS5 (python.org and Linux distributions have it)"
        yield Check("SQLite", False, f"{sqlite3.sqlite_version} without full-text search (FTS5)", remedy)
    finally:
        connection.close()


def _lists(settings: Settings) -> Iterator[Check]:
    """Reads the packaged actors and places, then the user's; a bad line of theirs is named."""
    from allege.analyse.actor_list import doubts, load_actors  # noqa: PLC0415 - the doctor alone reads the lists
    from allege.analyse.places.geography import load_geography  # noqa: PLC0415

    actors, places = len(load_actors()), len(load_geography())
    yield Check("actors and places", True, f"{actors:,} actors and {places:,} names of countries, regions and waters")
    try:
        more = len(load_actors(settings.lists)) - actors, len(load_geography(settings.lists)) - places
    except AllegeError as error:
        yield Check("your lists", False, f"{error.where}: {error.what}", error.remedy)
        return
    for doubt in doubts(settings.lists):
        yield Check("your lists", None, f"{doubt.where}: {doubt.what}", doubt.remedy)
    given = f"{os.pathsep.join(settings.lists)}: {more[0]:,} new actors, {more[1]:,} new names of places"
    yield Check("your lists", True if settings.lists else None, given if settings.lists else "none")


def _towns(settings: Settings) -> Iterator[Check]:
    from allege.analyse.places.index import index_path  # noqa: PLC0415 - the doctor alone looks for the index

    path = index_path(settings.cache)
    if path.exists():
        yield Check("index of towns", True, f"{path}, {path.stat().st_size / 1e6:,.1f} MB")
        return
    folder = next((parent for parent in path.parents if parent.exists()), path.parent)
    fine = os.access(folder, os.W_OK)
    remedy = "" if fine else "set `cache` to a folder that can be written"
    yield Check("index of towns", None if fine else False, f"not built yet; {path} on first use", remedy)


def _ledger(settings: Settings) -> Iterator[Check]:
    """Opens the ledger as every front does, if there is one."""
    path = Path(settings.ledger.removeprefix("sqlite:///"))
    if not path.exists():
        yield Check("ledger", None, f"{path} does not exist yet", "")
        return
    from allege.ledger import Ledger  # noqa: PLC0415 - a missing SQLAlchemy must not keep the doctor from saying so

    try:
        with Ledger(settings.ledger) as ledger:
            summary = ledger.summary()
        size = path.stat().st_size / 1e6
        held = f"{summary.documents:,} documents, {summary.claims:,} claims, {summary.failures:,} failures"
        yield Check("ledger", True, f"{path}: {held}, {size:,.1f} MB, form {_form(path)}")
    except AllegeError as error:
        yield Check("ledger", False, f"{path} {error.what}", error.remedy)


def _machine(settings: Settings) -> Iterator[Check]:
    yield Check("workers", None, f"{settings.cores} of {os.cpu_count()} cores")


def _settings(settings: Settings) -> Iterator[Check]:
    for field in fields(settings):
        value = getattr(settings, field.name)
        text = (os.pathsep.join(value) if isinstance(value, tuple) else str(value)) or "(empty)"
        yield Check(f"setting {field.name}", None, text + ("" if value != field.default else " [default]"))


CHECKS: tuple[Callable[[Settings], Iterator[Check]], ...] = (
    _python, _libraries, _pipeline, _encoder, _sqlite, _lists, _towns, _ledger, _machine, _settings,
)  # fmt: skip


def _name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    return found.group() if found else requirement


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _package_meta(name: str) -> Path | None:
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent / "meta.json" if spec and spec.origin else None


def _form(path: Path) -> int:
    with path.open("rb") as file:
        return int.from_bytes(file.read(64)[60:64], "big")
