"""Which words a cue has: rules and encoder often agree that there is one and not on its borders ("refuses to release").

The choice comes before that of source and content, for what is the cue's cannot be theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allege.extract.attribution.heard import Heard, stretches
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.voices.judge import Signs
from allege.extract.attribution.voices.likely import Likely
from allege.extract.attribution.voices.offer import CROSSED, ENCODER, OTHER, RULE, SMOOTH, Offer, Rules, plain, settled

REACH = 3
"""Words before and behind the cue that may still belong to it."""

FAINT = 0.04
"""Chance by the encoder from which a word beside the cue is thought of."""

LONG = 9
"""Words of a cue at most, where its borders are looked for."""

PENALTIES = (0.7, 2.0)
APART = frozenset({"nsubj", "nsubjpass", "csubj", "ccomp", "relcl"})
CONTENTS = frozenset({"PROPN", "PRON", "VERB", "AUX"})
LEFT = ("aux", "auxpass", "neg", "advmod", "prt", "det", "poss")
"""Relations of words that a cue often takes along, or leaves out."""


@dataclass(frozen=True, slots=True)
class Marked:
    """How likely the tokens of one window belong to a cue, and those that do when this is smoothed."""

    likely: Likely
    smoothed: tuple[list[int], ...]

    @classmethod
    def of(cls, likely: Likely) -> Marked:
        """Smooths once for all cues of the window."""
        return cls(likely, tuple(likely.smoothed(PENALTIES)))


def cue_offers(tree: Tree, rules: Rules, heard: Heard | None, marked: Marked) -> list[Offer]:
    """The words that a cue could have, none twice; all hold the word that governs it."""
    found: dict[frozenset[int], set[str]] = {}

    def offer(words: frozenset[int], by: str) -> None:
        if words:
            found.setdefault(words, set()).add(by)

    for n, (one, _) in enumerate(rules):
        offer(_words(tree, one.cue), OTHER if n else RULE)
    if settled(rules) and found:
        return [Offer(stretches(words), words, frozenset(by)) for words, by in found.items() if RULE in by]
    head = _governing(tree, rules, heard)
    if heard is not None:
        offer(_words(tree, heard.cue) - (_apart(tree, head, rules) if rules else frozenset()), ENCODER)
    if not found:  # a mark of punctuation is the cue
        words = frozenset(rules[0][0].cue)
        return [Offer(stretches(words), words, frozenset({RULE}))]
    low, high = _room(tree, frozenset().union(*found), marked.likely)
    apart = _apart(tree, head, rules)
    for smooth in marked.smoothed:
        offer(_words(tree, (i for i in smooth if low <= i <= high and i not in apart)), SMOOTH)
    for words in _within(tree, low, high, head):
        if not words & apart:
            offer(words, CROSSED)
    held = frozenset(i for i in rules[0][0].cue if tree.pos[i] == "PRON") if rules else frozenset()  # "as she put it"
    return [Offer(stretches(words), words, frozenset(by)) for words, by in found.items() if held <= words]


def _governing(tree: Tree, rules: Rules, heard: Heard | None) -> int:
    """The word that governs the cue; of "only then did the army | admit" no auxiliary that the encoder tags alone."""
    if heard is None:
        return rules[0][0].head
    helped = rules and tree.dep[heard.head] in ("aux", "auxpass") and tree.head[heard.head] == rules[0][0].head
    return rules[0][0].head if helped else heard.head


def _words(tree: Tree, tokens: Iterable[int]) -> frozenset[int]:
    return frozenset(i for i in tokens if tree.word[i])


def _room(tree: Tree, words: frozenset[int], marked: Likely) -> tuple[int, int]:
    """The first and last token that could belong to the cue, within its sentence."""
    low, high = min(words), max(words)
    first, last = tree.bounds[tree.sentence[low]]
    for _ in range(REACH):
        before = tree.last_word(low - 1) if low > first else first - 1
        if before < first or marked.mean((before,)) < FAINT:
            break
        low = before
    for _ in range(REACH):
        behind = tree.next_word(high + 1) if high + 1 < last else last
        if behind >= last or marked.mean((behind,)) < FAINT:
            break
        high = behind
    return low, high


def _apart(tree: Tree, head: int, rules: Rules) -> frozenset[int]:
    """Words that are never the cue's: its subject, a clause that says what is said, and the names and verbs of what a
    plain rule takes for the content ("accused | Southland of shelling it")."""
    found: set[int] = set()
    for child in tree.children[head]:
        if tree.dep[child] in APART:
            found.update(range(tree.left[child], tree.right[child] + 1))
    if plain(rules):
        inside = (i for first, last in rules[0][0].content for i in range(first, last))
        found.update(i for i in inside if tree.pos[i] in CONTENTS)
    return frozenset(found)


def _within(tree: Tree, low: int, high: int, head: int) -> Iterator[frozenset[int]]:
    """Every run of words between two tokens that holds the head."""
    inside = [i for i in range(low, high + 1) if tree.word[i]]
    if head not in inside or len(inside) > LONG:
        return
    at = inside.index(head)
    for first in range(at + 1):
        for last in range(at + 1, len(inside) + 1):
            yield frozenset(inside[first:last])


def border_signs(tree: Tree, marked: Likely, head: int, offer: Offer) -> Signs:
    """What speaks for and against the words of a cue."""
    words = offer.words
    first, last = min(words), max(words)
    out: dict[str, float] = dict.fromkeys(offer.by, 1.0)
    out["both"] = float({RULE, ENCODER} <= offer.by)
    out["short"] = marked.short_of_best(offer.pieces)
    out["words"], out["pieces"] = float(len(words) - 1), float(len(offer.pieces) - 1)
    out["one word"] = float(len(words) == 1)
    out[f"begins {tree.pos[first].lower()}"] = 1.0
    out[f"ends {tree.pos[last].lower()}"] = 1.0
    out["ends to"], out["ends that"] = float(tree.tag[last] == "TO"), float(tree.lower[last] == "that")
    out["ends with head"], out["begins with head"] = float(last == head), float(first == head)
    for dep in LEFT:
        beside = [c for c in tree.children[head] if tree.dep[c] == dep]
        if beside:
            out[f"takes {dep}"] = float(any(c in words for c in beside))
    below = [i for i in words if tree.head[i] not in words and i != head]
    out["apart"] = float(len(below))
    if head < last:
        out["takes object"] = float(any(tree.dep[i] in ("dobj", "pobj") for i in words))
        out["takes preposition"] = float(any(tree.dep[i] == "prep" for i in words))
        out["takes infinitive"] = float(any(tree.dep[i] == "xcomp" for i in words))
    return out
