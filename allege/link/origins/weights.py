"""The fitted weights of allege/data/link/origins.toml; tools/fit_origins.py writes that file."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression: `intercept`, and what each named feature adds for each unit of its value."""

    intercept: float
    weights: Mapping[str, float]

    def log_odds(self, values: Mapping[str, float]) -> float:
        """The log-odds for these feature values; KeyError where one is missing."""
        return self.intercept + sum(weight * values[name] for name, weight in self.weights.items())

    def probability(self, values: Mapping[str, float]) -> float:
        """The probability for these feature values."""
        return 1.0 / (1.0 + math.exp(-max(min(self.log_odds(values), 60.0), -60.0)))


@dataclass(frozen=True, slots=True)
class Weights:
    """`likeness`: whether one text was made from the other; `direction`: whether the first of the two is the source.

    `least` is the probability from which a pair counts as derived.
    """

    likeness: Regression
    direction: Regression
    least: float


@lru_cache(maxsize=1)
def fitted() -> Weights:
    """The weights that the package carries."""
    found = tomllib.loads((files("allege") / "data/link/origins.toml").read_text("utf-8"))
    likeness, direction = found["likeness"], found["direction"]
    return Weights(
        Regression(likeness["intercept"], likeness["weights"]),
        Regression(0.0, direction["weights"]),
        likeness["least"],
    )
