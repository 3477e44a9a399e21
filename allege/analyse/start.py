"""Starts spaCy without what it loads or looks up for nothing: an eighth of the time that a process needs to be ready.

Half of what `import spacy` imports is for its command line (forms, web clients, a downloader), which it takes in for
one function, `spacy.info`. And for each of the 128 pieces of a pipeline it looks through everything that is installed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

import catalogue  # type: ignore[import-untyped]


@contextmanager
def swiftly() -> Iterator[None]:
    """An `import spacy` inside leaves its command line out; whoever imports or asks for that later gets it."""
    if "spacy" in sys.modules:
        yield
        return
    stand_ins = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    vars(stand_ins["spacy.cli.info"])["info"] = _info
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


def _info(*asked: Any, **named: Any) -> Any:
    """What `spacy.info` gives, its command line loaded for it."""
    return import_module("spacy.cli").info(*asked, **named)


@contextmanager
def listed_once() -> Iterator[None]:
    """Inside, spaCy's registries have what other packages offer them grouped by registry, and search no more."""
    offered = catalogue.AVAILABLE_ENTRY_POINTS
    if hasattr(offered, "groups"):
        catalogue.AVAILABLE_ENTRY_POINTS = {group: list(offered.select(group=group)) for group in offered.groups}
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = offered
