"""Fit `allege/data/events/places.toml`: how much the encoder's word and the parse weigh on where something happened.

    python tools/fit_places.py SENTENCES.jsonl.gz [--encoder on]

Each line: a `text`, and `events`, each `{"verb": [start, end], "places": [[start, end], ...]}`; other lines are passed
over. Fit on what the encoder was not fitted on, for there it is surer than it is right. One penalised logistic
regression over the places that each predication at a verb may have. How often predications get a right place, or none
where the sentence gives none, in sentences left out (tenths) goes to the error stream. The same input gives the same
file.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

import allege
from allege.analyse.analysis import Analysis
from allege.analyse.pipeline import analyse
from allege.claim import Document, Span, touches
from allege.extract.assemble import predicated
from allege.extract.learned.places import weighable
from allege.settings import Settings

Array = NDArray[np.float64]

TARGET = Path(allege.__file__).parent / "data" / "events" / "places.toml"
FOLDS, PENALTY = 10, 0.5
HEAD = """\
# How likely it is that a place of the sentence is where something happened, in log-odds: always + encoder x the
# encoder's own log-odds + away x the clauses between + unlisted where the rules took it and no list has it.
# Read by allege/extract/learned/places.py.
# Written by tools/fit_places.py on dev; do not edit by hand.

"""


@dataclass(frozen=True, slots=True)
class Case:
    """One predication at a gold verb: its options' signs, which of them are right, whether there is a place at all."""

    fold: int
    signs: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]
    placed: bool


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--encoder", default="on")
    options = parser.parse_args()
    with gzip.open(options.sentences, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if "events" in row]
    documents = (Document(id=str(n), uri=str(n), text=row["text"]) for n, row in enumerate(rows))
    analyses = analyse(documents, Settings(encoder=options.encoder))
    found = list(cases(zip(rows, analyses, strict=True)))
    weights = fit(found)
    TARGET.write_text(HEAD + "".join(f"{name} = {value:.2f}\n" for name, value in weights.items()), encoding="utf-8")


def cases(read: Iterable[tuple[Mapping[str, Any], Analysis]]) -> Iterator[Case]:
    """The cases of annotated sentences."""
    for n, (row, analysis) in enumerate(read):
        if analysis.encoded is None:
            raise SystemExit("no encoder is installed")
        found, _ = predicated(analysis)
        for at, options in weighable(analysis, found):
            for event in row["events"]:
                if touches(found[at].anchor, Span(*event["verb"])):
                    places = [Span(*place) for place in event["places"]]
                    right = tuple(any(touches(o.filler.spans, place) for place in places) for o in options)
                    yield Case(n, tuple(o.signs for o in options), right, bool(event["places"]))


def fit(found: list[Case]) -> dict[str, float]:
    """The weights by name, after telling how weights fitted without a fold do on it."""
    names = sorted({name for case in found for signs in case.signs for name in signs})
    hit = 0
    for fold in range(FOLDS):
        kept = [case for case in found if case.fold % FOLDS != fold]
        weights = _regression(names, kept)
        hit += sum(_is_right(names, weights, case) for case in found if case.fold % FOLDS == fold)
    print(f"{len(found)} predications at verbs, {hit / len(found):.3f} right in sentences left out", file=sys.stderr)
    return dict(zip(names, _regression(names, found).tolist(), strict=True))


def _is_right(names: list[str], weights: Array, case: Case) -> bool:
    scores = [float(_row(names, signs) @ weights) for signs in case.signs]
    best = max(range(len(scores)), key=lambda n: scores[n], default=None)
    if best is None or scores[best] < 0:
        return not case.placed
    return case.right[best]


def _regression(names: list[str], found: list[Case]) -> Array:
    """A logistic regression; the constant ("always", the first of the names) is not penalised."""
    rows = np.array([_row(names, signs) for case in found for signs in case.signs])
    right = [r for case in found for r in case.right]
    fitted = LogisticRegression(C=1 / PENALTY).fit(rows[:, 1:], right)
    return np.r_[fitted.intercept_, fitted.coef_[0]]


def _row(names: list[str], signs: Mapping[str, float]) -> Array:
    return np.array([signs.get(name, 0.0) for name in names])


if __name__ == "__main__":
    main()
