"""Who told a paper what it tells, and what a paper tells of whom, where both are named around one clause.

"The Herald has learned that the toll rose, according to a doctor": the doctor speaks within the paper's words, and not
of its learning. "Police said that nine had died, according to the Herald": the police speak within the paper's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from allege.claim import SourceKind
from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.describe import noun_kind
from allege.extract.attribution.heard import Stretch, minus
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.who import phrase

PAPERS = (SourceKind.MEDIA, SourceKind.DOCUMENT)
SELF = frozenset({"we", "i"})
HEARING = frozenset({"hear", "learn", "understand"})
"""Verbs with "from" before who told."""

TOLD = frozenset({"that", "clause"})
"""Frames in which a paper tells a whole clause before it says from whom it is."""


def informed(tree: Tree, found: Sequence[Believed]) -> list[Believed]:
    """The same attributions; of two around one clause, the later by "according to", the paper's holds the other."""
    out = {one.heard.head: one for one in found}
    for last in found:
        first = _beside(tree, last, found)
        if first is None:
            continue
        if _is_paper(tree, first) and not _is_paper(tree, last):
            out[last.heard.head] = replace(
                last, heard=replace(last.heard, content=_without(last, first.heard.content)), outer=first.heard.head
            )
        elif _is_paper(tree, last) and not _is_paper(tree, first):
            out[first.heard.head] = replace(out[first.heard.head], outer=last.heard.head)
    return [out[one.heard.head] for one in found]


def heard_from(tree: Tree, found: Sequence[Believed]) -> list[Believed]:
    """The same attributions; what a paper heard from somebody is his: "we hear | from our man | that it fell"."""
    return [_by_teller(tree, one) for one in found]


def _by_teller(tree: Tree, one: Believed) -> Believed:
    verb = one.heard.head
    if tree.lemma[verb] not in HEARING or tree.pos[verb] != "VERB" or tree.child(verb, "neg") is not None:
        return one
    source = next((p for p in tree.children[verb] if p > verb and tree.lower[p] == "from"), None)
    who, clause = None if source is None else tree.child(source, "pobj"), tree.child(verb, "ccomp")
    if source is None or who is None or clause is None or clause < who:
        return one
    if tree.lemma[verb] != "hear" and not _is_paper(tree, one):
        return one
    heard = replace(
        one.heard,
        cue=tuple(sorted({*(i for i in one.heard.cue if not tree.within(i, who)), source})),
        source=phrase(tree, who, verb),
        content=((tree.left[clause], tree.right[clause] + 1),),
        speaker=who,
    )
    return replace(one, heard=heard)


def _beside(tree: Tree, last: Believed, found: Sequence[Believed]) -> Believed | None:
    """Whoever tells, before "according to" in its sentence, a clause that it is about."""
    if last.heard.key != "according to" or last.heard.speaker is None:
        return None
    said = {i for first, end in last.heard.content for i in range(first, end)}
    for one in found:
        told = {i for first, end in one.heard.content for i in range(first, end)}
        before = one.heard.frame in TOLD and one.heard.head < last.heard.head and one.heard.speaker is not None
        if before and said & told and tree.sentence[one.heard.head] == tree.sentence[last.heard.head]:
            return one
    return None


def _without(last: Believed, content: Sequence[Stretch]) -> tuple[Stretch, ...]:
    holes = sorted([*((i, i + 1) for i in last.heard.cue), *last.heard.source])
    return tuple(piece for part in content for piece in minus(part, holes))


def _is_paper(tree: Tree, one: Believed) -> bool:
    who = one.heard.speaker
    return who is not None and (noun_kind(tree, who) in PAPERS or tree.lower[who] in SELF)
