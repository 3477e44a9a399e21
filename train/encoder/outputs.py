"""What an exported encoder says of a dev set, head by head, beside the gold labels: for evaluate.py and calibrate.py.

Each head is asked alone: source and content are asked of the gold cues, places of the gold verbs. Scores are logits, as
the graphs give them, before any temperature. No torch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from allege.analyse.encoder.heads import REACH
from allege.analyse.encoder.model import OUTPUTS, Model
from allege.analyse.encoder.windows import windows
from train.encoder.data import LOADERS, Example, rows

Array = NDArray[Any]

PIECES = 192
HEADS = ("cue", "speech", "pair", "template", "place", "root", "penta")
"""The heads that tell classes apart, by the names that a temperature has in `encoder.toml`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one head says of one window, cue, verb or sentence.

    `unit`: the number of the document or sentence that it belongs to, which is what a bootstrap draws. `logits`: [n,
    classes], for the head `certain` [n, 1]. `gold`: [n]. `group`: the corpus, or empty.
    """

    unit: int
    logits: Array
    gold: Array
    group: str = ""


def answers(model: Model, data: Path) -> Iterator[tuple[str, list[Answer]]]:
    """For each head, its answers over the dev part of its set; `root_alone` is `root` without the pair."""
    for task, asked in ASKED.items():
        examples = list(LOADERS[task](model.tokenizer, data, "dev", PIECES))
        units = _units(model, data, task, len(examples))
        found: dict[str, list[Answer]] = {}
        for unit, example in zip(units, examples, strict=True):
            for head, answer in asked(model, unit, example):
                found.setdefault(head, []).append(answer)
        yield from found.items()


def _units(model: Model, data: Path, task: str, count: int) -> list[int]:
    """The document of each example where documents are cut into windows, else the example's own number."""
    if task not in ("attribution", "template"):
        return list(range(count))
    texts = [row["text"] for row in rows(data, {"template": "templates"}.get(task, task), "dev")]
    return [unit for unit, text in enumerate(texts) for _ in windows(model.tokenizer, text, PIECES)]


def _seen(model: Model, example: Example) -> dict[str, Array]:
    """The vectors and the token heads' logits of one window, encoded alone as at run time."""
    ids = np.array([(model.cls, *example.ids, model.sep)], np.int64)
    found = model.encoder.run(list(OUTPUTS), {"ids": ids, "mask": np.ones_like(ids)})
    return {name: part[0, : len(example.ids)] for name, part in zip(OUTPUTS, found, strict=True)}


def _conditioned(head: Any, vectors: Array, words: Sequence[Sequence[int]]) -> Array:
    """[C, T, classes]: each piece with regard to each word, with the inputs that network.py describes."""
    at = np.arange(len(vectors))
    far = np.stack([np.where(at < w[0], at - w[0], np.where(at > w[-1], at - w[-1], 0)) for w in words])
    inside = np.stack([np.isin(at, w).astype(np.int64) for w in words])
    means = np.stack([vectors[list(w)].mean(0) for w in words])
    distance = np.clip(far, -REACH, REACH) + REACH
    given = {"pieces": vectors, "words": means, "distance": distance, "inside": inside}
    out: Array = head.run(None, given)[0]
    return out


def _pooled(vectors: Array, groups: Sequence[Sequence[int]]) -> Array:
    none = np.zeros(vectors.shape[1], np.float32)
    return np.concatenate([vectors[list(group)].mean(0) if group else none for group in groups])[None]


Asked = Iterator[tuple[str, Answer]]


def _attribution(model: Model, unit: int, example: Example) -> Asked:
    seen, (tags, cues) = _seen(model, example), example.marks
    yield "cue", Answer(unit, seen["cue"], np.array(tags))
    if cues:
        found = _conditioned(model.heads.speech, seen["vectors"], [cue for cue, _ in cues])
        for logits, (cue, parts) in zip(found, cues, strict=True):
            outside = ~np.isin(np.arange(len(parts)), cue)
            yield "speech", Answer(unit, logits[outside], np.array(parts)[outside])


def _factuality(model: Model, unit: int, example: Example) -> Asked:
    seen, (predicates, corpus) = _seen(model, example), example.marks
    means = np.stack([seen["vectors"][pieces].mean(0) for pieces, _ in predicates])
    scores = np.clip(model.heads.certain.run(None, {"words": means})[0], -3, 3)
    yield "certain", Answer(unit, scores[:, None], np.array([score for _, score in predicates]), corpus)


def _root(model: Model, unit: int, example: Example) -> Asked:
    vectors, (roles, label) = _seen(model, example)["vectors"], example.marks
    pair = [[at for at, role in enumerate(roles) if role == wanted] for wanted in (1, 2)]
    for head, groups in (("root", pair), ("root_alone", [[], []])):
        logits = model.heads.kind.run(["root"], {"pooled": _pooled(vectors, [range(len(roles)), *groups])})[0]
        yield head, Answer(unit, logits, np.array([label]))


def _penta(model: Model, unit: int, example: Example) -> Asked:
    pooled = _pooled(_seen(model, example)["vectors"], [range(len(example.ids)), [], []])
    yield "penta", Answer(unit, model.heads.kind.run(["penta"], {"pooled": pooled})[0], np.array([example.marks]))


def _pair(model: Model, unit: int, example: Example) -> Asked:
    yield "pair", Answer(unit, _seen(model, example)["pair"], np.array(example.marks))


def _template(model: Model, unit: int, example: Example) -> Asked:
    yield "template", Answer(unit, _seen(model, example)["template"], np.array(example.marks))


def _place(model: Model, unit: int, example: Example) -> Asked:
    found = _conditioned(model.heads.place, _seen(model, example)["vectors"], [verb for verb, _ in example.marks])
    for logits, (_, parts) in zip(found, example.marks, strict=True):
        yield "place", Answer(unit, logits, np.array(parts))


ASKED: dict[str, Callable[[Model, int, Example], Asked]] = {
    "attribution": _attribution, "factuality": _factuality, "root": _root, "penta": _penta, "pair": _pair,
    "template": _template, "place": _place,
}  # fmt: skip
