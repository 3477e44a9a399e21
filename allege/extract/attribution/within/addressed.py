"""Whom something is said to: in "Brann was asked if he knew" Brann asks nothing, and who does is not told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.tree import Tree

ADDRESSING = frozenset(
    {"ask", "tell", "inform", "press", "question", "quiz", "grill", "remind", "notify", "warn", "brief", "interview"}
)
"""Verbs whose passive has whom they speak to for its subject."""


def addressed(tree: Tree, found: Iterable[Believed]) -> list[Believed]:
    """The same attributions, of which none is the word of somebody who is only spoken to."""
    return [_unsaid(b) if _is_spoken_to(tree, b) else b for b in found]


def _is_spoken_to(tree: Tree, b: Believed) -> bool:
    verb = next((i for i in b.heard.cue if tree.lemma[i] in ADDRESSING and tree.tag[i] == "VBN"), None)
    if verb is None:
        return False
    if tree.dep[verb] == "advcl" and not any(tree.dep[c] in ("aux", "auxpass", "agent") for c in tree.children[verb]):
        return True  # "when questioned about it"
    if tree.child(verb, "auxpass") is None:
        return False
    whom = tree.child(verb, "nsubjpass")
    return whom is not None and any(first <= whom < last for first, last in b.heard.source)


def _unsaid(b: Believed) -> Believed:
    return replace(b, heard=replace(b.heard, source=(), speaker=None))
