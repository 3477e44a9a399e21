"""Scores the heads of an exported encoder, each alone, on dev.

`python -m train.encoder.evaluate --data DATA --encoder FOLDER` writes `results.json`: each score with its 95 % interval
(1,000 seeded resamples of documents or sentences), and the expected calibration error of each head before and after its
temperature. What the whole program makes of the heads is measured elsewhere (`python -m bench.gate`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from allege.analyse.encoder.heads import TEMPLATE_ROLES
from allege.analyse.encoder.model import load_model
from train.encoder import metrics
from train.encoder.calibrate import WHOLE, doubtful
from train.encoder.metrics import Array, Figure, counts, f1, share
from train.encoder.outputs import HEADS, Answer, answers

HERE = Path(__file__).parent
SETS = ("attribution", "factuality", "event_type", "penta", "srctgt", "templates", "places")


def scores(given: dict[str, list[Answer]]) -> dict[str, Figure]:
    """Every score by its name."""
    out = {"cue pieces F1": _pieces(given["cue"], (1, 2))}
    out["source pieces F1, cue given"] = _pieces(given["speech"], (1,))
    out["content pieces F1, cue given"] = _pieces(given["speech"], (2,))
    for corpus in dict.fromkeys(one.group for one in given["certain"]):
        here = [one for one in given["certain"] if one.group == corpus]
        out[f"factuality r, {corpus}"] = _of(
            here, lambda a: metrics.moments(a.logits[:, 0], a.gold), metrics.correlation
        )
        out[f"factuality MAE, {corpus}"] = _of(here, _errors, share)
    out["root accuracy, pair given"] = _of(given["root"], _right, share)
    out["root accuracy, pair not given"] = _of(given["root_alone"], _right, share)
    out["penta accuracy"] = _of(given["penta"], _right, share)
    out["pair spans exact F1"] = _spans(given["pair"], (0, 1))
    out["source spans exact F1"] = _spans(given["pair"], (0,))
    out["target spans exact F1"] = _spans(given["pair"], (1,))
    out["template spans exact F1"] = _spans(given["template"], range(len(TEMPLATE_ROLES)))
    for number, role in enumerate(TEMPLATE_ROLES):
        out[f"template spans exact F1, {role}"] = _spans(given["template"], (number,))
    out["place pieces F1, verb given"] = _pieces(given["place"], (1,))
    out["place accuracy, verb given"] = _of(given["place"], _placed, share)
    return out


def _of(
    given: Sequence[Answer], columns: Callable[[Answer], Sequence[float]], measure: Callable[[Array], Array]
) -> Figure:
    return metrics.figure([one.unit for one in given], [columns(one) for one in given], measure)


def _pieces(given: Sequence[Answer], labels: Iterable[int]) -> Figure:
    """F1 over word pieces: does the piece have one of these labels?"""
    wanted = list(labels)

    def columns(one: Answer) -> list[float]:
        said, gold = np.isin(one.logits.argmax(-1), wanted), np.isin(one.gold, wanted)
        return [int((said & gold).sum()), int(said.sum()), int(gold.sum())]

    return _of(given, columns, f1)


def _spans(given: Sequence[Answer], labels: Iterable[int]) -> Figure:
    """F1 over whole spans of these labels, borders exact."""
    wanted = set(labels)

    def columns(one: Answer) -> list[float]:
        said, gold = (metrics.stretches(tags.tolist()) for tags in (one.logits.argmax(-1), one.gold))
        return counts((s for s in said if s[0] in wanted), (s for s in gold if s[0] in wanted))

    return _of(given, columns, f1)


def _right(one: Answer) -> list[float]:
    return [int(one.logits.argmax(-1)[0] == one.gold[0]), 1]


def _moments(one: Answer) -> list[float]:
    return metrics.moments(one.logits[:, 0], one.gold)


def _errors(one: Answer) -> list[float]:
    return [float(np.abs(one.logits[:, 0] - one.gold).sum()), len(one.gold)]


def _placed(one: Answer) -> list[float]:
    """Right: it finds a word of the place, or finds none where the sentence gives none."""
    said, gold = one.logits.argmax(-1) == 1, one.gold == 1
    return [int((said & gold).any() if gold.any() else not said.any()), 1]


def calibration(given: dict[str, list[Answer]]) -> dict[str, dict[str, float]]:
    """By head: how far its word is off before a temperature and after, and on how many answers that was counted.

    After: fitted on the units with even numbers and counted on the odd ones, and the other way round. Of the heads that
    tag, the pieces that they tag are counted: those are what a user sees.
    """
    out = {}
    for head in HEADS:
        logits, gold, units = doubtful(head, given[head])
        tagged = np.full(len(gold), True) if head in WHOLE else logits.argmax(-1) > 0
        after = 0.0
        for half in (0, 1):
            here = units % 2 == half
            fitted, counted = metrics.temperature_of(logits[~here], gold[~here]), here & tagged
            after += metrics.calibration_error(logits[counted], gold[counted], fitted) * counted.sum()
        before = metrics.calibration_error(logits[tagged], gold[tagged])
        out[head] = {"answers": int(tagged.sum()), "before": before, "after": float(after / max(tagged.sum(), 1))}
    return out


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE / "results.json")
    asked = parser.parse_args()
    model = load_model(str(asked.encoder))
    given = dict(answers(model, asked.data))
    result = {
        "encoder": model.name,
        "data": {name: hashlib.sha256((asked.data / name / "dev.jsonl.gz").read_bytes()).hexdigest() for name in SETS},
        "scores": {name: _rounded(asdict(one)) for name, one in scores(given).items()},
        "calibration": {head: _rounded(found) for head, found in calibration(given).items()},
    }
    asked.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    for name, one in result["scores"].items():  # type: ignore[attr-defined]
        print(f"{name:<44}{one['value']:8.4f}  {one['low']:.4f} – {one['high']:.4f}  ({one['units']})")


def _rounded(values: dict[str, float]) -> dict[str, float]:
    return {name: value if isinstance(value, int) else round(value, 4) for name, value in values.items()}


if __name__ == "__main__":
    main()
