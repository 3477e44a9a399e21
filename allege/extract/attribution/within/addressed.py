"""Whom something is said to: in "Brann was asked if he knew" Brann asks nothing, and who does is not told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from allege.analyse.clauses.words import speakers
from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.describe import noun_kind
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.who import phrase

ADDRESSING = frozenset(
    {"ask", "tell", "inform", "press", "question", "quiz", "grill", "remind", "notify", "warn", "brief", "interview"}
)
"""Verbs whose passive has whom they speak to for its subject."""


def addressed(tree: Tree, found: Iterable[Believed]) -> list[Believed]:
    """The same attributions, of which none is the word of somebody who is only spoken to."""
    return [_unsaid(b) if _is_spoken_to(tree, b) else _heard_from(tree, b) for b in found]


def _heard_from(tree: Tree, b: Believed) -> Believed:
    """ "Our reporter heard from two | nurses | that guards burned it": the nurses say so."""
    verb = b.heard.head
    if tree.lemma[verb] not in HEARING or tree.child(verb, "ccomp") is None or tree.child(verb, "auxpass") is not None:
        return b
    giver = next((c for c in tree.children[verb] if tree.lower[c] == "from" and tree.dep[c] == "prep"), None)
    who = None if giver is None else tree.child(giver, "pobj")
    if giver is None or who is None or tree.pos[who] not in ("NOUN", "PROPN", "PRON") or who < verb:
        return b
    source = phrase(tree, who, giver)
    inside = [(first, last) for first, last in b.heard.content if not first <= giver < last]
    if not _speaks(tree, who) or len(inside) != len(b.heard.content):
        return b
    cue = tuple(sorted({*b.heard.cue, giver}))
    return replace(b, heard=replace(b.heard, source=source, speaker=who, cue=cue))


def _speaks(tree: Tree, who: int) -> bool:
    if tree.pos[who] in ("PROPN", "PRON"):
        return True
    return noun_kind(tree, who) is not None or tree.lemma[who] in speakers()


HEARING = frozenset({"hear", "learn"})


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
