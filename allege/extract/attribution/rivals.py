"""Where rules and encoder hear the same cue but not the same source or content: whose borders to take.

A logistic regression over what can be seen of the two rivals, one for sources and one for contents; above zero the
rules' words are taken. The weights (`allege/data/attribution/encoder.toml`) are fitted by `tools/fit_voices.py`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from allege.analyse import data
from allege.extract.attribution.fit import Quoted
from allege.extract.attribution.heard import Heard, Stretch
from allege.extract.attribution.tree import Tree

Part = Literal["source", "content"]

CLAUSES = frozenset({"that", "clause", "front", "inset"})
OBJECTS = frozenset({"to", "object", "small"})


@dataclass(frozen=True, slots=True)
class Voice:
    """An attribution as the encoder hears it, and how sure it is of the cue, the source and the content."""

    heard: Heard
    chance: float
    source: float
    content: float


def odds(chance: float) -> float:
    """Log-odds of a chance, bounded so that no single voice decides alone."""
    bounded = min(max(chance, 0.02), 0.98)
    return math.log(bounded / (1 - bounded))


def weights(table: str) -> Mapping[str, float]:
    """One table of the fitted weights: `cue`, `source` or `content`."""
    return _tables()[table]


@cache
def _tables() -> Mapping[str, Mapping[str, float]]:
    found = data.lexicon("attribution/encoder.toml")
    return {name: dict(table) for name, table in found.items() if isinstance(table, dict)}


def rules_win(tree: Tree, marks: Quoted, part: Part, ruled: tuple[Heard, float], seen: Voice) -> bool:
    """Whether the rules' words for `part` are the likelier ones; `ruled` has the chance that the rules give the cue."""
    fitted = weights(part)
    return sum(fitted.get(name, 0.0) * value for name, value in features(tree, marks, part, ruled, seen)) > 0


def features(
    tree: Tree, marks: Quoted, part: Part, ruled: tuple[Heard, float], seen: Voice
) -> Iterator[tuple[str, float]]:
    """What tells the rivals apart, by name; sizes are counted in words."""
    heard, chance = ruled
    first, second = _pieces(heard, part), _pieces(seen.heard, part)
    ours, theirs = _words(tree, first), _words(tree, second)
    yield "always", 1.0
    yield "rules", odds(chance)
    yield "encoder", odds(seen.chance)
    yield "sure", odds(seen.source if part == "source" else seen.content)
    yield "shared", len(ours & theirs) / max(1, len(ours | theirs))
    yield "rules inside", float(ours <= theirs)
    yield "encoder inside", float(theirs <= ours)
    yield "longer", math.log((len(ours) + 1) / (len(theirs) + 1))
    yield "rules silent", float(not ours)
    yield "encoder silent", float(not theirs)
    yield "rules split", float(len(first) > 1)
    yield "encoder split", float(len(second) > 1)
    yield "verb", float(heard.kind == "verb")
    yield "noun", float(heard.kind == "noun")
    yield "clause", float(heard.frame in CLAUSES)
    yield "object", float(heard.frame in OBJECTS)
    yield "same start", float(bool(ours and theirs) and min(ours) == min(theirs))
    yield "same end", float(bool(ours and theirs) and max(ours) == max(theirs))
    yield "quoted", float(any(marks.at[i] >= 0 for i in ours | theirs))


def _pieces(heard: Heard, part: Part) -> Sequence[Stretch]:
    return heard.source if part == "source" else heard.content


def _words(tree: Tree, pieces: Sequence[Stretch]) -> set[int]:
    return {i for first, last in pieces for i in range(first, last) if tree.word[i]}
