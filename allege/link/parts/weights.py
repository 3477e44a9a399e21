"""The weights of the signals, and the score of a pair with its contributions in words."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import mul

from allege.link.model import Band, Contribution, Link
from allege.link.parts.circle import Circle
from allege.link.parts.signals import SIGNALS, Values, compare, named
from allege.link.parts.telling import Telling


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted scale: log-odds = `base` + Σ weight × value; `same` and `possibly` are the least scores of the bands."""

    base: float
    weights: Values
    same: float
    possibly: float

    def score(self, values: Values) -> float:
        """The chance that a pair with these signals tells of one occurrence."""
        odds = self.base + sum(map(mul, self.weights, values))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))

    def band(self, score: float) -> Band:
        """What a score allows to say."""
        return Band.SAME if score >= self.same else Band.POSSIBLY if score >= self.possibly else Band.DIFFERENT


def _read(name: str) -> Mapping[str, Mapping[str, float | str]]:
    return tomllib.loads(resources.files("allege").joinpath(f"data/link/{name}").read_text(encoding="utf-8"))


@cache
def weights(scale: str) -> Weights:
    """A scale of allege/data/link/parts.toml: "claims" (read from the ledger) or "words" (anchors in plain text)."""
    row = _read("parts.toml")[scale]
    fitted = tuple(float(row.get(name, 0.0)) for name in SIGNALS)
    return Weights(float(row["base"]), fitted, float(row["same"]), float(row["possibly"]))


@cache
def _wordings() -> Mapping[str, str]:
    return {name: str(words) for name, words in _read("parts_signals.toml")["words"].items()}


def explain(a: Telling, b: Telling, circle: Circle, scale: Weights) -> Link:
    """A pair with its score, band and what each signal adds to the log-odds, the strongest first."""
    a, b = (b, a) if b.id < a.id else (a, b)
    values = compare(a, b, circle)
    amounts = dict(zip(SIGNALS, scale.weights, strict=True))
    parts = [
        Contribution(name, value, amounts[name] * value, _wordings()[name].format(a=a.anchor, b=b.anchor, value=value))
        for name, value in named(values).items()
        if value and amounts[name]
    ]
    score = scale.score(values)
    base = Contribution("base", 1.0, scale.base, "what any pair starts from")
    ordered = sorted(parts, key=lambda part: (-abs(part.amount), part.feature))
    return Link(a.id, b.id, score, scale.band(score), (*ordered, base))
