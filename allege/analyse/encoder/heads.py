"""The small graphs that look at the encoder's vectors: what each tells apart, and how each is asked.

A head answers in logits; `chances` turns them into probabilities.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]

REACH = 64
"""Distances from a word are told apart up to this many word pieces (as fitted)."""

ROOTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD",
)  # fmt: skip
"""The classes of the head `kind`, in its order: PLOVER's roots; YIELD holds CONCEDE and RETREAT."""

SCENES = (
    "ABDUCT_DISSAP", "AGREEMENT", "AIR_STRIKE", "ARMED_CLASH", "ARREST", "ART_MISS_ATTACK", "ATTACK",
    "CHANGE_TO_GROUP_ACT", "CHEM_WEAP", "DISR_WEAP", "FORCE_AGAINST_PROTEST", "GOV_REGAINS_TERIT", "GRENADE",
    "HQ_ESTABLISHED", "MOB_VIOL", "NON_STATE_ACTOR_OVERTAKES_TER", "NON_VIOL_TERRIT_TRANSFER", "OTHER", "PEACE_PROTEST",
    "PROPERTY_DISTRUCT", "PROTEST_WITH_INTER", "REM_EXPLOS", "SEX_VIOL", "SUIC_BOMB", "VIOL_DEMONSTR",
    "ORG_CRIME", "NATURAL_DISASTER", "MAN_MADE_DISASTER", "DIPLO", "ATTRIB",
)  # fmt: skip
"""What a sentence tells of, by the head `scene`: ACLED's 25 sub-event types as the CASE 2021 shared task abbreviates
them, and its five others: organised crime, disasters by nature and by accident, diplomacy, words about an attack."""

TEMPLATE_ROLES = ("individual perpetrator", "perpetrator organization", "target", "victim", "weapon")
"""The roles of the head `template`, in its order: those of MUC-4."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The graphs, and by head what its logits are divided by so that its chances come true."""

    speech: InferenceSession
    place: InferenceSession
    certain: InferenceSession
    kind: InferenceSession
    scene: InferenceSession
    literal: InferenceSession
    temperature: Mapping[str, float]

    def conditioned(self, name: Literal["speech", "place"], vectors: Floats, words: Sequence[Sequence[int]]) -> Floats:
        """[C, T, classes]: each of T pieces in a row with regard to each of C words, given as positions in the row."""
        at = np.arange(len(vectors))
        first, last = (np.array([word[end] for word in words])[:, None] for end in (0, -1))
        distance = np.minimum(at - first, 0) + np.maximum(at - last, 0)
        inside = np.zeros((len(words), len(vectors)), np.int64)
        for row, word in enumerate(words):
            inside[row, word] = 1
        given: dict[str, Any] = {
            "pieces": vectors,
            "words": np.stack([of_word(vectors, word) for word in words]),
            "distance": np.clip(distance, -REACH, REACH) + REACH,
            "inside": inside,
        }
        head = self.speech if name == "speech" else self.place
        return chances(head.run(None, given)[0], self.temperature[name])

    def committed(self, words: Sequence[Floats]) -> list[float]:
        """The author's commitment to each predicate, -3 … 3, from its vector."""
        scores = self.certain.run(None, {"words": np.stack(words)})[0]
        return np.clip(scores, -3, 3).tolist()  # type: ignore[no-any-return]

    def kinds(self, pooled: Sequence[Floats]) -> list[tuple[Floats, Floats]]:
        """The chance of each root type and of each class of conflict, from the means of sentence, source and target."""
        roots, classes = self.kind.run(None, {"pooled": np.stack(pooled)})
        soft = self.temperature
        return list(zip(chances(roots, soft["root"]), chances(classes, soft["penta"]), strict=True))

    def scenes(self, pooled: Sequence[Floats]) -> list[Floats]:
        """[scenes] for each sentence, from the mean and the greatest of its pieces."""
        return list(chances(self.scene.run(None, {"pooled": np.stack(pooled)})[0]))

    def literally(self, pooled: Sequence[Floats]) -> list[float]:
        """The chance that a word of violence tells of violence, from the means of the word and of its sentence."""
        return [float(one[1]) for one in chances(self.literal.run(None, {"pooled": np.stack(pooled)})[0])]


def chances(logits: NDArray[Any], temperature: float = 1.0) -> Floats:
    """Probabilities along the last axis; a temperature above 1 makes them less sure."""
    raised: Floats = logits - logits.max(axis=-1, keepdims=True)
    raised /= temperature
    np.exp(raised, out=raised)
    raised /= raised.sum(axis=-1, keepdims=True)
    return raised


def mean(likely: Floats) -> float:
    """The mean of some chances: of few, NumPy's own takes three times as long."""
    return float(np.add.reduce(likely) / len(likely))


def of_word(vectors: Floats, pieces: Sequence[int]) -> Floats:
    """The mean vector of a word's pieces; most words are one."""
    out: Floats = vectors[pieces[0]] if len(pieces) == 1 else vectors[pieces].mean(0)
    return out
