"""Fit `allege/data/link/parts.toml` from given event mentions (ECB+ lines) with gold clusters.

    python tools/fit_parts.py stories TRAIN.jsonl.gz
    python tools/fit_parts.py words TRAIN.jsonl.gz [DEV.jsonl.gz]
    python tools/fit_parts.py claims TRAIN.jsonl.gz TRAIN.db [DEV.jsonl.gz DEV.db]

"stories" weighs what shows that two documents of one circle are about one thing (the corpus's subtopics). "words" is
for anchors given in plain text. "claims" is for the claims of a ledger of the same documents that fall on given
mentions; its weights are drawn toward those of "words", since there are few.

Pairs are those of one circle of documents, circles as bench/event_mentions.py predicts them. Logistic regression by
Newton's steps with an L2 penalty on standardised signals; each circle weighs by its mentions, not its pairs. The
threshold is the one with the best CoNLL F1 when each fold of topics is left out in turn; where a dev part is given, the
one with the best mean of that and the dev part's. Prints both at every threshold, and the one taken. The same input
gives the same file. Set OMP_NUM_THREADS=1: the matrices are small.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import allege
from allege.link.parts.circle import SIGHTS
from allege.link.parts.group import merges
from allege.link.parts.parts import circle as claim_circle
from allege.link.parts.signals import SIGNALS, compare
from allege.link.parts.telling import of_claim
from allege.link.parts.weights import Weights, weights
from bench import event_mentions as bench

OUT = Path(allege.__file__).parent / "data" / "link" / "parts.toml"
FOLDS = 4
PENALTY = 10.0
EVERY = 2
"""Of pairs that nothing relates, one in so many is looked at, with so much weight."""
STEPS = 30
LEAST = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55)
POSSIBLY = 0.6
"""The share of the threshold from which a pair is possibly the same."""

SIGNS = {
    f"{name}_{end}": sign
    for name in ("type", "mode", "actor", "recipient", "place", "day", "toll")
    for end, sign in (("same", 1), ("shared", 1), ("other", -1))
}

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Block:
    """A circle's mentions, their pairs with signals, and whether a pair is one occurrence."""

    topic: str
    keys: list[tuple[str, int]]
    gold: list[str]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    signals: Floats
    same: NDArray[np.bool_]


def blocks(rows: Sequence[bench.Row], ledger: str | None = None) -> Iterator[Block]:
    """The circles of a part with all their pairs: of given mentions, or of the claims of a ledger."""
    wider = bench.wide(rows)
    claims = bench.claims(ledger, rows) if ledger else {}
    for members in bench.circles(rows, "predicted"):
        if ledger:
            held = [claim for row in members for claim in claims[row["doc"]]]
            circle = claim_circle(held, [of_claim(claim) for claim in held])
            found = (p for row in members for p in bench.claimed(row, claims[row["doc"]]))
        else:
            circle, found = bench.around(members, wider), (p for row in members for p in bench.tellings(row))
        told = sorted(found, key=lambda pair: pair[0].id)
        pairs = [(i, j) for j in range(len(told)) for i in range(j)]
        gold = [mention["cluster"] for _, mention in told]
        values = [compare(told[i][0], told[j][0], circle) for i, j in pairs]
        left, right = (np.array([p[k] for p in pairs], dtype=np.int64) for k in (0, 1))
        yield Block(
            str(members[0]["topic"]),
            [(t.document, n) for n, (t, _) in enumerate(told)],
            gold,
            left,
            right,
            np.array(values, dtype=np.float64).reshape(len(pairs), len(SIGNALS)),
            np.array([gold[i] == gold[j] for i, j in pairs], dtype=bool),
        )


def sample(parts: Sequence[Block]) -> tuple[Floats, Floats, Floats]:
    """Signals, labels and weights of the pairs to fit from."""
    near = SIGNALS.index("near")
    xs, ys, ws = [], [], []
    for block in parts:
        if not len(block.same):
            continue
        close = block.same | (block.signals[:, near] >= 0.3) | (block.signals[:, SIGNALS.index("family")] > 0)
        kept = close | (np.arange(len(close)) % EVERY == 0)
        xs.append(block.signals[kept])
        ys.append(block.same[kept].astype(float))
        ws.append(np.where(close, 1.0, EVERY)[kept] * len(block.gold) / len(block.same))
    count = np.concatenate(ws)
    return np.concatenate(xs), np.concatenate(ys), count / count.mean()


def fit(parts: Sequence[Block], prior: Weights | None = None) -> Weights:
    """The scale that these circles give, drawn toward `prior` (or nothing).

    A particular that would weigh the wrong way round (another place as a sign of one occurrence) is left out.
    """
    x, y, w = sample(parts)
    while True:
        scale = newton(x, y, w, prior)
        wrong = [i for i, (n, v) in enumerate(zip(SIGNALS, scale.weights, strict=True)) if v * SIGNS.get(n, 0) < 0]
        if not wrong:
            return scale
        x[:, wrong] = 0.0


def newton(x: Floats, y: Floats, w: Floats, prior: Weights | None) -> Weights:
    """Logistic regression with a penalty on the distance from `prior`, in units of each signal's spread."""
    mean, spread = x.mean(axis=0), x.std(axis=0)
    spread[spread == 0] = 1.0
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    start = np.zeros(z.shape[1])
    if prior is not None:
        start[:-1] = np.array(prior.weights) * spread
        start[-1] = prior.base + np.array(prior.weights) @ mean
    beta = start.copy()
    ridge = np.diag([PENALTY] * len(SIGNALS) + [1e-6])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
        slope = z.T @ (w * (y - p)) - ridge @ (beta - start)
        step = np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z + ridge, slope)
        beta += step
        if np.abs(step).max() < 1e-4:
            break
    slopes = beta[:-1] / spread
    return Weights(float(beta[-1] - slopes @ mean), tuple(float(s) for s in slopes), 0.0, 0.0)


def clusters(block: Block, scale: Weights) -> list[tuple[list[int], list[int], float]]:
    """How the groups of a circle's mentions join."""
    odds = np.clip(block.signals @ np.array(scale.weights) + scale.base, -30, 30)
    scores = np.zeros((len(block.gold), len(block.gold)))
    scores[block.left, block.right] = scores[block.right, block.left] = 1 / (1 + np.exp(-odds))
    return list(merges(scores))


def report(scored: Sequence[tuple[Block, Weights]]) -> dict[float, dict[str, Any]]:
    """CoNLL and its parts at every threshold."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "shared" / "bench"))
    from linking_common import cluster_report  # noqa: PLC0415

    cut = [(block, clusters(block, scale)) for block, scale in scored]
    out = {}
    for least in LEAST:
        system, gold = {}, {}
        for number, (block, groups) in enumerate(cut):
            label = {i: i for i in range(len(block.gold))}
            for left, right, mean in groups:
                if mean >= least:
                    label |= dict.fromkeys([*left, *right], left[0])
            for i, key in enumerate(block.keys):
                system[key], gold[key] = (number, label[i]), block.gold[i]
        out[least] = cluster_report(gold, system)
    return out


def crossed(parts: Sequence[Block], prior: Weights | None = None) -> list[tuple[Block, Weights]]:
    """Each circle with the scale fitted without its fold of topics."""
    topics = sorted({block.topic for block in parts})
    fold = {topic: k % FOLDS for k, topic in enumerate(topics)}
    scales = [fit([b for b in parts if fold[b.topic] != k], prior) for k in range(FOLDS)]
    return [(block, scales[fold[block.topic]]) for block in parts]


def show(title: str, found: dict[float, dict[str, Any]]) -> None:
    """One line a threshold."""
    for least, r in found.items():
        parts = "  ".join(f"{name} {r[name]}" for name in ("conll", "muc", "b_cubed", "ceaf_e", "pairwise"))
        print(f"{title} {least:.2f}  {parts}")


def stories(rows: Sequence[bench.Row]) -> dict[str, float]:
    """The weights of what two documents of a circle share, for their being of one subtopic."""
    xs, ys, ws = [], [], []
    for members in bench.circles(rows, "predicted"):
        circle, ordered = bench.around(members, {}), sorted(members, key=lambda row: str(row["doc"]))
        for j, one in enumerate(ordered):
            for i in range(j):
                xs.append((*circle.likeness(i, j), 1.0))
                ys.append(float(ordered[i]["subtopic"] == one["subtopic"]))
                ws.append(1.0 / (len(ordered) - 1))
    x, y, w = np.array(xs), np.array(ys), np.array(ws)
    beta = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ beta))
        beta += np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(len(beta)), x.T @ (w * (y - p)))
    return dict(zip((*SIGHTS, "base"), beta.tolist(), strict=True))


def write(rows: Mapping[str, float], name: str) -> None:
    """Puts weights into the file, in place of the section of that name."""
    old = OUT.read_text(encoding="utf-8") if OUT.exists() else ""
    sections = dict(part.partition("]\n")[::2] for part in old.split("\n[")[1:])
    sections[name] = "".join(f"{key} = {value:.4f}\n" for key, value in rows.items() if value)
    head = "# Written by tools/fit_parts.py: do not edit by hand. Log-odds that two tellings are of one occurrence.\n"
    body = "".join(f"\n[{key}]\n{sections[key].rstrip()}\n" for key in sorted(sections))
    OUT.write_text(head + body, encoding="utf-8")


def main(name: str, train: str, *others: str) -> None:
    """Fits, prints, writes."""
    if name == "stories":
        write(stories(bench.load(train)), name)
        return
    ledgers: Sequence[str | None] = others[::2] if name == "claims" else (None, None)
    dev = others[1:2] if name == "claims" else others[:1]
    prior = weights("words") if name == "claims" else None
    parts = list(blocks(bench.load(train), ledgers[0]))
    scale = fit(parts, prior)
    found = {"left out": report(crossed(parts, prior))}
    if dev:
        found["dev"] = report([(block, scale) for block in blocks(bench.load(dev[0]), ledgers[1])])
    for title, figures in found.items():
        show(title, figures)
    least = max(LEAST, key=lambda t: (sum(figures[t]["conll"] for figures in found.values()), t))
    print(f"taken: {least}")
    rows = {"base": scale.base, "same": least, "possibly": round(POSSIBLY * least, 2)}
    write(rows | dict(zip(SIGNALS, scale.weights, strict=True)), name)


if __name__ == "__main__":
    main(*sys.argv[1:])
