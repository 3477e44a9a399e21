"""Lines of a table of figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a figure and its unit."""

    name: str
    value: float | str
    unit: str


def table(lines: Iterable[Line]) -> str:
    """The lines as a table in Markdown."""
    rows = (f"| {line.name} | {_shown(line.value)} | {line.unit} |" for line in lines)
    return "\n".join(["| what | figure | unit |", "|---|---:|---|", *rows])


def _shown(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:,}"
