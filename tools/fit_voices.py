"""Fits `allege/data/attribution/encoder.toml`: how rules and encoder are weighed against each other.

    python tools/fit_voices.py ARTICLES.jsonl.gz [--encoder on]

Each line is a JSON object with a `text` and `attributions`, each `{"source": spans, "cue": spans, "content": spans}`.
The articles must be ones that neither the rules' counts nor the encoder were fitted on: the dev part. Three logistic
regressions: whether a word is a cue (`cue`), and whose borders are right where rules and encoder differ (`source`,
`content`). Prints how each does on articles left out (six folds), beside always taking the rules.
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

import allege
from allege.analyse.pipeline import analyse
from allege.claim import Document
from allege.extract.attribution.context import weigher
from allege.extract.attribution.fit import quoted
from allege.extract.attribution.hear import hear_all
from allege.extract.attribution.heard import Heard, spans, stretches
from allege.extract.attribution.quotes import quotations
from allege.extract.attribution.rivals import Part, features, odds
from allege.extract.attribution.tree import Tree, grow
from allege.extract.attribution.voiced import heard_by, likeliest, marked_at, partner
from allege.settings import Settings

TARGET = Path(allege.__file__).parent / "data" / "attribution" / "encoder.toml"
FOLDS, STEPS, RATE, PENALTY = 6, 4_000, 0.5, 0.002
NEAR = 0.3
"""Where neither rival is right, the one whose words overlap the gold better by this much counts as half a case."""

HEAD = (
    "# Written by tools/fit_voices.py: weights in log-odds of rules and encoder (rivals.py, voiced.py say of what).\n"
)

Pairs = tuple[tuple[int, int], ...]
Case = tuple[int, dict[str, float], float, float]
"""Number of the article, features by name, whether it is so (the rules are right), weight of the case."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotation as character spans."""

    cue: Pairs
    source: Pairs
    content: Pairs


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--encoder", default="on")
    options = parser.parse_args()
    cases: dict[str, list[Case]] = {"cue": [], "source": [], "content": []}
    for name, case in _cases(options.articles, Settings(encoder=options.encoder)):
        cases[name].append(case)
    lines = [HEAD]
    for name, found in cases.items():
        fitted = _fitted(name, found)
        lines += [f"[{name}]", *(f'"{key}" = {value:.2f}' for key, value in fitted.items()), ""]
    TARGET.write_text("\n".join(lines), encoding="utf-8")


def _cases(path: Path, settings: Settings) -> Iterator[tuple[str, Case]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    documents = (Document(id=str(n), uri=str(n), text=row["text"]) for n, row in enumerate(rows))
    for n, (analysis, row) in enumerate(zip(analyse(documents, settings), rows, strict=True)):
        if analysis.encoded is None:
            raise SystemExit("no encoder is installed")
        tree = grow(analysis)
        marks = quoted(tree, quotations(analysis.document.text))
        chance = weigher(tree, marks)
        ruled = likeliest((heard, chance(heard)) for heard in hear_all(tree))
        seen = heard_by(tree, analysis.encoded)
        at = {i: voice for voice in seen for i in voice.heard.cue}
        golds = [Gold(*(_pairs(one[k]) for k in ("cue", "source", "content"))) for one in row["attributions"]]
        for heard, likely in ruled:
            voice, gold = partner(at, heard), _gold(tree, heard, golds)
            signs = {"always": 1.0, "rules": odds(likely), "encoder": odds(marked_at(tree, analysis.encoded, heard))}
            yield "cue", (n, signs | {"unmarked": float(voice is None)}, float(gold is not None), 1.0)
            for part in ("source", "content") if voice is not None and gold is not None else ():
                case = _rivals(tree, part, heard, voice.heard, gold)
                if case is not None:
                    yield part, (n, dict(features(tree, marks, part, (heard, likely), voice)), *case)
        cues = {i for heard, _ in ruled for i in heard.cue}
        for voice in seen:
            if not cues.intersection(voice.heard.cue):
                signs = {"always": 1.0, "encoder": odds(voice.chance), "alone": 1.0}
                yield "cue", (n, signs, float(_gold(tree, voice.heard, golds) is not None), 1.0)


def _pairs(found: Sequence[Sequence[int]]) -> Pairs:
    return tuple((int(start), int(end)) for start, end in found)


def _gold(tree: Tree, heard: Heard, golds: list[Gold]) -> Gold | None:
    cue = spans(tree, stretches(heard.cue))
    return next((g for g in golds if any(a < d and c < b for a, b in cue for c, d in g.cue)), None)


def _rivals(tree: Tree, part: Part, ruled: Heard, seen: Heard, gold: Gold) -> tuple[float, float] | None:
    """Whether the rules' words are right, and how much that tells; None where it tells nothing."""
    want: Pairs = getattr(gold, part)
    ours = tuple(map(tuple, spans(tree, getattr(ruled, part))))
    theirs = tuple(map(tuple, spans(tree, getattr(seen, part))))
    if ours == theirs:
        return None
    if want in (ours, theirs):
        return float(ours == want), 1.0
    first, second = _shared(ours, want), _shared(theirs, want)
    return None if abs(first - second) < NEAR else (float(first > second), 0.5)


def _shared(some: Any, others: Any) -> float:
    a = {i for start, end in some for i in range(start, end)}
    b = {i for start, end in others for i in range(start, end)}
    return len(a & b) / max(1, len(a | b))


def _fitted(name: str, cases: list[Case]) -> dict[str, float]:
    keys = sorted({key for _, signs, _, _ in cases for key in signs})
    rows = np.array([[signs.get(key, 0.0) for key in keys] for _, signs, _, _ in cases])
    right = np.array([case[2] for case in cases])
    much = np.array([case[3] for case in cases])
    fold = np.array([case[0] % FOLDS for case in cases])
    hit = 0.0
    for k in range(FOLDS):
        left = fold == k
        weights = _regression(keys, rows[~left], right[~left], much[~left])
        hit += float((much[left] * ((rows[left] @ weights > 0) == (right[left] > 0))).sum())
    base = float((much * right).sum() / much.sum())
    print(f"{name}: {len(cases)} cases, the first is right in {base:.3f}, the regression in {hit / much.sum():.3f}")
    return dict(zip(keys, _regression(keys, rows, right, much).tolist(), strict=True))


def _regression(keys: list[str], rows: NDArray[Any], right: NDArray[Any], much: NDArray[Any]) -> NDArray[Any]:
    weights = np.zeros(len(keys))
    bound = np.array([0.0 if key == "always" else PENALTY for key in keys])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        weights += RATE * (rows.T @ ((right - chance) * much) / much.sum() - bound * weights)
    return weights


if __name__ == "__main__":
    main()
