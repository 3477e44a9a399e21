"""Whom a source cites: "the agency reported, citing a guard, that ..." has the guard speak within the agency's words.

Only people, bodies and documents that speak are taken; what else is cited ("citing security concerns") stays content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from allege.analyse.clauses.words import speakers
from allege.claim import SourceKind
from allege.extract.attribution.believing.choose import Believed
from allege.extract.attribution.describe import noun_kind
from allege.extract.attribution.heard import Heard, Stretch, joined, minus, trimmed
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.who import QUOTING, phrase

CLIMB = 4
"""Steps from "citing" up to the cue it hangs on, at most."""

SPEAKING = frozenset(SourceKind) - {SourceKind.UNNAMED, SourceKind.AUTHOR}


def cited(tree: Tree, found: Sequence[Believed]) -> list[Believed]:
    """The same attributions, and one more within each that cites somebody; the citing words leave the outer content."""
    out = {b.heard.head: b for b in found}
    for verb, whom in _citing(tree):
        host = _host(tree, verb, out, found)
        if host is None:
            continue
        hole = (tree.left[verb], tree.right[verb] + 1)
        on_noun = tree.dep[verb] in ("acl", "relcl")
        if host.heard.head in range(*hole) or (on_noun and not _by_the_way(tree, verb, host)):
            continue
        content = _without(tree, host.heard.content, hole)
        if content:
            heard = Heard(verb, "verb", "cite", "citing", (verb,), phrase(tree, whom, verb), content, whom)
            out[host.heard.head] = replace(host, heard=replace(host.heard, content=content))
            out[verb] = Believed(heard, host.chance, outer=host.heard.head)
    for verb, said in _quoting(tree):
        if verb in out and said.head not in out:
            out[said.head] = Believed(said, out[verb].chance, outer=verb)
    return [out[head] for head in sorted(out)]


def _quoting(tree: Tree) -> Iterator[tuple[int, Heard]]:
    """Verbs of quoting, and what whoever they quote says: "the agency | quoted the minister as saying that"."""
    for verb, lemma in enumerate(tree.lemma):
        whom = tree.child(verb, "dobj") if lemma in QUOTING and tree.sentence[verb] >= 0 else None
        if whom is None or not _speaks(tree, whom):
            continue
        for preposition in (*tree.children[verb], *tree.children[whom]):
            say = tree.child(preposition, "pcomp") if tree.lower[preposition] == "as" else None
            if say is None or tree.tag[say] != "VBG" or preposition < whom:
                continue
            content = trimmed(tree, (say + 1, tree.right[say] + 1))
            if content is not None:
                source = phrase(tree, whom, preposition)
                yield verb, Heard(say, "verb", tree.lemma[say], "that", (preposition, say), source, (content,), whom)


def _citing(tree: Tree) -> list[tuple[int, int]]:
    """Participles of citing with somebody as their object; "the agency, which cited a guard, …" cites, too."""
    pairs: list[tuple[int, int]] = []
    for i, lemma in enumerate(tree.lemma):
        cites = lemma in QUOTING and tree.sentence[i] >= 0
        if cites and (tree.tag[i] == "VBG" or (tree.dep[i] == "relcl" and tree.child(i, "auxpass") is None)):
            whom = tree.child(i, "dobj")
            if whom is not None and whom > i and _speaks(tree, whom):
                pairs.append((i, whom))
    return pairs


def _speaks(tree: Tree, whom: int) -> bool:
    if tree.pos[whom] == "PROPN":
        return tree.entity[whom] in ("PERSON", "ORG", "GPE", "NORP", "")
    return noun_kind(tree, whom) in SPEAKING or tree.lemma[whom] in speakers() | {"source"}


def _host(tree: Tree, verb: int, known: dict[int, Believed], found: Sequence[Believed]) -> Believed | None:
    """The attribution that the citing belongs to: the nearest cue above it, or the one whose content it opens."""
    up = verb
    for _ in range(CLIMB):
        if tree.head[up] == up:
            break
        up = tree.head[up]
        if up in known and known[up].heard.frame != "citing":
            return known[up]
    around = [b for b in found if any(first <= verb < last for first, last in b.heard.content)]
    return min(around, key=lambda b: sum(z - a for a, z in b.heard.content), default=None)


def _by_the_way(tree: Tree, verb: int, host: Believed) -> bool:
    """ "The paper, quoting a guard, reported that": between commas behind the source, not "a report citing him"."""
    return tree.head[verb] == host.heard.speaker and tree.lower[tree.left[verb] - 1] == ","


def _without(tree: Tree, content: Sequence[Stretch], hole: Stretch) -> tuple[Stretch, ...]:
    pieces = [piece for part in content for piece in minus(part, [hole])]
    return joined(piece for piece in pieces if trimmed(tree, piece) is not None)
