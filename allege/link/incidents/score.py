"""The score of a pair of units: a logistic regression whose weights stand in `data/link/incidents.toml`.

The log-odds are those of a usual pair of candidates plus, for each feature, its weight times how far its value is from
the usual one. Those products are the contributions that a person is shown; they add up to the score.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from allege.errors import AllegeError
from allege.link.incidents.compare import BRIEF_FEATURES, FEATURES, Feature, brief_values, values
from allege.link.incidents.pair import Pair
from allege.link.model import Band, Contribution, Link

PLACES = 4
"""Decimals of what a person is shown of a score: more would take half of the ledger's room for links."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`base`: the log-odds of a usual pair; `usual`, `weights`: in the order of the features.

    `same`, `possibly`: the mean probability from which two groups are one incident, or wait for a person.
    """

    base: float
    usual: tuple[float, ...]
    weights: tuple[float, ...]
    same: float
    possibly: float

    @classmethod
    def of(cls, table: Mapping[str, Any], known: Sequence[Feature] = FEATURES) -> Weights:
        """From a file's table; raises AllegeError where a feature or a number is missing or too many."""
        try:
            features = {row["name"]: row for row in table["feature"]}
            names = [feature.name for feature in known]
            if sorted(features) != sorted(names):
                odd = ", ".join(sorted(set(features) ^ set(names)))
                raise AllegeError("its features are not those of the program", where=FILE, remedy=f"look at: {odd}")
            rows = [features[name] for name in names]
            return cls(
                float(table["base"]),
                tuple(float(row["usual"]) for row in rows),
                tuple(float(row["weight"]) for row in rows),
                float(table["bands"]["same"]),
                float(table["bands"]["possibly"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise AllegeError(f"cannot be read: {error!r}", where=FILE, remedy="install Allege again") from error

    def band(self, score: float) -> Band:
        """What a probability allows to say."""
        if score >= self.same:
            return Band.SAME
        return Band.POSSIBLY if score >= self.possibly else Band.DIFFERENT


FILE = "data/link/incidents.toml"
BRIEF_FILE = "data/link/incidents_brief.toml"


@dataclass(frozen=True, slots=True)
class Scales:
    """The weights for two whole reports, and for pairs of which one is a sentence or two."""

    whole: Weights
    brief: Weights

    def of(self, pair: Pair) -> Weights:
        """Those that a pair is judged by."""
        return self.brief if pair.brief else self.whole


@cache
def shipped() -> Scales:
    """The weights that come with Allege."""
    whole, brief = (tomllib.loads(files("allege").joinpath(name).read_text("utf-8")) for name in (FILE, BRIEF_FILE))
    return Scales(Weights.of(whole), Weights.of(brief, BRIEF_FEATURES))


def probability(pair: Pair, scales: Scales) -> float:
    """How likely it is that both tell of one occurrence, from 0 to 1."""
    weights = scales.of(pair)
    return _logistic(weights.base + sum(_amounts(_values(pair), weights)))


def probabilities(columns: Sequence[NDArray[np.float64]], weights: Weights) -> NDArray[np.float64]:
    """The same for many pairs at once, given by the columns of their features.

    Feature by feature and not as a product of matrices, which adds in an order that depends on how many rows there are.
    """
    odds = np.full(len(columns[0]), weights.base)
    for column, usual, weight in zip(columns, weights.usual, weights.weights, strict=True):
        odds += weight * (column - usual)
    found: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(odds, -60.0, 60.0)))
    return found


def link(pair: Pair, scales: Scales, found: Sequence[float] = ()) -> Link:
    """The scored pair with everything that adds up to its log-odds, the weightiest first, in ten-thousandths.

    `found`: the values of its features, where they are known and of these features. What adds nothing is left out.
    """
    weights, features = scales.of(pair), BRIEF_FEATURES if pair.brief else FEATURES
    found = found if len(found) == len(features) else _values(pair)
    amounts = _amounts(found, weights)
    told = [
        Contribution(feature.name, round(value - usual, PLACES), shown, feature.words(pair, value))
        for feature, value, usual, amount in zip(features, found, weights.usual, amounts, strict=True)
        if (shown := round(amount, PLACES))
    ]
    told.sort(key=lambda one: (-abs(one.amount), one.feature))
    base = Contribution("base", 1.0, weights.base, "any two texts that share something rare")
    score = _logistic(weights.base + sum(amounts))
    a, b = sorted((pair.left.unit.id, pair.right.unit.id))
    return Link(a, b, score, weights.band(score), (base, *told))


def _values(pair: Pair) -> tuple[float, ...]:
    return brief_values(pair) if pair.brief else values(pair)


def _amounts(found: Sequence[float], weights: Weights) -> list[float]:
    return [w * (value - usual) for w, value, usual in zip(weights.weights, found, weights.usual, strict=True)]


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))
