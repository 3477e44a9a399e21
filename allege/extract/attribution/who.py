"""Whose words they are: the source of a cue, found over the parse."""

from __future__ import annotations

from allege.extract.attribution.heard import Stretch
from allege.extract.attribution.tree import Tree
from allege.extract.roles.voice import VOTES

SUBJECT = ("nsubj", "nsubjpass", "csubj")
EMPTY = frozenset({"it", "there"})
MINDED = frozenset(
    {"aware", "unaware", "mindful", "conscious", "confident", "convinced", "sure", "satisfied", "concerned", "worried"}
    | {"afraid", "hopeful", "optimistic", "doubtful", "adamant", "proud", "sorry", "glad", "disappointed", "alarmed"}
)
"""What only somebody can be: "it is aware that" speaks of a body."""

STEPS = 8
"""Clauses climbed at most in search of a subject."""

QUOTING = frozenset({"quote", "cite"})
"""Verbs that hand the word on: "quoted a guard as saying"."""
AFTERTHOUGHT = frozenset({"advcl", "ccomp", "parataxis", "dep"})
"""What hangs on a source's noun without being part of its name."""

CLIMBED = frozenset({"conj", "advcl", "ccomp", "dep", "parataxis", "xcomp"})
"""How a clause is joined to the one whose subject it shares."""

COMPLETING = frozenset({"as", "of", "for", "with"})
"""After a passive these go on with what is said of its subject: "was accused of", "is seen as"."""

PAUSES = frozenset({",", "(", "-", "–", "—", "--", ";", ":"})


def speaker(tree: Tree, verb: int) -> int | None:
    """The head token of the one who speaks in a clause: its own subject, its agent, or that of a clause above it."""
    here: int | None = verb
    for _ in range(STEPS):
        if here is None:
            return None
        found, settled = _own(tree, here)
        if not settled and tree.head[here] != here:
            found, above = _above(tree, here)
            here = above if found is None else None
        else:
            here = None
        if found is not None:
            return found
    return None


def _above(tree: Tree, here: int) -> tuple[int | None, int | None]:
    """What a clause without a subject takes it from: somebody named above it, or the next clause to ask."""
    up, dep = tree.head[here], tree.dep[here]
    if dep in ("acl", "relcl", "amod"):
        behind = tree.tag[here] == "VB" and tree.dep[up] == "pobj" and dep == "acl"
        return (None if tree.tag[here] == "VBN" or behind else up), None  # "no friend of the regime | to see that"
    if dep == "pcomp":
        return _prepositional(tree, up)
    whom = _object_of(tree, here, up) if dep == "xcomp" else None
    if whom is not None or dep not in CLIMBED:
        return whom, None
    if tree.pos[up] in ("VERB", "AUX"):
        return None, up
    return (up if dep in ("advcl", "conj") and tree.pos[up] in ("NOUN", "PROPN") else None), None


def _object_of(tree: Tree, here: int, up: int) -> int | None:
    """Who is asked to do it: "asked the church to demand"; "promised the church to demand" keeps its subject."""
    whom = tree.child(up, "dobj", "dative")
    if whom is None or whom > here or tree.tag[here] != "VB" or tree.lemma[up] == "promise":
        return None
    return whom


def _prepositional(tree: Tree, preposition: int) -> tuple[int | None, int | None]:
    quoted = _quoted_as(tree, preposition)
    if quoted is not None:
        return quoted, None
    subject = tree.child(preposition, "pobj")
    if subject is not None:
        return subject, None
    up = tree.head[preposition]
    if tree.pos[up] in ("NOUN", "PROPN"):
        return tree.child(up, "poss"), None
    return None, up if tree.pos[up] in ("VERB", "AUX") else None


def _quoted_as(tree: Tree, preposition: int) -> int | None:
    """Who is "quoted as saying": the object of a verb of quoting, or its subject in the passive."""
    verb = tree.head[preposition]
    if tree.lower[preposition] != "as":
        return None
    if tree.dep[verb] == "dobj" and tree.lemma[tree.head[verb]] in QUOTING:
        return verb
    return tree.child(verb, "dobj", "nsubjpass") if tree.lemma[verb] in QUOTING else None


def hangs(tree: Tree, verb: int) -> bool:
    """Whether a participle tells what is said of the noun before it: "men | believed to be rebels"."""
    return tree.dep[verb] == "acl" and tree.tag[verb] == "VBN" and tree.head[verb] < verb


def is_quoted_as(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what its passive subject "was quoted by the paper as | saying": not the paper's word."""
    preposition = tree.head[verb]
    if tree.dep[verb] != "pcomp" or tree.lower[preposition] != "as":
        return False
    quoting = tree.head[preposition]
    return tree.lemma[quoting] in QUOTING and (
        tree.child(quoting, "nsubjpass") is not None or is_told_before(tree, quoting)
    )


def is_told_before(tree: Tree, quoting: int) -> bool:
    """Whether what somebody is quoted as saying stands in front: "It burned, the paper | quoted | him as saying"."""
    before = any(tree.dep[c] == "ccomp" and c < quoting for c in tree.children[quoting])
    if not before or tree.child(quoting, "dobj") is None:
        return False
    clauses = (tree.child(p, "pcomp") for p in tree.children[quoting] if tree.lower[p] == "as")
    return any(c is not None and tree.child(c, "ccomp", "dobj") is None for c in clauses)


def _own(tree: Tree, verb: int) -> tuple[int | None, bool]:
    """The speaker that a clause names itself, and whether to look no further."""
    children = tree.children[verb]
    undergone = is_bare_participle(tree, verb) or hangs(tree, verb)
    if undergone or any(tree.dep[c] in ("auxpass", "nsubjpass") for c in children):
        agent = next((c for c in children if tree.dep[c] == "agent"), None)
        by = None if agent is None else tree.child(agent, "pobj")
        return (None if by is not None and tree.lemma[by] in VOTES else by), True
    for c in children:
        if tree.dep[c] in SUBJECT:
            empty = tree.lower[c] in EMPTY and (tree.dep[c] != "nsubj" or _stands_for_clause(tree, verb))
            return (None, True) if empty else (c, True)
        if tree.dep[c] == "expl":
            return None, True
    return None, False


def _stands_for_clause(tree: Tree, verb: int) -> bool:
    """Whether "it" only stands for the clause behind: "it | was | determined that they burned it"."""
    said = tree.child(verb, "acomp") if tree.lemma[verb] == "be" else None
    return said is not None and tree.lower[said] not in MINDED and tree.child(said, "ccomp") is not None


def is_bare_participle(tree: Tree, verb: int) -> bool:
    """ "Asked whether they would leave, the general …": he is asked, and whoever asks is not told."""
    bare = tree.tag[verb] == "VBN" and not any(tree.dep[c] in ("aux", "nsubj") for c in tree.children[verb])
    return bare and tree.dep[verb] == "advcl" and tree.head[verb] > verb


def phrase(tree: Tree, head: int, cue: int) -> tuple[Stretch, ...]:
    """The words of a source: its phrase with its appositions, without loose clauses, and never across the cue."""
    first, last = tree.left[head], tree.right[head] + 1
    for c in tree.children[head]:
        if c > head and _loose(tree, c):
            last = min(last, tree.left[c])
    last = min(last, stray(tree, head) or last)
    if first <= cue < last:
        first, last = (first, cue) if head < cue else (cue + 1, last)
    return ((first, last),) if first <= head < last else ((head, head + 1),)


def stray(tree: Tree, accuser: int) -> int | None:
    """The preposition and gerund behind an agent that belong to its verb: "accused by residents *of burning* it"."""
    up = tree.head[accuser]
    if tree.dep[up] != "agent" or tree.dep[accuser] != "pobj":
        return None
    preps = (p for p in range(accuser + 1, tree.right[accuser] + 1) if tree.lower[p] in COMPLETING)
    return next((p for p in preps if tree.child(p, "pcomp") is not None), None)


def _loose(tree: Tree, c: int) -> bool:
    """A clause behind a comma, or a second clause that the parser tied to the noun."""
    dep = tree.dep[c]
    if dep in ("relcl", "acl"):
        return tree.lower[tree.left[c] - 1] in PAUSES
    if dep == "conj":
        return tree.pos[c] in ("VERB", "AUX")
    if dep == "cc":
        return c + 1 < len(tree.pos) and tree.pos[tree.head[c]] != "VERB" and _joins_clause(tree, c)
    return dep in AFTERTHOUGHT


def _joins_clause(tree: Tree, c: int) -> bool:
    return any(x > c and tree.dep[x] == "conj" and tree.pos[x] in ("VERB", "AUX") for x in tree.children[tree.head[c]])
