"""One loss for each task, over a batch of its examples."""

from __future__ import annotations

import random
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from train.encoder.data import Example
from train.encoder.network import Conditioned, Network, distances, means

HIDDEN_PAIR = 0.6
"""How often the root head is not told who does it to whom, as it will not be where the rules find neither."""

DRAWN, SENTENCE = 4, (12, 45)
"""Words of a text that are asked about for `drift`, and the word pieces of a sentence."""

BORDER = 1.0
"""How much more a piece counts that stands at a border of source or content: exact borders are where it fails."""


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
    return _attribution(network, batch, encoded(network, batch))


def attribution_kept(network: Network, batch: list[Example], teacher: Network) -> tuple[Tensor, Tensor]:
    """The same, and how far the heads of small sets have gone from what `teacher` says of these texts (`drift`)."""
    vectors = encoded(network, batch)
    with torch.no_grad():
        before = encoded(teacher, batch)
    return _attribution(network, batch, vectors), drift(network, vectors, teacher, before)


def drift(network: Network, vectors: list[Tensor], teacher: Network, before: list[Tensor]) -> Tensor:
    """How far what a network says of some texts lies from what `teacher` says of them, which have no gold there.

    The taggers are asked of each piece, places of some pieces drawn at random, kinds of some stretches of a sentence's
    length. What rests on small sets is so kept while large ones are learned.
    """
    now, then = torch.cat(vectors), torch.cat(before)
    out = _apart(network.pair(now), teacher.pair(then)) + _apart(network.template(now), teacher.template(then))
    words = [sorted(random.sample(range(len(each)), min(DRAWN, len(each)))) for each in vectors]
    alone = [[[at] for at in found] for found in words]
    stretches = [[_stretch(len(each)) for _ in range(DRAWN // 2)] for each in vectors]
    with torch.no_grad():
        told = _asked(teacher, before, alone, stretches)
    kinds, places = _asked(network, vectors, alone, stretches)
    return out + _apart(places, told[1]) + sum(_apart(own, other) for own, other in zip(kinds, told[0], strict=True))


def _asked(
    network: Network, vectors: list[Tensor], words: list[list[list[int]]], stretches: list[list[range]]
) -> tuple[tuple[Tensor, Tensor], Tensor]:
    """What the heads say of these stretches, root and class, and of these words, places."""
    pooled = [
        means(each, [found, [], []]).flatten()
        for each, here in zip(vectors, stretches, strict=True)
        for found in here
    ]
    asked = [
        network.place(each, means(each, found), *distances(len(each), found)).flatten(0, 1)
        for each, found in zip(vectors, words, strict=True)
    ]
    return network.kind(torch.stack(pooled)), torch.cat(asked)


def _stretch(length: int) -> range:
    """Pieces as many as a sentence has, anywhere in a text."""
    much = random.randint(*SENTENCE)
    first = random.randrange(max(length - much, 0) + 1)
    return range(first, min(first + much, length))


def _apart(logits: Tensor, wanted: Tensor) -> Tensor:
    """The divergence of some answers from those wanted, a mean over the questions."""
    own, other = functional.log_softmax(logits, -1), functional.log_softmax(wanted.detach(), -1)
    return functional.kl_div(own, other, log_target=True, reduction="batchmean")


def _attribution(network: Network, batch: list[Example], vectors: list[Tensor]) -> Tensor:
    bio = torch.tensor([tag for example in batch for tag in example.marks[0]])
    loss = functional.cross_entropy(network.cue(torch.cat(vectors)), bio)
    parts = [
        _conditioned(network.speech, each, example.marks[1])
        for each, example in zip(vectors, batch, strict=True)
        if example.marks[1]
    ]
    if parts:
        logits, labels = zip(*parts, strict=True)
        much = torch.cat([_borders(example) for example in batch if example.marks[1]])
        each = functional.cross_entropy(torch.cat(logits), torch.cat(labels), reduction="none")
        loss = loss + (each * much).sum() / much.sum()
    return loss


def _borders(example: Example) -> Tensor:
    """How much each piece counts with regard to each cue: more where source or content begins or ends."""
    labels = torch.tensor([parts for _, parts in example.marks[1]])
    turns = labels[:, 1:] != labels[:, :-1]
    much = torch.ones(labels.shape)
    much[:, 1:] += BORDER * turns
    much[:, :-1] += BORDER * turns
    return much.flatten()


def place(network: Network, batch: list[Example]) -> Tensor:
    """The place of each verb."""
    vectors = encoded(network, batch)
    parts = [_conditioned(network.place, each, e.marks) for each, e in zip(vectors, batch, strict=True)]
    logits, labels = zip(*parts, strict=True)
    return functional.cross_entropy(torch.cat(logits), torch.cat(labels))


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
    return functional.cross_entropy(logits, gold)


LOSSES: dict[str, Callable[[Network, list[Example]], Tensor]] = {
    "attribution": attribution, "snippets": attribution, "factuality": factuality, "root": root, "penta": penta,
    "pair": pair, "template": template, "place": place,
}  # fmt: skip
