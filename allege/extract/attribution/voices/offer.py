"""One word that may report, and one answer to what its source or content is: the records that offers are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from allege.extract.attribution.heard import Heard, Stretch, joined, minus, trimmed
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.voices.likely import Likely

Pieces = tuple[Stretch, ...]
Rules = tuple[tuple[Heard, float], ...]
"""What the rules hear at one cue, likeliest first, each with its chance."""

PLAINLY = 0.8
"""Chance by the rules from which they hear a cue plainly."""

RULE, OTHER, ENCODER, SMOOTH, CROSSED = "rule", "other rule", "encoder", "smooth", "crossed"
"""Whose words an offer is: the likeliest rule's, another's, the encoder's, the same smoothed, or borders of several."""


def plain(rules: Rules) -> bool:
    """Whether a rule hears the cue plainly."""
    return bool(rules) and rules[0][1] >= PLAINLY


def settled(rules: Rules) -> bool:
    """Whether what is said is the rules' to tell: a frame with parts of its own is heard plainly.

    With "urged the army to leave", "accused them of shelling it", "claimed responsibility for the raid" convention
    settles what belongs to cue and content; those whose annotations the encoder learned from did now this, now that.
    """
    return plain(rules) and any(sign in rules[0][0].frame for sign in ":+")


@dataclass(frozen=True, slots=True)
class MaybeCue:
    """One word that may report, as rules and encoder hear it.

    `rules`: what the rules hear at it, likeliest first, each with its chance; `heard`: the encoder's words, None where
    it marks no cue there; `words`: the tokens that are taken for the cue, `speaker`: those taken for its source.
    """

    rules: Rules
    heard: Heard | None
    words: frozenset[int]
    speaker: Pieces
    source: Likely
    content: Likely

    @property
    def base(self) -> Heard:
        """The encoder's words where it hears a cue and no rule is sure, else the likeliest rule's."""
        return self.heard if self.heard is not None and not plain(self.rules) else self.rules[0][0]


@dataclass(frozen=True, slots=True)
class Offer:
    """One answer: its pieces, its words (tokens with a letter or digit), and whose it is."""

    pieces: Pieces
    words: frozenset[int]
    by: frozenset[str]


def cut(tree: Tree, pieces: Iterable[Stretch], holes: Iterable[Stretch]) -> Pieces:
    """The pieces without the holes, close ones joined, blanks and marks at their ends left out."""
    holes = list(holes)
    left = [rest for piece in pieces for rest in minus(piece, holes)]
    out: list[Stretch] = []
    for first, last in sorted(left):
        if out and not any(tree.word[out[-1][1] : first]) and not any(out[-1][1] <= a < first for a, _ in holes):
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    kept = (trimmed(tree, piece) for piece in out)
    return joined(piece for piece in kept if piece is not None)


def words_of(tree: Tree, pieces: Iterable[Stretch]) -> frozenset[int]:
    """The tokens with a letter or digit in these pieces."""
    return frozenset(chain.from_iterable(tree.words_in(first, last) for first, last in pieces))
