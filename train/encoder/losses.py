"""One loss for each task, over a batch of its examples."""

from __future__ import annotations

import random
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from train.encoder.data import Example
from train.encoder.network import Conditioned, Network, distances, means

HIDDEN_PAIR = 0.3
"""How often the root head is not told who does it to whom, as it will not be where the rules find neither."""


def encoded(network: Network, batch: list[Example]) -> list[Tensor]:
    """The vectors of each example's pieces, [T, H]."""
    vectors = network.encode([example.ids for example in batch])
    return [vectors[row, : len(example.ids)] for row, example in enumerate(batch)]


def _conditioned(head: Conditioned, vectors: Tensor, words: list[tuple[list[int], list[int]]]) -> tuple[Tensor, Tensor]:
    at = [word for word, _ in words]
    logits = head(vectors, means(vectors, at), *distances(len(vectors), at))
    return logits.flatten(0, 1), torch.tensor([label for _, labels in words for label in labels])


def attribution(network: Network, batch: list[Example]) -> Tensor:
    """Cue tags, and each cue's source and content."""
    vectors = encoded(network, batch)
    bio = torch.tensor([tag for example in batch for tag in example.marks[0]])
    loss = functional.cross_entropy(network.cue(torch.cat(vectors)), bio, weight=torch.tensor([1.0, 2.0, 2.0]))
    parts = [
        _conditioned(network.speech, each, example.marks[1])
        for each, example in zip(vectors, batch, strict=True)
        if example.marks[1]
    ]
    if parts:
        logits, labels = zip(*parts, strict=True)
        loss = loss + functional.cross_entropy(torch.cat(logits), torch.cat(labels))
    return loss


def place(network: Network, batch: list[Example]) -> Tensor:
    """The place of each verb."""
    vectors = encoded(network, batch)
    parts = [_conditioned(network.place, each, e.marks) for each, e in zip(vectors, batch, strict=True)]
    logits, labels = zip(*parts, strict=True)
    return functional.cross_entropy(torch.cat(logits), torch.cat(labels), weight=torch.tensor([1.0, 3.0]))


def factuality(network: Network, batch: list[Example]) -> Tensor:
    """The author's commitment to each predicate."""
    vectors = encoded(network, batch)
    found = torch.cat([means(v, [p for p, _ in e.marks[0]]) for v, e in zip(vectors, batch, strict=True)])
    gold = torch.tensor([score for example in batch for _, score in example.marks[0]])
    return functional.smooth_l1_loss(network.certain(found), gold)


def root(network: Network, batch: list[Example]) -> Tensor:
    """The root type of what the marked source does to the marked target."""
    pooled = []
    for each, example in zip(encoded(network, batch), batch, strict=True):
        roles = example.marks[0] if random.random() > HIDDEN_PAIR else [0] * len(example.ids)
        groups = [[at for at, role in enumerate(roles) if role == wanted] for wanted in (1, 2)]
        pooled.append(means(each, [range(len(example.ids)), *groups]).flatten())
    logits, _ = network.kind(torch.stack(pooled))
    return functional.cross_entropy(logits, torch.tensor([e.marks[1] for e in batch]), label_smoothing=0.05)


def penta(network: Network, batch: list[Example]) -> Tensor:
    """The class of the sentence."""
    pooled = [means(v, [range(len(v)), [], []]).flatten() for v in encoded(network, batch)]
    _, logits = network.kind(torch.stack(pooled))
    return functional.cross_entropy(logits, torch.tensor([e.marks for e in batch]), label_smoothing=0.05)


def pair(network: Network, batch: list[Example]) -> Tensor:
    """Tags of who did it, to whom."""
    return _tagged(network.pair(torch.cat(encoded(network, batch))), batch)


def template(network: Network, batch: list[Example]) -> Tensor:
    """Tags of the roles of terrorist incidents."""
    return _tagged(network.template(torch.cat(encoded(network, batch))), batch)


def _tagged(logits: Tensor, batch: list[Example]) -> Tensor:
    gold = torch.tensor([tag for example in batch for tag in example.marks])
    weight = torch.ones(logits.shape[1])
    weight[1:] = 2.0
    return functional.cross_entropy(logits, gold, weight=weight)


LOSSES: dict[str, Callable[[Network, list[Example]], Tensor]] = {
    "attribution": attribution, "factuality": factuality, "root": root, "penta": penta, "pair": pair,
    "template": template, "place": place,
}  # fmt: skip
