"""Fits the head `literal` of an exported encoder: whether a word of violence tells of violence, or of a match, a film.

`python -m train.encoder.literal --encoder FOLDER` reads train/literal/literal.jsonl, writes `FOLDER/literal.onnx` and
its checksum into the card. The encoder stays as it is: a logistic regression over the mean of the word's vectors and
that of its sentence. Prints how many snippets left out (five folds) and how many of bench/literal.jsonl, by another
hand, it tells apart; and for some bounds how many words it would rightly and wrongly take for no violence.
"""

from __future__ import annotations

import argparse
import json
import re
from itertools import pairwise
from pathlib import Path

import numpy as np
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from train.encoder.metrics import Array
from train.encoder.pooled import Reader, graph, model, save

SNIPPETS = Path(__file__).parent.parent / "literal" / "literal.jsonl"
OTHERS = Path(__file__).parents[2] / "bench" / "literal.jsonl"
ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z#@\"“])|\n+")
"""Where a sentence ends, roughly."""

PENALTY = 0.03
"""Inverse strength of regularisation; .01 does as well."""

BOUNDS = (0.3, 0.2, 0.15, 0.1, 0.05)


def rows(path: Path) -> list[dict[str, object]]:
    """The snippets of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def columns(reader: Reader, text: str, word: str) -> Array:
    """[2 H]: the mean over the pieces of a word, which stands in the text once, and over those of its sentence."""
    vectors, offsets = reader.read(text)
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    if found is None:
        raise ValueError(f"no word {word!r} in {text!r}")
    cuts = [0, *(match.end() for match in ENDS.finditer(text)), len(text) + 1]
    first, last = next((a, b) for a, b in pairwise(cuts) if a <= found.start() < b)
    inside = [n for n, (start, end) in enumerate(offsets) if start >= first and end <= last]
    own = [n for n, (start, end) in enumerate(offsets) if start < found.end() and end > found.start()]
    return np.concatenate([vectors[own].mean(0), vectors[inside].mean(0)])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    folder = parser.parse_args().encoder
    reader = Reader(folder)
    (x, y), (others, truth) = (_table(reader, path) for path in (SNIPPETS, OTHERS))
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    left_out = cross_val_predict(model(PENALTY), x, y, cv=folds, method="predict_proba")[:, 1]
    fitted = model(PENALTY).fit(x, y)
    _tell("left out", left_out, y)
    _tell(f"by another hand ({OTHERS.name})", fitted.predict_proba(others)[:, 1], truth)
    save(folder, "literal", graph("literal", fitted, [False, True]))


def _table(reader: Reader, path: Path) -> tuple[Array, Array]:
    found = rows(path)
    x = np.array([columns(reader, str(row["text"]), str(row["word"])) for row in found])
    return x, np.array([bool(row["literal"]) for row in found])


def _tell(name: str, chance: Array, truth: Array) -> None:
    print(f"{name}: accuracy {((chance > 0.5) == truth).mean():.3f}")
    for bound in BOUNDS:
        caught, lost = (chance[~truth] < bound).mean(), (chance[truth] < bound).mean()
        print(f"  below {bound}: {caught:.2f} of what is no violence, {lost:.3f} of violence")


if __name__ == "__main__":
    main()
