"""Fits the head `scene` of an exported encoder: what a sentence tells of (ACLED's sub-event types and five others).

`python -m train.encoder.scenes --encoder FOLDER` reads train/scenes/scenes.jsonl, writes `FOLDER/scene.onnx` and its
checksum into the card. The encoder stays as it is: a logistic regression over the mean and the largest value of its
vectors, columns brought to one spread. Prints the accuracy and weighted F1 of snippets left out (five
folds), and the accuracy on bench/subevents.jsonl.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from allege.analyse.encoder.heads import SCENES
from train.encoder.metrics import Array
from train.encoder.pooled import Reader, graph, model, save

SNIPPETS = Path(__file__).parent.parent / "scenes" / "scenes.jsonl"
OTHERS = Path(__file__).parents[2] / "bench" / "subevents.jsonl"
FIRST = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
"""Where a snippet's first sentence ends, roughly."""

PENALTY = 0.01
"""Inverse strength of regularisation; .01 to .03 do equally well on snippets by another hand."""


def rows() -> Iterator[tuple[int, str, str]]:
    """The number of a snippet, its text or the first sentence of it, its label."""
    for number, line in enumerate(SNIPPETS.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        for text in dict.fromkeys((row["text"], FIRST.split(row["text"])[0])):
            yield number, text, row["label"]


def vectors(reader: Reader, texts: list[str]) -> Array:
    """[texts, 2 H]: mean and largest value over each text's word pieces, as `Encoded.scenes` has them of a sentence."""
    found = (reader.read(text)[0] for text in texts)
    return np.array([np.concatenate([one.mean(0), one.max(0)]) for one in found])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    folder = parser.parse_args().encoder
    numbers, texts, labels = (list(column) for column in zip(*rows(), strict=True))
    reader = Reader(folder)
    x, y = vectors(reader, texts), np.array(labels)
    said = cross_val_predict(model(PENALTY), x, y, groups=numbers, cv=GroupKFold(5))
    print(f"left out: accuracy {accuracy_score(y, said):.3f}, weighted F1 {f1_score(y, said, average='weighted'):.3f}")
    fitted = model(PENALTY).fit(x, y)
    others = [json.loads(line) for line in OTHERS.read_text(encoding="utf-8").splitlines()]
    right = fitted.predict(vectors(reader, [row["text"] for row in others])) == [row["label"] for row in others]
    print(f"by another hand ({OTHERS.name}): accuracy {right.mean():.3f}")
    save(folder, "scene", graph("scene", fitted, list(SCENES)))


if __name__ == "__main__":
    main()
