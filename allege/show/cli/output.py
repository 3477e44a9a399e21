"""How a command answers: lines for a person, JSON lines for a program, a file in the place of either."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from allege.errors import UsageError
from allege.show.export.lines import json_line


def say(lines: Iterable[str]) -> int:
    """Writes lines to standard output; returns how many."""
    written = 0
    for line in lines:
        sys.stdout.write(line + "\n")
        written += 1
    return written


def say_json(values: Iterable[Any], stream: TextIO | None = None) -> int:
    """Writes one JSON object a line; returns how many."""
    out = stream or sys.stdout
    return sum(1 for value in values if out.write(json_line(value, out.encoding or "utf-8") + "\n"))


@contextmanager
def opened(path: Path | None, ledger: str) -> Iterator[TextIO]:
    """Standard output, or a new UTF-8 file that takes the place of `path` once all is written.

    When the work fails, what stood at `path` is untouched; what is no plain file (`/dev/null`, a pipe) is written to as
    it is. Raises UsageError when `path` is the ledger itself.
    """
    if path is None or str(path) == "-":
        yield sys.stdout
        return
    refuse_ledger(path, ledger)
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as file:
            yield file
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with named(path, draft), draft.open("w", encoding="utf-8", newline="") as file:
            yield file
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def named(path: Path, draft: Path) -> Iterator[None]:
    """An OSError about the draft tells of the file that the user named."""
    try:
        yield
    except OSError as error:
        if error.filename != str(draft):
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def refuse_ledger(path: Path, ledger: str) -> None:
    """Raises UsageError when writing to `path` would destroy the ledger."""
    held = Path(ledger.partition("://")[2].lstrip("/") if "://" in ledger else ledger)
    if path.exists() and held.exists() and path.samefile(held):
        raise UsageError("is the ledger itself", where=str(path), remedy="give the output another name")
