"""Fits `allege/data/certainty/blend.toml`: how the rules' figure of commitment and the encoder's are made one.

    python tools/fit_blend.py TEXTS.jsonl.gz [--encoder on]

Each line is a JSON object with a `text` and `predicates`: `{"predicate": [start, end), "score": -3 … 3}`. The texts
must be ones that neither the rules' weights nor the encoder were fitted on: the dev part. Ridge regression over
`allege.extract.certainty.factuality.parts`. Prints Pearson r and the mean absolute error of the rules, of the encoder
and of both, for each corpus and over all; those of both on texts left out (five folds).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import Ridge
from sklearn.model_selection import GroupKFold

import allege
from allege.analyse.pipeline import analyse
from allege.claim import Document, Span
from allege.extract.certainty import factuality
from allege.extract.certainty.path import Reader
from allege.settings import Settings

TARGET = Path(allege.__file__).parent / "data" / "certainty" / "blend.toml"
FOLDS, PENALTY = 5, 5.0
HEAD = "# Written by tools/fit_blend.py: what each part of factuality.py adds to the commitment.\n\n"

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """One predicate: the number of its text, the rules' figures and the encoder's, its gold score, its corpus."""

    text: int
    rules: factuality.Figures
    seen: float
    score: float
    corpus: str


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--encoder", default="on")
    options = parser.parse_args()
    found = list(cases(options.texts, Settings(encoder=options.encoder)))
    rows = [factuality.parts(case.rules, case.seen) for case in found]
    x = np.array([list(row.values()) for row in rows])
    y = np.array([case.score for case in found])
    report(found, left_out(x, y, [case.text for case in found]))
    weights = dict(zip(rows[0], ridge(x, y).round(4).tolist(), strict=True))
    lines = "".join(f"{json.dumps(name)} = {weight}\n" for name, weight in weights.items())
    TARGET.write_text(f"{HEAD}[weights]\n{lines}", encoding="utf-8")


def cases(path: Path, settings: Settings) -> Iterator[Case]:
    """The predicates of a file that the encoder sees."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    documents = (Document(id=str(n), uri=str(n), text=row["text"]) for n, row in enumerate(rows))
    for n, (analysis, row) in enumerate(zip(analyse(documents, settings), rows, strict=True)):
        if analysis.encoded is None:
            raise SystemExit("no encoder is installed")
        reader = Reader(analysis.doc)
        for gold in row["predicates"]:
            piece = analysis.doc.char_span(*gold["predicate"], alignment_mode="expand")
            if piece is None:
                continue
            way = reader.path(piece.root)
            value, _ = reader.fold(way)
            rules = factuality.figures(reader, way, value)
            (seen,) = analysis.encoded.commitments([(Span(piece.root.idx, piece.root.idx + len(piece.root)),)])
            if seen is not None:
                yield Case(n, rules, seen, gold["score"], row.get("corpus", ""))


def ridge(x: Array, y: Array) -> Array:
    """Weights of the columns by ridge regression, columns brought to one spread."""
    spread = x.std(0)
    weights: Array = Ridge(alpha=PENALTY, fit_intercept=False).fit(x / spread, y).coef_ / spread
    return weights


def left_out(x: Array, y: Array, texts: Sequence[int]) -> Array:
    """What weights that were fitted on the other folds say of each predicate."""
    out = np.zeros(len(y))
    for kept, here in GroupKFold(FOLDS).split(x, y, texts):
        out[here] = x[here] @ ridge(x[kept], y[kept])
    return np.clip(out, factuality.LOWEST, factuality.HIGHEST)


def report(found: Sequence[Case], both: Array) -> None:
    """Pearson r and mean absolute error for each corpus and over all."""
    gold = np.array([case.score for case in found])
    rules, seen = np.array([case.rules.rules for case in found]), np.array([case.seen for case in found])
    figures = {"rules": rules, "encoder": seen, "both": both}
    for corpus in [*sorted({case.corpus for case in found}), None]:
        here = np.array([corpus in (None, case.corpus) for case in found])
        told = (
            f"{name} {np.corrcoef(made[here], gold[here])[0, 1]:.3f} ({np.abs(made - gold)[here].mean():.2f})"
            for name, made in figures.items()
        )
        print(f"{corpus or 'all':20} n {int(here.sum()):5}  {'  '.join(told)}")


if __name__ == "__main__":
    main()
