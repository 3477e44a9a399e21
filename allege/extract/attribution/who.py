"""Whose words they are: the source of a cue, found over the parse."""

from __future__ import annotations

from allege.extract.attribution.heard import Stretch
from allege.extract.attribution.tree import Tree

SUBJECT = ("nsubj", "nsubjpass", "csubj")
EMPTY = frozenset({"it", "there"})
STEPS = 8
"""Clauses climbed at most in search of a subject."""

AFTERTHOUGHT = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "npadvmod", "punct", "cc", "dep"})


def speaker(tree: Tree, verb: int) -> int | None:
    """The head token of the one who speaks in a clause: its own subject, its agent, or that of a clause above it."""
    here = verb
    for _ in range(STEPS):
        found, stop = _own(tree, here)
        if found is not None or stop:
            return found
        up = tree.head[here]
        if up == here:
            return None
        dep = tree.dep[here]
        if dep in ("acl", "relcl", "amod"):
            return up if tree.tag[here] != "VBN" else None
        if dep == "pcomp":
            up = tree.head[up]
            if tree.pos[up] in ("NOUN", "PROPN"):
                return tree.child(up, "poss")
        elif dep == "xcomp":
            lower = tree.child(up, "dobj", "dative")
            if lower is not None and lower < here and tree.tag[here] == "VB" and tree.lemma[up] != "promise":
                return lower
        elif dep not in ("conj", "advcl", "ccomp", "dep", "parataxis"):
            return None
        here = up
        if tree.pos[here] not in ("VERB", "AUX"):
            return here if dep in ("advcl", "conj") and tree.pos[here] in ("NOUN", "PROPN") else None
    return None


def _own(tree: Tree, verb: int) -> tuple[int | None, bool]:
    """The speaker that a clause names itself, and whether to look no further."""
    children = tree.children[verb]
    if any(tree.dep[c] in ("auxpass", "nsubjpass") for c in children):
        agent = next((c for c in children if tree.dep[c] == "agent"), None)
        return (None if agent is None else tree.child(agent, "pobj")), True
    for c in children:
        if tree.dep[c] in SUBJECT:
            return (None, True) if tree.lower[c] in EMPTY and tree.dep[c] != "nsubj" else (c, True)
        if tree.dep[c] == "expl":
            return None, True
    return None, False


def phrase(tree: Tree, head: int, cue: int) -> tuple[Stretch, ...]:
    """The words of a source: its phrase without the clauses that hang on it, and never across the cue."""
    first, last = tree.left[head], tree.right[head] + 1
    for c in tree.children[head]:
        if (c > head and tree.dep[c] in AFTERTHOUGHT) or (c > head and tree.dep[c] == "conj" and tree.pos[c] in ("VERB", "AUX")):
            last = min(last, tree.left[c])
    if first <= cue < last:
        first, last = (first, cue) if head < cue else (cue + 1, last)
    return ((first, last),) if first <= head < last else ((head, head + 1),)
