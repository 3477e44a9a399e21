"""Fits one temperature for each head that tells classes apart, on dev, and writes them into the exported card.

`python -m train.encoder.calibrate --data DATA --encoder FOLDER` writes `[temperature]` into `FOLDER/encoder.toml`: at
run time a head's logits are divided by it. A temperature changes how sure a head says it is, never which class is best.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from allege.analyse.encoder.model import load_model
from train.encoder.metrics import DOUBT, Array, softmax, temperature_of
from train.encoder.outputs import HEADS, Answer, answers

WHOLE = ("root", "penta")
"""Heads that class a sentence: every answer counts. The others tag pieces, most of which are beyond doubt."""


def doubtful(head: str, given: Sequence[Answer]) -> tuple[Array, Array, Array]:
    """Logits, gold labels and units of what a temperature is fitted on.

    Of the heads that tag, pieces that are surely nothing are left out; which those are, the head says, not the gold.
    """
    logits = np.concatenate([one.logits for one in given])
    gold = np.concatenate([one.gold for one in given])
    units = np.concatenate([np.full(len(one.gold), one.unit) for one in given])
    kept = np.full(len(gold), True) if head in WHOLE else softmax(logits)[:, 0] < DOUBT
    return logits[kept], gold[kept], units[kept]


def temperatures(given: dict[str, list[Answer]]) -> dict[str, float]:
    """By head, its temperature; `root` is fitted with and without the pair, as both happen at run time."""
    out = {}
    for head in HEADS:
        found = [*given[head], *given.get("root_alone", [])] if head == "root" else given[head]
        logits, gold, _ = doubtful(head, found)
        out[head] = temperature_of(logits, gold)
    return out


def write(card: Path, fitted: dict[str, float]) -> None:
    """Puts the table `[temperature]` into the card, in place of an earlier one."""
    rest = re.sub(r"\n*\[temperature\]\n[^\[]*", "\n", card.read_text(encoding="utf-8")).rstrip("\n")
    lines = [f"{head} = {value}" for head, value in fitted.items()]
    card.write_text(rest + "\n\n[temperature]\n" + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    asked = parser.parse_args()
    fitted = temperatures(dict(answers(load_model(str(asked.encoder)), asked.data)))
    write(asked.encoder / "encoder.toml", fitted)
    print("\n".join(f"{head} = {value}" for head, value in fitted.items()))


if __name__ == "__main__":
    main()
