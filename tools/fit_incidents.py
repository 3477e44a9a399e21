"""Fits allege/data/link/incidents.toml and incidents_brief.toml: what two reports share, and what that says.

    python tools/fit_incidents.py LEDGER GOLD.jsonl.gz [LEDGER GOLD.jsonl.gz …] > allege/data/link/incidents.toml
    python tools/fit_incidents.py --brief LEDGER GOLD.jsonl.gz [LEDGER GOLD …] > allege/data/link/incidents_brief.toml

LEDGER holds the documents as Allege reads them, their URI being `doc` in GOLD's lines {doc, incident} (or `subtopic`
in place of `incident`). The regression is fitted on all candidate pairs; each `topic` that GOLD names is besides a
collection of its own, as small and as much about one thing as an analyst's folder. Where the band "same" begins is
found on the first collection by cross-validation: folds of incidents, each scored by weights fitted on the others.
Prints the folds' figures to stderr. scipy is needed.

--brief: for pairs of which one is a sentence or two. No data set marks which occurrence a passing mention means, so
mentions are made: one sentence of each document that says where, when or how many, as if another text told it in
passing. Half of them keep the day of publication, as a post does.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from allege.claim import Role
from allege.ledger import Ledger
from allege.link.incidents.candidates import candidates
from allege.link.incidents.collection import Collection
from allege.link.incidents.columns import batches
from allege.link.incidents.compare import BRIEF_FEATURES, FEATURES, Feature
from allege.link.incidents.group import average_link
from allege.link.incidents.kinds import kind
from allege.link.incidents.rows import Rows
from allege.link.incidents.scenes import OCCURS
from allege.link.incidents.unit import Unit, in_passing, units
from allege.link.model import EventClaim, Story

Reals = NDArray[np.float64]
Row = dict[str, Any]
FOLDS = 5
STRENGTH = 0.3
"""Inverse strength of the L2 penalty on standardised features."""
FURTHER = 0.25
"""What a pair of a further collection weighs beside one of the first: picked on other documents of both, so that many
reports of one occurrence are found together and few of each still are."""
PRECISION = 0.98
"""What B-cubed precision the band "same" must have on the folds."""
HIGHER = 0.1
"""How much higher than on the folds the band begins in the product, which also groups what is told in passing and
has documents by the thousand: B-cubed precision of train is 97.6 at the cut of the folds and 98.3 at this one."""
SURE = 0.85
"""How many of the pairs with a passing mention must be right in the band "same"."""
POSSIBLY = 0.5
"""The band "possibly" begins at this share of where "same" begins."""
RULED_OUT = {"other_kind": -6.0, "clash": -6.0}
"""What clashes weigh at least. The collections hardly have two kinds of occurrence at one place, or attacks of a week
by the same few parties in neighbouring towns, and so do not teach what every analyst knows."""


@dataclass(frozen=True, slots=True)
class Read:
    """Units with their incidents, and the candidate pairs with their features."""

    labels: tuple[str, ...]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    features: Reals

    @property
    def same(self) -> NDArray[np.bool_]:
        """Whether each pair tells of one incident."""
        labels = np.array(self.labels)
        found: NDArray[np.bool_] = labels[self.left] == labels[self.right]
        return found


@dataclass(frozen=True, slots=True)
class Fit:
    """A regression over features as they are: `base` is the log-odds at the `usual` values."""

    base: float
    usual: Reals
    weights: Reals

    @classmethod
    def of(cls, features: Reals, same: NDArray[np.bool_], share: Reals, names: Sequence[Feature]) -> Fit:
        """Fits weights, the features standardised first; none gets a weight against its feature's sign.

        `share`: what each pair weighs; `names`: the features' list.
        """
        usual, spread = features.mean(0), features.std(0)
        spread[spread == 0] = 1.0
        scaled = np.column_stack([(features - usual) / spread, np.ones(len(features))])
        signs = np.where(same, 1.0, -1.0)

        def loss(weights: Reals) -> tuple[float, Reals]:
            odds = signs * (scaled @ weights)
            penalty = weights * ([1.0] * len(usual) + [0.0]) / STRENGTH
            slope = -scaled.T @ (share * signs * expit(-odds)) + penalty
            return float((share * np.logaddexp(0, -odds)).sum() + 0.5 * weights @ penalty), slope

        bounds = [(0, None) if feature.sign > 0 else (None, 0) for feature in names]
        found = minimize(loss, np.zeros(len(usual) + 1), jac=True, bounds=[*bounds, (None, None)], method="L-BFGS-B")
        return cls(float(found.x[-1]), usual, found.x[:-1] / spread)

    def scores(self, features: Reals) -> Reals:
        """The probability of each row."""
        odds = self.base + (features - self.usual) @ self.weights
        found: Reals = 1 / (1 + np.exp(-odds))
        return found


def read(ledger: Path, gold: Path, *, brief: bool) -> list[Read]:
    """The units of a ledger whose documents have a known incident, all together and then topic by topic."""
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        rows = {row["doc"]: row for row in map(json.loads, lines)}
    with Ledger(ledger, create=False) as opened:
        stories = {story.id: story for story in opened.stories() if story.uri in rows}
        claims = groupby(opened.event_claims(), key=lambda claim: claim.document)
        told = [
            (unit, rows[stories[document].uri])
            for document, found in claims
            if document in stories
            for unit in told_by(stories[document], list(found), brief=brief)
        ]
    topics = sorted({row["topic"] for _, row in told if row.get("topic")})
    parts = [told, *([one for one in told if one[1]["topic"] == topic] for topic in topics)]
    return [compare(part, brief=brief) for part in parts]


def told_by(story: Story, claims: list[EventClaim], *, brief: bool) -> list[Unit]:
    """A document's main unit, and for `brief` a sentence of it as if it were told in passing elsewhere."""
    main = [unit for unit in units(story, claims) if unit.main]
    return [*main, *(passing(story, claims, main[0]) if brief and main else ())]


def passing(story: Story, claims: list[EventClaim], main: Unit) -> list[Unit]:
    """One sentence of the main unit that says where, when or how many, the same in every run; none where none does."""
    sentences: dict[int, list[EventClaim]] = {}
    for claim in claims:
        if claim.id in main.claims and claim.certainty in OCCURS and kind(claim) is not None:
            sentences.setdefault(claim.start, []).append(claim)
    telling = (Role.PLACE, Role.TIME, Role.DEATHS, Role.INJURIES)
    some = [group for group in sentences.values() if any(claim.of(role) for claim in group for role in telling)]
    if not some:
        return []
    draw = zlib.crc32(story.id.encode())
    unit = in_passing(story, some[draw % len(some)])
    day = main.published if draw // 7 % 2 else None
    return [replace(unit, id=f"{unit.id} in passing", published=day)]


def compare(told: Sequence[tuple[Unit, Row]], *, brief: bool) -> Read:
    """The candidate pairs of units with the lines of their documents; for `brief` those with a passing mention."""
    found = [unit for unit, _ in told]
    collection = Collection.of(found)
    names = BRIEF_FEATURES if brief else FEATURES
    paired = candidates(found, collection)
    left, right = paired.left, paired.right
    order = np.argsort(left, kind="stable")
    left, right = left[order], right[order]
    if brief:
        wanted = [
            (found[i].brief or found[j].brief) and found[i].document != found[j].document
            for i, j in zip(left.tolist(), right.tolist(), strict=True)
        ]
        left, right = left[np.array(wanted, dtype=bool)], right[np.array(wanted, dtype=bool)]
    made = [np.column_stack(batch.features(names)) for batch in batches(Rows(found, collection), left, right)]
    features = np.vstack([np.zeros((0, len(names))), *made])
    return Read(tuple(row.get("incident") or row["subtopic"] for _, row in told), left, right, features)


def fold_of(label: str) -> int:
    """The fold of an incident, the same in every run."""
    return zlib.crc32(label.encode()) % FOLDS


def fitted(collections: Sequence[Read], names: Sequence[Feature], without: int | None = None) -> Fit:
    """The regression over all collections, or over what is left `without` the incidents of one fold."""
    rows, same, share = [], [], []
    for n, data in enumerate(collections):
        folds = np.array([fold_of(label) for label in data.labels])
        kept = (folds[data.left] != without) & (folds[data.right] != without)
        rows.append(data.features[kept])
        same.append(data.same[kept])
        share.append(np.full(int(kept.sum()), FURTHER if n else 1.0))
    return Fit.of(np.vstack(rows), np.concatenate(same), np.concatenate(share), names)


def held_out(collections: Sequence[Read], names: Sequence[Feature]) -> Reals:
    """The probability of each pair of the first collection, by weights that did not see its left unit's incident."""
    data = collections[0]
    left = np.array([fold_of(data.labels[unit]) for unit in data.left])
    scores = np.zeros(len(data.left))
    for fold in range(FOLDS):
        scores[left == fold] = fitted(collections, names, fold).scores(data.features[left == fold])
    return scores


def b_cubed(gold: Sequence[str], groups: Sequence[Sequence[int]]) -> tuple[float, float]:
    """Precision and recall."""
    size = Counter(gold)
    right = wanted = 0.0
    for group in groups:
        for label, n in Counter(gold[item] for item in group).items():
            right += n * n / len(group)
            wanted += n * n / size[label]
    return right / len(gold), wanted / len(gold)


def cut_of(data: Read, scores: Reals) -> float:
    """Where "same" begins: the cut with the best F1 of B-cubed among those that are precise enough."""
    edges = {(int(i), int(j)): float(s) for i, j, s in zip(data.left, data.right, scores, strict=True) if s >= 0.02}
    best = (0.0, 1.0)
    for cut in np.arange(0.2, 0.9, 0.04):
        precision, recall = b_cubed(data.labels, average_link(len(data.labels), edges, float(cut)).groups)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"cut {cut:.2f}: B3 {precision:.4f} {recall:.4f} {f1:.4f}", file=sys.stderr)
        if precision >= PRECISION:
            best = max(best, (f1, float(cut)))
    return best[1]


def ruled_out(fit: Fit, names: Sequence[Feature]) -> Fit:
    """The fit with what rules a pair out weighing enough; pairs without a clash keep their log-odds."""
    base, usual, weights = fit.base, fit.usual.copy(), fit.weights.copy()
    for n, feature in enumerate(names):
        least = RULED_OUT.get(feature.name)
        if least is not None and weights[n] > least:
            base -= weights[n] * usual[n]
            usual[n], weights[n] = 0.0, least
    return Fit(float(base), usual, weights)


def toml(fit: Fit, same: float, names: Sequence[Feature]) -> str:
    """The weights as a file."""
    lines = [
        "# How much each thing that two reports share says about whether they tell of one incident.",
        "# Made by tools/fit_incidents.py. log-odds = base + sum of weight × (value - usual); the features are",
        "# those of allege/link/incidents/compare.py. Bands: the mean probability from which two groups are one,",
        "# or wait for a person.",
        "",
        f"base = {fit.base:.4f}",
        "",
        "[bands]",
        f"same = {same:.2f}",
        f"possibly = {same * POSSIBLY:.2f}",
    ]
    for feature, usual, weight in zip(names, fit.usual, fit.weights, strict=True):
        lines += ["", "[[feature]]", f'name = "{feature.name}"', f"usual = {usual:.4f}", f"weight = {weight:.4f}"]
    return "\n".join(lines) + "\n"


def sure_of(data: Read, scores: Reals) -> float:
    """Where "same" begins for passing mentions: the least score from which enough of the pairs are right."""
    best = 1.0
    for cut in np.arange(0.95, 0.25, -0.05):
        found, gold = scores >= cut, data.same
        right = int((found & gold).sum())
        precision = right / max(1, int(found.sum()))
        print(f"cut {cut:.2f}: {precision:.4f} of {found.sum()} pairs, {right / gold.sum():.4f} found", file=sys.stderr)
        if precision >= SURE:
            best = float(cut)
    return best


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="LEDGER GOLD")
    parser.add_argument("--brief", action="store_true")
    options = parser.parse_args()
    files, names = options.files, BRIEF_FEATURES if options.brief else FEATURES
    pairs_of = zip(files[::2], files[1::2], strict=True)
    collections = [one for pair in pairs_of for one in read(*pair, brief=options.brief)]
    for data in collections:
        print(f"{len(data.labels)} units, {len(data.left)} pairs, {int(data.same.sum())} same", file=sys.stderr)
    scores = held_out(collections, names)
    same = sure_of(collections[0], scores) if options.brief else cut_of(collections[0], scores) + HIGHER
    print(toml(ruled_out(fitted(collections, names), names), same, names), end="")


if __name__ == "__main__":
    main()
