"""What one source says apart from what the sentence has another say beside it.

"Officials say three died, while residents say twelve did": the residents' words hang on the officials' clause and are
none of theirs.
"""

from __future__ import annotations

from collections.abc import Sequence

from allege.extract.attribution.choose import Believed
from allege.extract.attribution.fit import with_content
from allege.extract.attribution.heard import minus
from allege.extract.attribution.tree import Tree

BESIDE = frozenset({"while", "whereas", "but"})
"""Words that set one source against another."""


def apart(tree: Tree, found: Sequence[Believed]) -> list[Believed]:
    """The same attributions, the contents without clauses in which somebody else is set against the source."""
    against = [clause for b in found if (clause := _against(tree, b)) is not None]
    return [_without(b, against) for b in found]


def _against(tree: Tree, b: Believed) -> tuple[int, int, int] | None:
    """The cue of a verb set against what stands before it, and the tokens of its clause; None for another."""
    head = b.heard.head
    if b.heard.kind != "verb" or b.heard.speaker is None or tree.child(head, "nsubj") is None:
        return None
    first = tree.left[head]
    joined = tree.dep[head] == "conj" and first > 0 and tree.lower[first - 1] in BESIDE
    marked = tree.dep[head] == "advcl" and tree.lower[first] in BESIDE
    return (head, first - joined, tree.right[head] + 1) if joined or marked else None


def _without(b: Believed, against: Sequence[tuple[int, int, int]]) -> Believed:
    """One attribution without those clauses that follow its cue; one whose content is nothing else keeps it."""
    holes = [(first, last) for cue, first, last in against if b.heard.head < first and cue != b.heard.head]
    kept = tuple(piece for whole in b.heard.content for piece in minus(whole, holes))
    return with_content(b, kept)
