"""What the encoder alone hears and is no attribution: nobody's word, a deed, or a cue with nothing said behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from allege.analyse import data
from allege.extract.attribution.heard import Heard
from allege.extract.attribution.hearing.barred import barred
from allege.extract.attribution.quoting.fit import Quoted
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.who import hangs
from allege.extract.attribution.within.inner import is_report
from allege.extract.reasoning import VERBS as CONCLUDING


def is_no_word(tree: Tree, heard: Heard, marks: Quoted, *, sure: bool) -> bool:
    """Whether what no rule hears is no attribution; `sure`: nothing need be said behind the cue."""
    if _nobodys(tree, heard) or _speaks_elsewhere(tree, heard, marks) or is_deed(tree, heard, marks):
        return True
    return not (sure or _says_something(tree, heard, marks))


def _speaks_elsewhere(tree: Tree, heard: Heard, marks: Quoted) -> bool:
    """Whether all that is said is another sentence, not quoted: "villagers | were afraid. | Soldiers burned it."."""
    own = tree.sentence[heard.head]
    if heard.head not in heard.cue or not any(tree.lemma[i] == "be" for i in heard.cue):
        return False  # "According to the Herald: | They shelled it."
    return all(tree.sentence[first] != own and marks.at[first] < 0 for first, _ in heard.content)


def _nobodys(tree: Tree, heard: Heard) -> bool:
    """Whether it is nobody's word, or a fact speaks ("…, which suggests that they were hired")."""
    if tree.entity[heard.head] in ("DATE", "TIME") and tree.pos[heard.head] in ("NOUN", "PROPN"):
        return True  # "Friday" speaks for nobody
    if tree.dep[heard.head] == "compound" and tree.head[heard.head] not in heard.cue:
        return True  # "Missile | strikes kill nine"
    if _is_name(tree, heard.cue):
        return True  # "The Kirelian | government arrested"
    if hangs(tree, heard.head) and heard.speaker == tree.head[heard.head]:
        return True  # "men | allegedly linked to the front | attacked": what is said of them
    if _is_condition(tree, heard):
        return True  # "they would have shelled it | had the truce not held"
    return _is_no_cue(tree, heard) or barred(tree, heard) or (not heard.source and tree.lemma[heard.head] in CONCLUDING)


def _is_condition(tree: Tree, heard: Heard) -> bool:
    """Whether the cue is a condition of what it is said to say."""
    verb = heard.head
    if tree.dep[verb] != "advcl" or not any(first <= tree.head[verb] < last for first, last in heard.content):
        return False
    opens = tree.left[verb]
    return tree.lower[opens] in ("had", "if", "unless") and tree.head[opens] == verb


def _is_no_cue(tree: Tree, heard: Heard) -> bool:
    """Whether a cue has no word ("the general | 's"), or is one subject with the name before it and no report.

    "Norland | forces | shelled the mill".
    """
    if all(tree.pos[i] in ("PART", "PUNCT") for i in heard.cue):
        return True
    name, noun = heard.speaker, heard.head
    if name is None or tree.dep[name] != "compound" or tree.head[name] != noun or tree.pos[noun] != "NOUN":
        return False
    return tree.dep[noun] in ("nsubj", "nsubjpass") and not is_report(tree.lemma[noun])


def _is_name(tree: Tree, cue: Sequence[int]) -> bool:
    """Whether a cue is a name, or a piece of one with small words around it, and so no word of saying."""
    names = [i for i in cue if tree.pos[i] == "PROPN" or tree.entity[i] == "NORP"]
    if any(tree.dep[i] == "nsubj" and tree.head[i] in cue for i in names):
        return True  # "The army, the Herald reported, mobilized": another one speaks
    return bool(names) and all(i in names or tree.pos[i] in ("DET", "PART", "NUM", "ADP", "PUNCT") for i in cue)


def is_deed(tree: Tree, heard: Heard, marks: Quoted) -> bool:
    """Whether the cue names a deed ("ambushed a convoy, killing six") and neither a clause nor a quotation follows.

    A few words quoted later are none: "rounded up residents of a "village before shooting them"".
    """
    verbs = {tree.lemma[i] for i in heard.cue if tree.pos[i] == "VERB"}
    if _violent().isdisjoint({heard.key, *verbs}) or any(tree.dep[c] == "ccomp" for c in tree.children[heard.head]):
        return False
    return all(marks.at[first] < 0 for first, _ in heard.content[:1])


@cache
def _violent() -> frozenset[str]:
    """Verbs of deeds, which say nothing."""
    return frozenset(data.lines("attribution/violent.txt"))


def _says_something(tree: Tree, heard: Heard, marks: Quoted) -> bool:
    """Whether the content says something: it has a verb that does not merely follow the cue's, or is quoted."""
    inside = [i for first, last in heard.content for i in range(first, last)]
    quoted = [i for i in inside if marks.at[i] >= 0 and tree.word[i]]
    if any(tree.pos[i] not in NAMING for i in quoted):
        return True
    beside = set(_row(tree, heard.head))
    verbs = [i for i in inside if tree.pos[i] in ("VERB", "AUX") and i not in beside]
    return any(tree.dep[i] not in ("prep", "amod") and not _by_the_way(tree, i, heard.head) for i in verbs)


def _row(tree: Tree, verb: int) -> Iterator[int]:
    """The verbs that go on with a verb: "attacked the post, | burned | carts and | killed | a guard"."""
    for c in tree.children[verb]:
        if tree.dep[c] == "conj" and c > verb:
            yield c
            yield from _row(tree, c)


NAMING = frozenset({"PROPN", "DET", "PART"})
"""Parts of speech of names: "a unit from | the “Lion Forces”" quotes nobody."""

BESIDES = frozenset({"relcl", "acl", "advcl"})
"""What clauses say besides: of somebody or something ("the fire that killed nine"), or when and why."""


def _by_the_way(tree: Tree, verb: int, cue: int) -> bool:
    """Whether a clause that only says more holds the verb, on the way up to the cue."""
    at = verb
    while at != cue and tree.head[at] != at:
        if tree.dep[at] in BESIDES:
            return True
        at = tree.head[at]
    return False
