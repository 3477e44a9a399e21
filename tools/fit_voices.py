"""Fits `allege/data/attribution/encoder.toml`: how rules and encoder are weighed against each other.

    python tools/fit_voices.py ARTICLES.jsonl.gz [--encoder on] [--write]

Each line is a JSON object with a `text` and `attributions`, each `{"source": spans, "cue": spans, "content": spans}`.
The articles must be ones that neither the rules' counts nor the encoder were fitted on: the dev part. Three conditional
logits choose a cue's words, its source and its content among offers; a logistic regression says how likely source, cue
and content are all met. Prints how each does on articles left out (six folds), beside the encoder's and the rules' own
words; the regression is fitted to what the logits of other folds choose. Without `--write` nothing is written.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

import allege
from allege.analyse.analysis import Analysis
from allege.analyse.pipeline import analyse
from allege.claim import Document
from allege.extract.attribution.believing.context import weigher
from allege.extract.attribution.heard import spans
from allege.extract.attribution.hearing.hear import hear_all
from allege.extract.attribution.quoting.fit import Quoted, quoted
from allege.extract.attribution.quoting.quotes import quotations
from allege.extract.attribution.tree import Tree, grow
from allege.extract.attribution.voices import judge
from allege.extract.attribution.voices.cue_signs import cue_signs
from allege.extract.attribution.voices.offer import ENCODER, RULE, Offer
from allege.extract.attribution.voices.voiced import Weighed, weighed
from allege.settings import Settings

TARGET = Path(allege.__file__).parent / "data" / "attribution" / "encoder.toml"
FOLDS, STEPS, PENALTY = 6, 500, 0.003
HEAD = "# Written by tools/fit_voices.py: weights of signs (*_signs.py, cue_offers.py) in log-odds.\n"
PARTS = ("borders", "source", "content")

Array = NDArray[np.float64]
Words = frozenset[int]
Gold = tuple[Words, Words, Words]
Weights = Mapping[str, float]
Tables = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Text:
    """One article as the rules see it, with the tokens of each annotated cue, source and content."""

    analysis: Analysis
    tree: Tree
    marks: Quoted
    golds: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One cue of one article; `gold`: the annotation whose cue it shares a word with, if any."""

    article: int
    text: Text
    one: Weighed
    gold: Gold | None


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--encoder", default="on")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    tables = fitted(list(texts(options.articles, Settings(encoder=options.encoder))))
    if options.write:
        lines = [HEAD]
        for name, table in tables.items():
            lines += [f"[{name}]", *(f'"{key}" = {value:.3f}' for key, value in sorted(table.items())), ""]
        TARGET.write_text("\n".join(lines), encoding="utf-8")


def texts(path: Path, settings: Settings) -> Iterator[Text]:
    """The articles, analysed."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    documents = (Document(id=str(n), uri=str(n), text=row["text"]) for n, row in enumerate(rows))
    for analysis, row in zip(analyse(documents, settings), rows, strict=True):
        if analysis.encoded is None:
            raise SystemExit("no encoder is installed")
        yield read(analysis, row["attributions"])


def read(analysis: Analysis, annotated: Iterable[Mapping[str, Any]]) -> Text:
    """One article with its annotations as tokens."""
    tree = grow(analysis)
    golds = tuple(tuple(tokens(tree, one[k]) for k in ("cue", "source", "content")) for one in annotated)
    return Text(analysis, tree, quoted(tree, quotations(analysis.document.text)), golds)  # type: ignore[arg-type]


def tokens(tree: Tree, found: Sequence[Sequence[int]]) -> Words:
    """Tokens with a letter or digit that character spans touch."""
    first = np.searchsorted(tree.end, [start for start, _ in found], side="right")
    last = np.searchsorted(tree.start, [end for _, end in found], side="left")
    return frozenset(i for a, z in zip(first.tolist(), last.tolist(), strict=True) for i in range(a, z) if tree.word[i])


def cases(found: list[Text], tables: Mapping[str, Weights]) -> list[Case]:
    """Every cue that is weighed in the articles, its words and its source chosen by `tables`."""
    out = []
    for n, text in enumerate(found):
        chance = weigher(text.tree, text.marks)
        candidates = ((heard, chance(heard)) for heard in hear_all(text.tree))
        assert text.analysis.encoded is not None
        for one in weighed(text.tree, text.marks, text.analysis.encoded, candidates, tables):
            seen = frozenset().union(*(offer.words for offer in one.borders if offer.by & {RULE, ENCODER}))
            out.append(Case(n, text, one, next((gold for gold in text.golds if gold[0] & seen), None)))
    return out


def fitted(found: list[Text]) -> Tables:
    """The four tables; prints how they do on articles left out."""
    first = cases(found, {"borders": {}, "source": {}})
    borders = logit(choices(first, 0))
    hits = sum(
        _words(case, _pick(fold, case.one, 0).offer) == case.gold[0]
        for left in range(FOLDS)
        for fold in [logit(choices([case for case in first if case.article % FOLDS != left], 0))]
        for case in first
        if case.article % FOLDS == left and case.gold is not None
    )
    _tell("borders", first, 0, hits)
    second = cases(found, {"borders": borders, "source": {}})
    held = cases(found, {"borders": borders, "source": logit(choices(second, 1))})
    signs, right = _chosen(held)
    _report(signs, right, np.array([case.article % FOLDS for case in held]), sum(len(t.golds) for t in found))
    source, content = (logit(choices(held, part)) for part in (1, 2))
    return {"borders": borders, "source": source, "content": content, "cue": regression(signs, right)}


def _chosen(held: list[Case]) -> tuple[list[dict[str, float]], Array]:
    """The signs of each cue under what the other folds' tables choose, and whether all three parts are met."""
    signs: list[dict[str, float]] = [{} for _ in held]
    words: list[Gold | None] = [None] * len(held)
    hits = np.zeros(2)
    for left in range(FOLDS):
        kept = [case for case in held if case.article % FOLDS != left]
        tables = [logit(choices(kept, part)) for part in (1, 2)]
        for n, case in enumerate(held):
            if case.article % FOLDS == left:
                picked = _pick(tables[0], case.one, 1), _pick(tables[1], case.one, 2)
                signs[n] = cue_signs(case.text.tree, case.text.marks, case.one.cue, case.one.voiced, picked)
                words[n] = (case.one.cue.words, *(_words(case, one.offer) for one in picked))  # type: ignore[assignment]
                if case.gold is not None:
                    hits += [words[n][part] == case.gold[part] for part in (1, 2)]  # type: ignore[index]
    for part in (1, 2):
        _tell(PARTS[part], held, part, int(hits[part - 1]))
    return signs, _right(held, words)


def _right(held: list[Case], words: Sequence[Gold | None]) -> Array:
    """1 for each cue whose source and content meet those of its annotation; an annotation has one cue, its likest."""
    pairs = []
    for n, case in enumerate(held):
        for k, gold in enumerate(case.text.golds):
            if gold[0] & case.one.cue.words:
                pairs.append((sum(map(_alike, words[n] or (), gold)), n, (case.article, k)))
    out, taken, used = np.zeros(len(held)), set(), set()
    for _, n, gold in sorted(pairs, reverse=True):
        if n not in used and gold not in taken:
            used.add(n)
            taken.add(gold)
            parts = held[n].text.golds[gold[1]]
            out[n] = all(a & b or not (a or b) for a, b in zip((words[n] or ())[1:], parts[1:], strict=True))
    return out


def _alike(some: Words, others: Words) -> float:
    return len(some & others) / len(some | others) if some or others else 1.0


def _offers(one: Weighed, part: int) -> tuple[Sequence[Offer], Sequence[Weights]]:
    return (
        (one.borders, one.border_signs), (one.sources, one.source_signs), (one.contents, one.content_signs),
    )[part]  # fmt: skip


def _pick(table: Weights, one: Weighed, part: int) -> judge.Chosen:
    return judge.choose_offer(table, *_offers(one, part))


def _words(case: Case, offer: Offer) -> Words:
    return tokens(case.text.tree, spans(case.text.tree, offer.pieces)) if offer.pieces else frozenset()


def _tell(name: str, found: list[Case], part: int, hits: int) -> None:
    """Prints how often the rules', the encoder's, the chosen and any offer is exact."""
    matched = [case for case in found if case.gold is not None]
    own = {}
    for by, held in (("rules", {RULE}), ("encoder", {ENCODER}), ("any", set[str]())):
        exact = sum(
            any(held <= offer.by and _words(case, offer) == case.gold[part] for offer in _offers(case.one, part)[0])  # type: ignore[index]
            for case in matched
        )
        own[by] = round(exact / len(matched), 3)
    print(f"{name}: {len(matched)} cues, exact {own}, chosen {hits / len(matched):.3f}")


Choice = tuple[Sequence[Weights], list[float]]


def choices(found: list[Case], part: int) -> list[Choice]:
    """Choices with a right answer and a wrong one: the offers' signs, and which are right."""
    out = []
    for case in found:
        if case.gold is not None:
            offers, signs = _offers(case.one, part)
            right = [float(_words(case, offer) == case.gold[part]) for offer in offers]
            if 0 < sum(right) < len(right):
                out.append((signs, right))
    return out


def logit(found: list[Choice]) -> dict[str, float]:
    """A conditional logit: weights under which the right offers take most of each cue's chances."""
    keys, scaled, spread = _matrix([one for signs, _ in found for one in signs])
    sizes = np.array([len(right) for _, right in found])
    starts, group = np.concatenate([[0], sizes.cumsum()[:-1]]), np.repeat(np.arange(len(found)), sizes)
    want = np.concatenate([right for _, right in found])
    want = want / np.add.reduceat(want, starts)[group]

    def loss(weights: Array) -> tuple[float, Array]:
        totals = scaled @ weights
        raised = np.exp(totals - np.maximum.reduceat(totals, starts)[group])
        share = raised / np.add.reduceat(raised, starts)[group]
        likely = want @ np.log(np.maximum(share, 1e-300))
        return (
            PENALTY / 2 * weights @ weights - likely / len(found),
            PENALTY * weights - scaled.T @ (want - share) / len(found),
        )

    weights = minimize(loss, np.zeros(len(keys)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return dict(zip(keys, (weights / spread).tolist(), strict=True))


def regression(signs: Sequence[Weights], right: Array) -> dict[str, float]:
    """A logistic regression; the mean is a sign like the others ("always")."""
    keys, scaled, spread = _matrix(signs)
    fitted = LogisticRegression(C=1 / (PENALTY * len(right)), fit_intercept=False, max_iter=STEPS).fit(scaled, right)
    return dict(zip(keys, (fitted.coef_[0] / spread).tolist(), strict=True))


def _matrix(signs: Sequence[Weights]) -> tuple[list[str], Array, Array]:
    """The names of the signs, a row of them for each case, brought to one spread, and the spread of each."""
    keys = sorted({key for one in signs for key in one})
    rows = np.array([[one.get(key, 0.0) for key in keys] for one in signs])
    spread = rows.std(0)
    spread[spread < 1e-3] = 1.0
    return keys, rows / spread, spread


def _report(signs: list[dict[str, float]], right: Array, folds: NDArray[Any], annotated: int) -> None:
    """Prints the best F1 of all three over left-out articles, before what later steps leave out."""
    chance = np.zeros(len(signs))
    for fold in range(FOLDS):
        left = folds == fold
        table = regression([s for s, out in zip(signs, left, strict=True) if not out], right[~left])
        chance[left] = [judge.chance(table, s) for s, out in zip(signs, left, strict=True) if out]
    order = np.argsort(-chance)
    hit, said = right[order].cumsum(), np.arange(1, len(order) + 1)
    f1 = 2 * hit / (said + annotated)
    best = int(f1.argmax())
    print(f"{len(signs)} cues weighed; all three met: F1 {f1[best]:.4f} from chance {chance[order][best]:.3f} on, "
          f"precision {hit[best] / said[best]:.3f}, recall {hit[best] / annotated:.3f}")  # fmt: skip


if __name__ == "__main__":
    main()
