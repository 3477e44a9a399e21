"""Nouns and adjectives that report: "the claim that", "his call for", "a report of", "the alleged".

Frames: `that`, `to`, `P` for a preposition P; `quote` is given by `fit`. A noun under a light verb ("expressed hope
that", "made the case for") takes that verb into its cue and its subject as its source.
"""

from __future__ import annotations

from collections.abc import Iterator

from allege.extract.attribution.heard import Heard, Stretch, minus
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.who import phrase
from allege.extract.attribution.within.inner import is_report
from allege.extract.happenings import names_a_doing
from allege.extract.nouns import classes

GIVERS = frozenset({"by", "from", "of", "among", "between"})
SIMPLE = ("amod", "compound", "det", "nummod")


def heard(tree: Tree, noun: int) -> Iterator[Heard]:
    """Every attribution that a noun could make."""
    for c in tree.children[noun]:
        if c < noun:
            continue
        dep = tree.dep[c]
        if dep == "prep" and tree.right[c] > c:
            by = _doing(tree, noun, c)
            end = c if by is None else by
            yield _made(tree, noun, f"of:{tree.lower[c]}", (c,), (c + 1, tree.right[end] + 1))
        elif dep in ("acl", "ccomp", "relcl") and tree.pos[c] in ("VERB", "AUX"):
            mark = tree.child(c, "mark")
            if mark is not None and mark < c and (dep != "relcl" or is_report(tree.lemma[noun])):
                yield _made(tree, noun, "that", (), (tree.left[c], tree.right[c] + 1))
            elif tree.tag[c] == "VB" and dep == "acl":
                yield _made(tree, noun, "to", (), (tree.left[c], tree.right[c] + 1))


def _doing(tree: Tree, noun: int, of: int) -> int | None:
    """The "by" that tells who did what is told: "accusations of torture | by the police"; None where there is none.

    Those who bear arms do it; anybody else behind "by" is who accuses.
    """
    if tree.lower[of] != "of":
        return None
    by = next((c for c in tree.children[noun] if c > of and tree.dep[c] == "prep" and tree.lower[c] == "by"), None)
    whom = None if by is None else tree.child(by, "pobj")
    deed = tree.child(of, "pobj")
    if whom is None or deed is None or not names_a_doing(tree.lemma[deed].lower()):
        return None
    forces = any({tree.lemma[whom].lower(), tree.lower[whom]} & classes()[name] for name in FORCES)
    return by if forces else None


FORCES = ("armed", "police", "state force")


def _made(tree: Tree, noun: int, frame: str, extra: tuple[int, ...], content: Stretch) -> Heard:
    doing = (by for of in extra if (by := _doing(tree, noun, of)) is not None)
    who, cue = _giver(tree, noun, (*extra, *doing))
    source = () if who is None else tuple(_clear(tree, who, cue))
    return Heard(noun, "noun", tree.lemma[noun], frame, tuple(sorted({*cue, *extra})), source, (content,), who)


def _clear(tree: Tree, who: int, cue: set[int]) -> Iterator[Stretch]:
    for first, last in phrase(tree, who, min(cue)):
        yield from minus((first, last), [(i, i + 1) for i in cue] if min(cue) < last else [])


def _giver(tree: Tree, noun: int, extra: tuple[int, ...]) -> tuple[int | None, set[int]]:
    """Who makes the statement that a noun names (its possessor, or after "by", "from"), and the noun's words."""
    words = {noun}
    who: int | None = None
    for c in tree.children[noun]:
        if tree.dep[c] == "poss":
            who = c
        elif c < noun and tree.dep[c] in SIMPLE:
            words.update(range(tree.left[c], tree.right[c] + 1))
        elif tree.dep[c] == "prep" and c not in extra and tree.lower[c] in GIVERS and who is None:
            who = tree.child(c, "pobj")
    if who is not None and who < noun:
        words = {i for i in words if i > tree.right[who]}
    return who, words
