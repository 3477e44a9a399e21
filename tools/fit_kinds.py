"""Fit `allege/data/events/kinds.toml`: how much the rules' and the encoder's word on a root type weigh.

    python tools/fit_kinds.py DEV.jsonl.gz [--encoder FOLDER]

Each line: a `text` of one sentence, and `label`, its root type by the encoder's classes. Fit on what the encoder was
not fitted on, for there it is surer than it is right. The three weights come from penalised logistic regression over
the main event of each sentence, with the parties that the program finds; how often they are right in sentences left
out (tenths, three orders) goes to the error stream. The same input gives the same file.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from allege.analyse.pipeline import analyse
from allege.claim import Document
from allege.extract.assemble import ruled
from allege.extract.learned import kinds
from allege.extract.learned.missed import completed
from allege.extract.learned.parties import parted
from allege.settings import Settings

Array = NDArray[np.float64]

NAMES = ("pair", "rule", "context")
PENALTY = 1.0
FOLDS, ORDERS, STEPS = 10, 3, 25
TARGET = Path("allege/data/events/kinds.toml")
HEAD = """\
# How the root type of a sentence's main event is chosen between the rules and the encoder: a type's score is
# pair x log chance by the encoder + rule where the rules give it + context where tense or negation made it theirs.
# Read by allege/extract/learned/kinds.py. Written by tools/fit_kinds.py on dev; do not edit by hand.

"""


def cases(path: Path, encoder: str) -> tuple[Array, NDArray[np.int64]]:
    """[n, roots, weights]: what each weight is multiplied with for each root of each sentence; and the true roots."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
    documents = [Document(f"sha256:{n}", str(n), row["text"]) for n, row in enumerate(rows)]
    features, labels = [], []
    for row, analysis in zip(rows, analyse(documents, Settings(encoder=encoder)), strict=True):
        found, said = ruled(analysis)
        found = parted(analysis, completed(analysis, found, said), said)
        answered = kinds.answers(analysis, found)
        if answered:
            n, (roots, _) = answered[0]
            features.append(kinds.features(found[n], roots))
            labels.append(kinds.ROOTS.index(row["label"]))
    return np.stack(features), np.array(labels)


def fit(given: Array, gold: NDArray[np.int64]) -> Array:
    """The weights by damped Newton steps."""
    weights = np.zeros(given.shape[2])
    for _ in range(STEPS):
        chance = _chances(given, weights)
        mean = np.einsum("nk,nki->ni", chance, given)
        slope = (given[np.arange(len(gold)), gold] - mean).sum(axis=0) - PENALTY * weights
        bend = np.einsum("nk,nki,nkj->ij", chance, given, given) - mean.T @ mean + PENALTY * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        now, length = _likely(given, gold, weights), 1.0
        while length > 1e-3 and _likely(given, gold, weights + length * step) < now:
            length /= 2
        weights = weights + length * step
    return weights


def left_out(given: Array, gold: NDArray[np.int64]) -> float:
    """The share of sentences that weights fitted on others get right."""
    right = 0
    for order in range(ORDERS):
        at = np.random.default_rng(order).permutation(len(gold))
        for fold in range(FOLDS):
            rest = np.setdiff1d(at, at[fold::FOLDS])
            scores = given[at[fold::FOLDS]] @ fit(given[rest], gold[rest])
            right += int((scores.argmax(axis=1) == gold[at[fold::FOLDS]]).sum())
    return right / (ORDERS * len(gold))


def _chances(given: Array, weights: Array) -> Array:
    scores = given @ weights
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    out: Array = raised / raised.sum(axis=1, keepdims=True)
    return out


def _likely(given: Array, gold: NDArray[np.int64], weights: Array) -> float:
    chance = _chances(given, weights)[np.arange(len(gold)), gold]
    return float(np.log(np.maximum(chance, 1e-12)).sum() - PENALTY / 2 * weights @ weights)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--encoder", default="on", help="a folder with an encoder, else the one of the package")
    options = parser.parse_args()
    given, gold = cases(options.dev, options.encoder)
    weights = fit(given, gold)
    print(f"{len(gold)} sentences with an event, right when left out: {left_out(given, gold):.3f}", file=sys.stderr)
    lines = (f"{name} = {weight:.2f}\n" for name, weight in zip(NAMES, weights, strict=True))
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
