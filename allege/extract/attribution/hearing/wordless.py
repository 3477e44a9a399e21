"""Verbs over a deed with which nobody says anything: "tried to kill him", "seem to have shot him", "gave up a plan to".

News of politics takes plans and endeavours for words; in the news of conflict whoever tries to kill is the doer of a
deed that the author tells, and no source of it. Verbs of speech stand over a clause in their own right: in "tried to
deny that they burned it" it is the denial that is heard.
"""

from __future__ import annotations

from functools import cache

from allege.analyse import data
from allege.analyse.labels import PAST
from allege.extract.attribution.heard import Heard
from allege.extract.attribution.tree import Tree
from allege.extract.attribution.within.inner import is_report
from allege.extract.roles.control import HARMFUL, STRUCK

HAS_IT = "report"
"""What "has it that" is known under: somebody reports it so."""

FORCE = HARMFUL | STRUCK
"""Verbs of force: whoever "seeks to" do such a thing, asks for nothing."""


def is_wordless(tree: Tree, heard: Heard) -> bool:
    """Whether a cue only says how it looks that something was done, or what is tried, prevented or given up."""
    verb = heard.head
    if heard.kind == "noun":
        return _lets_fall(tree, tree.head[verb], verb)
    lemma = tree.lemma[verb]
    done = [tree.lemma[c] for c in tree.children[verb] if tree.dep[c] == "xcomp" and _is_infinitive(tree, c)]
    if lemma in _words("looking") or lemma in _words("trying") or _is_planned(tree, heard):
        return bool(done)
    if lemma in _words("seeking"):
        return not FORCE.isdisjoint(done)
    caused = lemma == "have" and heard.key != HAS_IT
    if caused and any(tree.dep[c] == "ccomp" and tree.tag[c] in PAST for c in tree.children[verb]):
        return True  # "had his deputy | poisoned"
    if lemma in _words("keeping"):
        thing = [c for c in tree.children[verb] if tree.dep[c] in ("dobj", "nsubjpass")]
        return any(_is_from(tree, c) for at in (verb, *thing) for c in tree.children[at])
    return any(_lets_fall(tree, verb, c) or _has_part(tree, verb, c) for c in tree.children[verb])


def _is_planned(tree: Tree, heard: Heard) -> bool:
    """ "The front | was to | lay down its arms"; "his order was to" tells something."""
    return tree.lemma[heard.head] == "be" and heard.speaker is not None and not is_report(tree.lemma[heard.speaker])


def _has_part(tree: Tree, verb: int, thing: int) -> bool:
    """ "Took | no part in the raid", "bears | no blame for it": what somebody had to do with a deed."""
    taken = tree.dep[thing] == "dobj" and tree.lemma[thing].lower() in _words("part")
    return taken and tree.lemma[verb] in _words("having")


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tag[c] == "TO" for c in tree.children[verb])


def _is_from(tree: Tree, preposition: int) -> bool:
    """ "From | burning it"."""
    return tree.lower[preposition] == "from" and tree.child(preposition, "pcomp") is not None


def _lets_fall(tree: Tree, verb: int, thing: int) -> bool:
    """ "Abandoned | its plan to attack it"."""
    if tree.dep[thing] not in ("dobj", "nsubjpass") or tree.lemma[thing].lower() not in _words("dropped"):
        return False
    particle = tree.child(verb, "prt")
    name = tree.lemma[verb] if particle is None else f"{tree.lemma[verb]} {tree.lower[particle]}"
    return name in _words("dropping")


@cache
def _words(name: str) -> frozenset[str]:
    found = data.lexicon("attribution/wordless.toml")[name]
    return frozenset(map(str, found)) if isinstance(found, list) else frozenset()
