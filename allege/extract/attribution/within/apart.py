"""What one source says apart from what the sentence has another say beside it.

"Officials say three died, while residents say twelve did": the residents' words hang on the officials' clause and are
none of theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from allege.extract.attribution.acts import only_tells
from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.heard import Heard, Stretch, minus
from allege.extract.attribution.quoting.fit import Quoted, with_content
from allege.extract.attribution.tree import Tree

BESIDE = frozenset({"while", "whereas", "but"})
"""Words that set one source against another."""


HEARD = 0.3
"""Chance by the rules from which whoever is set against a source is heard, though nothing else hears him: "residents
said nine died, while police | put the toll at two".
"""

FRAMES = frozenset({"object", "clause", "that"})


def apart(
    tree: Tree, marks: Quoted, found: Sequence[Believed], candidates: Iterable[tuple[Heard, float]] = ()
) -> list[Believed]:
    """The same attributions, the contents without clauses in which somebody else is set against the source.

    Nor does what is told before a cue go on behind a semicolon, or in another sentence without quotation marks.
    `candidates` are all that the rules hear: whoever is set against a source in words of telling is heard as well.
    """
    found = [_within(tree, marks, b) for b in found]
    found = [*found, *_unheard(tree, found, candidates)]
    against = [clause for b in found if (clause := _against(tree, b)) is not None]
    return [_without(b, against) for b in found]


def _unheard(tree: Tree, found: Sequence[Believed], candidates: Iterable[tuple[Heard, float]]) -> Iterator[Believed]:
    """Those set against a source in its own content whom the rules hear tell something, and nobody else."""
    known = {i for b in found for i in b.heard.cue}
    best: dict[int, Believed] = {}
    for heard, chance in candidates:
        told = heard.frame == "count" or (heard.frame in FRAMES and only_tells(heard.key))
        told = told and chance >= HEARD and known.isdisjoint(heard.cue)
        if told and (heard.head not in best or chance > best[heard.head].chance):
            best[heard.head] = Believed(heard, chance)
    for b in best.values():
        held = any(first <= b.heard.head < last for one in found for first, last in one.heard.content)
        if held and _against(tree, b) is not None:
            yield b


def _within(tree: Tree, marks: Quoted, b: Believed) -> Believed:
    """One attribution whose content ends where its sentence, or the clause before a semicolon, does."""
    head = b.heard.head
    if b.heard.kind != "verb" or tree.sentence[head] < 0 or not any(first < head for first, _ in b.heard.content):
        return b
    first, last = tree.bounds[tree.sentence[head]]
    last = next((i for i in range(head, last) if tree.lower[i] == ";" and marks.at[i] < 0), last)
    over = [i for a, z in b.heard.content for i in range(a, z) if not first <= i < last and marks.at[i] < 0]
    return _cut(b, [(i, i + 1) for i in over]) if over else b


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
    return _cut(b, holes)


def _cut(b: Believed, holes: Sequence[Stretch]) -> Believed:
    kept = tuple(piece for whole in b.heard.content for piece in minus(whole, holes))
    return with_content(b, kept)
