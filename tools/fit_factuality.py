"""Fit `allege/data/certainty/factuality.toml`: what each feature adds to the author's commitment, by kind of text.

    python tools/fit_factuality.py TRAIN.jsonl.gz [DEV.jsonl.gz]

Each line is a JSON object with a `text`, its `corpus` and `predicates`: `{"predicate": [start, end), "score": -3 … 3}`.
The weights come from ridge regression over the features of `allege.extract.certainty.factuality`, once over the corpora
of `NEWS`, once over all others; a feature is kept when it occurs at least `SEEN` times and its weight is not below
`LEAST`. With a second file, Pearson r on it is printed for each corpus to the error stream. The same input gives the
same file.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from allege.analyse import pipeline
from allege.claim import Certainty
from allege.extract.certainty import factuality
from allege.extract.certainty.path import Reader
from allege.settings import Settings

NEWS = frozenset({"UW", "MEANTIME"})
SEEN = 15
PENALTY = 8.0
LEAST = 0.04
HEAD = """\
# What each feature of a predicate adds to the commitment of the author (-3 ... 3).
# Read by allege/extract/certainty/factuality.py.
# Written by tools/fit_factuality.py: ridge regression on train data; do not edit by hand.
#   value=...         the value that the rules find
#   form=...          how the predicate is joined to what governs it (above:form= what governs that, and so on up)
#   CLASS/form        a signature of signatures.toml     under=LEMMA/form  the word that governs the predicate
#   here: over: above:  cues of its own clause, of the one over it, of those further up
#   tense= tag= person= dep= noun  the predicate's own shape
"""


class Case(NamedTuple):
    """One predicate: its features, the rules' value, the chance that its text is news, its gold score, its corpus."""

    features: list[str]
    value: Certainty
    chance: float
    score: float
    corpus: str


def cases(path: str) -> Iterator[Case]:
    """The predicates of a file."""
    nlp = pipeline.load(Settings().pipeline)
    rows: list[dict[str, Any]] = [json.loads(line) for line in gzip.decompress(Path(path).read_bytes()).splitlines()]
    for row, doc in zip(rows, nlp.pipe((r["text"] for r in rows), batch_size=256), strict=True):
        reader = Reader(doc)
        for gold in row["predicates"]:
            piece = doc.char_span(*gold["predicate"], alignment_mode="expand")
            if piece is not None:
                way = reader.path(piece.root)
                value, _ = reader.fold(way)
                told = list(factuality.features(reader, way, value))
                yield Case(told, value, reader.chance_of_news, gold["score"], row.get("corpus", ""))


def matrix(found: list[Case], index: dict[str, int]) -> Any:
    """One row a case, one column a feature, 1 where the case has it."""
    out = np.zeros((len(found), len(index)))
    for n, case in enumerate(found):
        for name in case.features:
            if name in index:
                out[n, index[name]] = 1
    return out


def weights(found: list[Case]) -> dict[str, float]:
    """What each feature of these predicates adds to the gold score."""
    counts = Counter(name for case in found for name in case.features)
    index = {name: n for n, name in enumerate(sorted(name for name, count in counts.items() if count >= SEEN))}
    x, y = matrix(found, index), np.array([case.score for case in found])
    fitted = np.linalg.solve(x.T @ x + PENALTY * np.eye(len(index)), x.T @ y).round(2)
    print(f"{len(found)} predicates, {len(index)} of {len(counts)} features kept", file=sys.stderr)
    return {name: float(fitted[n]) for name, n in index.items() if abs(fitted[n]) >= LEAST}


def main(train_path: str, dev_path: str | None = None) -> None:
    """Fit on the first file, write the weights, report on the second."""
    train = list(cases(train_path))
    kept = {
        factuality.NEWS: weights([case for case in train if case.corpus in NEWS]),
        factuality.OTHER: weights([case for case in train if case.corpus not in NEWS]),
    }
    lines = [
        f"\n[{kind}]\n" + "".join(f"{json.dumps(name)} = {own[name]}\n" for name in sorted(own))
        for kind, own in kept.items()
    ]
    target = Path(str(files("allege") / "data" / "certainty" / "factuality.toml"))
    target.write_text(HEAD + "".join(lines), encoding="utf-8")
    if dev_path is not None:
        report(list(cases(dev_path)), kept)


def report(dev: list[Case], kept: dict[str, dict[str, float]]) -> None:
    """Pearson r for each corpus and over all, from a predicate's own head: no claim need be found there."""
    for corpus in [*sorted({case.corpus for case in dev}), None]:
        part = [case for case in dev if corpus in (None, case.corpus)]
        guess = [factuality.mixed(kept, case.features, case.chance, case.value).rules for case in part]
        gold = [case.score for case in part]
        r = np.corrcoef(guess, gold)[0, 1]
        error = np.abs(np.array(guess) - gold).mean()
        print(f"{corpus or 'all':20} n {len(part):6} r {r:.3f} MAE {error:.3f}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:3])
