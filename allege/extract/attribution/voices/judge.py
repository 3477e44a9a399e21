"""Weighs signs: which of several offers is the right one, and how likely a cue is.

A choice is a conditional logit over the offers of one cue, a chance a logistic regression. The weights
(`allege/data/attribution/encoder.toml`, tables `borders` for a cue's words, `source`, `content` and `cue`) are fitted
by `tools/fit_voices.py`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from allege.analyse import data
from allege.extract.attribution.voices.offer import Offer

Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The likeliest offer, and its share of the chances of all."""

    offer: Offer
    share: float


def choose_offer(weights: Mapping[str, float], offers: Sequence[Offer], signs: Sequence[Signs]) -> Chosen:
    """The likeliest of one cue's offers; of equals the first."""
    totals = [total(weights, one) for one in signs]
    best = max(range(len(totals)), key=totals.__getitem__)
    return Chosen(offers[best], 1 / sum(math.exp(max(one - totals[best], -50.0)) for one in totals))


def chance(weights: Mapping[str, float], signs: Signs) -> float:
    """The chance (0 … 1) that the signs give."""
    return 1 / (1 + math.exp(-min(max(total(weights, signs), -50.0), 50.0)))


def total(weights: Mapping[str, float], signs: Signs) -> float:
    """The log-odds that the signs add up to; a sign without a weight tells nothing, and most signs are 0."""
    return sum(weights.get(name, 0.0) * value for name, value in signs.items() if value)


def odds(chance: float) -> float:
    """Log-odds of a chance, bounded so that no single voice decides alone."""
    bounded = min(max(chance, 0.02), 0.98)
    return math.log(bounded / (1 - bounded))


def weights(table: str) -> Mapping[str, float]:
    """One table of the fitted weights: `borders`, `source`, `content` or `cue`."""
    return tables()[table]


@cache
def tables() -> Mapping[str, Mapping[str, float]]:
    """The fitted weights by table and sign."""
    found = data.lexicon("attribution/encoder.toml")
    return {name: dict(table) for name, table in found.items() if isinstance(table, dict)}
