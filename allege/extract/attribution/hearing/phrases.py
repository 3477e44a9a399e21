"""Set phrases: "according to X", "for X", "per X", "worried about".

"Reportedly", "allegedly" and "the alleged attack" are no attributions here: they are the author's own hedge, and
certainty reads them.
"""

from __future__ import annotations

from collections.abc import Iterator

from allege.claim import SourceKind
from allege.extract.attribution.describe import noun_kind
from allege.extract.attribution.heard import Heard, Stretch, minus
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.who import phrase


def according(tree: Tree, i: int) -> Iterator[Heard]:
    """ "According to X, ...": the content is the clause it hangs on."""
    to = tree.child(i, "prep")
    if to is None or tree.lower[to] != "to":
        return
    who = tree.child(to, "pobj")
    if who is None:
        return
    content = host(tree, i)
    if content:
        yield Heard(i, "preposition", "according to", "inset", (i, to), phrase(tree, who, to), content, who)


def preposition(tree: Tree, i: int) -> Iterator[Heard]:
    """ "For X, ...", "per X", "as per X", "like X": the lexicon knows which of them report."""
    who = tree.child(i, "pobj")
    if who is None or tree.dep[i] != "prep":
        return
    over = tree.head[i]
    cue = (over, i) if (tree.lower[over], tree.lower[i]) == ("as", "per") and over == i - 1 else (i,)
    content = host(tree, cue[0])
    if content:
        told = tree.lower[i] == "per" and _stands_apart(tree, cue[0]) and _is_teller(tree, who)
        told = told or (tree.lower[i] == "under" and _is_laid_out(tree, i, who))
        name = "according to" if told else " ".join(tree.lower[at] for at in cue)
        yield Heard(i, "preposition", name, "inset", cue, phrase(tree, who, i), content, who)


PLANS = frozenset({"plan", "scheme", "proposal", "blueprint", "draft", "memo", "memorandum", "document"})


def _is_laid_out(tree: Tree, i: int, plan: int) -> bool:
    """Whether a plan tells what would be done, of which a paper was told right before.

    "A leaked memo lays out the aims. | Under the plan |, guards would burn it."; what a law provides is nobody's word.
    """
    n, verb = tree.sentence[i], tree.head[i]
    if n < 1 or tree.lemma[plan].lower() not in PLANS or tree.lower[tree.left[plan]] != "the":
        return False
    would = any(tree.lower[c] == "would" for c in tree.children[verb])
    before = range(*tree.bounds[n - 1])
    papers = (c for c in before if tree.dep[c] in ("nsubj", "nsubjpass") and tree.pos[c] == "NOUN")
    return would and _stands_apart(tree, i) and any(noun_kind(tree, c) is SourceKind.DOCUMENT for c in papers)


def _stands_apart(tree: Tree, i: int) -> bool:
    """Whether a phrase opens its sentence before a comma, or closes it behind one."""
    last = tree.right[i] + 1
    if i == tree.bounds[tree.sentence[i]][0]:
        return last < len(tree.lower) and tree.lower[last] == ","
    return tree.lower[i - 1] == ","


def _is_teller(tree: Tree, who: int) -> bool:
    """Whether "per" names somebody or something that tells: "per the guard's log", no "per man" and no "per year"."""
    if tree.pos[who] == "PROPN":
        return tree.entity[who] not in ("DATE", "TIME")
    one = tree.tag[who] == "NN" and tree.left[who] == who and tree.lower[who] != "police"
    return noun_kind(tree, who) is not None and not one


def in_words_of(tree: Tree, i: int) -> Iterator[Heard]:
    """ "In the words of X, ...", as "according to X"."""
    words = tree.child(i, "pobj") if tree.lower[i] == "in" else None
    of = None if words is None or tree.lower[words] != "words" else tree.child(words, "prep")
    who = None if of is None or tree.lower[of] != "of" else tree.child(of, "pobj")
    if words is None or of is None or who is None:
        return
    content = host(tree, i)
    if content:
        cue = tuple(range(i, of + 1))
        yield Heard(i, "preposition", "according to", "inset", cue, phrase(tree, who, of), content, who)


def adjective(tree: Tree, i: int) -> Iterator[Heard]:
    """ "Residents worried about ...": the content is what the adjective governs, the source what it qualifies."""
    up = tree.head[i]
    for p in tree.children[i]:
        if tree.dep[p] == "prep" and p > i and tree.right[p] > p:
            who = up if tree.pos[up] in ("NOUN", "PROPN", "PRON") else None
            source = () if who is None else phrase(tree, who, i)
            content = ((p + 1, tree.right[p] + 1),)
            yield Heard(i, "adjective", tree.lemma[i], f"after:{tree.lower[p]}", (i, p), source, content, who)


def host(tree: Tree, i: int) -> tuple[Stretch, ...]:
    """The clause that a phrase stands in, without the phrase."""
    up = tree.head[i]
    if up == i or tree.sentence[up] < 0:
        return ()
    hole = (tree.left[i], tree.right[i] + 1)
    return minus((tree.left[up], tree.right[up] + 1), [hole])
