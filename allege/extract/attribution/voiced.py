"""What the encoder hears, brought onto the parse and together with what the rules hear.

The encoder knows better whether a word is a cue at all, the rules where a clause ends: a cue that both hear is as
likely as both say, and its source and content are taken from the one that is surer of its borders.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from allege.analyse.encoder.encoded import Encoded, Voiced
from allege.claim import Span, Spans
from allege.extract.attribution.choose import Believed
from allege.extract.attribution.heard import Heard, Stretch, joined, minus, trimmed
from allege.extract.attribution.tree import Tree

FRAME = "by the encoder"
"""What `why` calls an attribution that the encoder alone heard, after the kind of its cue."""

KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}

LOW = 0.15
"""Chance of a cue from which the encoder's word is weighed at all."""


RULES, ENCODER = 0.23, 0.74
"""Weights of the rules' and the encoder's log-odds of a cue."""
UNSEEN, ALONE = -1.4, -0.6
"""Log-odds added where the encoder marks no cue at all, and where no rule hears one. All four are a logistic
regression over the cues of the dev articles."""

BELIEVE = 0.45
"""Chance from which an attribution is reported (best F1 on dev)."""

FAINT = 0.05
"""Chance by the rules alone from which a candidate is weighed at all."""


def heard_by(tree: Tree, encoded: Encoded, least: float = LOW) -> list[Believed]:
    """The encoder's attributions as token stretches, in the order of their cues; those without content left out."""
    out: dict[int, Believed] = {}
    for voiced in encoded.voiced(least):
        heard = _heard(tree, voiced)
        if heard is not None and (heard.head not in out or out[heard.head].chance < voiced.chance):
            out[heard.head] = Believed(heard, voiced.chance)
    return [out[head] for head in sorted(out)]


def _heard(tree: Tree, voiced: Voiced) -> Heard | None:
    cue = [i for first, last in _stretches(tree, voiced.cue) for i in range(first, last) if tree.word[i]]
    if not cue or tree.sentence[cue[0]] < 0:
        return None
    holes = [(i, i + 1) for i in cue]
    content = _cut(tree, _stretches(tree, voiced.content), holes)
    source = _cut(tree, _stretches(tree, voiced.source), [*holes, *content])
    if not content:
        return None
    head = head_of(tree, cue)
    return Heard(
        head, KINDS.get(tree.pos[head], "phrase"), tree.lemma[head], FRAME, tuple(cue), source, content,
        head_of(tree, range(*source[0])) if source else None,
    )  # fmt: skip


def head_of(tree: Tree, tokens: Sequence[int]) -> int:
    """The word of these tokens that governs the others: the first whose own head lies outside them."""
    inside = set(tokens)
    return next((i for i in tokens if tree.word[i] and (tree.head[i] == i or tree.head[i] not in inside)), tokens[0])


def _stretches(tree: Tree, spans: Spans) -> list[Stretch]:
    """Whole tokens under character spans; token starts and ends both grow."""
    found = ((bisect_right(tree.end, start), bisect_left(tree.start, end)) for start, end in spans)
    return [(first, last) for first, last in found if first < last]


def _cut(tree: Tree, pieces: Iterable[Stretch], holes: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The pieces without the holes, close ones joined, blanks and marks at their ends left out."""
    left = [rest for piece in pieces for rest in minus(piece, holes)]
    out: list[Stretch] = []
    for first, last in sorted(left):
        if out and not any(tree.word[out[-1][1] : first]) and not any(out[-1][1] <= a < first for a, _ in holes):
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    kept = (trimmed(tree, piece) for piece in out)
    return joined(piece for piece in kept if piece is not None)


def together(tree: Tree, encoded: Encoded, candidates: Iterable[tuple[Heard, float]]) -> list[Believed]:
    """One attribution for each cue that rules and encoder together find likely, in the order of the cues.

    `candidates` are what the rules hear, with the chance that they give it. Two that share a word of a cue are one.
    """
    ruled: dict[int, Believed] = {}
    for heard, chance in candidates:
        if chance >= FAINT and (heard.head not in ruled or chance > ruled[heard.head].chance):
            ruled[heard.head] = Believed(heard, chance)
    seen = {i: believed for believed in heard_by(tree, encoded) for i in believed.heard.cue}
    joint = [_joint(tree, encoded, b, next((seen[i] for i in b.heard.cue if i in seen), None)) for b in ruled.values()]
    cues = {i for one in ruled.values() for i in one.heard.cue}
    alone = {b.heard.head: b for b in seen.values() if not cues.intersection(b.heard.cue)}
    joint += [replace(b, chance=_sigmoid(ALONE + ENCODER * odds(b.chance))) for b in alone.values()]
    best: dict[int, Believed] = {}
    for one in joint:
        if one.chance >= BELIEVE and (one.heard.head not in best or one.chance > best[one.heard.head].chance):
            best[one.heard.head] = one
    return [best[head] for head in sorted(best)]


def _joint(tree: Tree, encoded: Encoded, ruled: Believed, seen: Believed | None) -> Believed:
    """What the rules heard, as likely as both say."""
    head = ruled.heard.head
    likely = encoded.cue((Span(tree.start[head], tree.end[head]),))
    chance = _sigmoid(RULES * odds(ruled.chance) + ENCODER * odds(likely) + (0.0 if seen is not None else UNSEEN))
    return Believed(ruled.heard, chance)


def odds(chance: float) -> float:
    """Log-odds of a chance, bounded so that no single voice decides alone."""
    bounded = min(max(chance, 0.02), 0.98)
    return math.log(bounded / (1 - bounded))


def _sigmoid(sum_of_odds: float) -> float:
    return 1 / (1 + math.exp(-sum_of_odds))
