"""Puts the figures of results.json into the model card: `python -m train.encoder.card` writes `docs/encoder.md` anew.

Only what stands between the marks `<!-- scores -->` and `<!-- calibration -->` and their ends is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CARD = HERE.parents[1] / "docs" / "encoder.md"
PLAIN = ("factuality",)
"""What is not a percentage begins with one of these."""


def filled(card: str, results: Mapping[str, Any]) -> str:
    """The card with these results in its tables."""
    for name, lines in (("scores", _scores(results)), ("calibration", _calibration(results))):
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        head, rest = card.split(begin)
        card = head + begin + "\n".join(lines) + "\n" + end + rest.split(end)[1]
    return card


def _scores(results: Mapping[str, Any]) -> Iterator[str]:
    yield "| head, on dev | score | 95 % interval | units |"
    yield "|---|---:|---:|---:|"
    for name, one in results["scores"].items():
        plain = name.startswith(PLAIN)
        value, low, high = (f"{one[key]:.3f}" if plain else f"{100 * one[key]:.1f}" for key in ("value", "low", "high"))
        yield f"| {name} | {value} | {low} – {high} | {one['units']:,} |"


def _calibration(results: Mapping[str, Any]) -> Iterator[str]:
    yield "| head | answers | error before | after |"
    yield "|---|---:|---:|---:|"
    for head, one in results["calibration"].items():
        yield f"| {head} | {one['answers']:,} | {100 * one['before']:.1f} | {100 * one['after']:.1f} |"


def main() -> None:
    """The command."""
    results = json.loads((HERE / "results.json").read_text(encoding="utf-8"))
    CARD.write_text(filled(CARD.read_text(encoding="utf-8"), results), encoding="utf-8")


if __name__ == "__main__":
    main()
