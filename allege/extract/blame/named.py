"""Deeds whose doers a noun brings: "the army's part in it", "was an act by the army", "bears the front's hallmarks".

One rule for each way to say it, as in `ties`. Words in data/certainty/cues.toml (`traits`).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from allege.extract.blame.links import Link
from allege.extract.blame.tie import Tie
from allege.extract.certainty.lexicon import CUES
from allege.extract.nouns import in_class
from allege.extract.roles import children, prepositional, spread, surface


def is_somebody(token: Token) -> bool:
    """Whether a noun can name who did it."""
    return token.pos_ in ("PROPN", "PRON", "NUM") or in_class(token, "person")


def acts(token: Token) -> bool:
    """Whether a phrase can be who is "behind" a deed: no "motive behind the shooting"."""
    return is_somebody(token) or any(in_class(token, name) for name in ("armed", "group", "police", "state force"))


def part(link: Link) -> Iterator[Tie]:
    """ "The involvement of the army in it", "the army's role in it": as firm as it is held that they had one."""
    noun = link.word
    listed = CUES.traits["parts"]
    if noun.lemma_.lower() not in listed and noun.dep_ == "pobj" and noun.head.lower_ in ("of", "by"):
        noun = noun.head.head  # "the involvement of | the army in it"
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in listed or link.preposition not in ("in", "for"):
        return
    doers = spread([*children(noun, "poss"), *prepositional(noun, "of", "by")])
    if any(acts(d) for d in doers):
        yield Tie(noun, doers, at=noun, alone=True)


def made(link: Link) -> Iterator[Tie]:
    """ "The blast was the work of the front", "the murder was a crime by the guard"."""
    if link.preposition or link.word.lemma_ != "be" or link.child.dep_ != "nsubj":
        return
    for noun in children(link.word, "attr"):
        names = ("of", "by") if noun.lemma_ in CUES.traits["works"] else ("by",)
        doers = tuple(t for t in spread(prepositional(noun, *names)) if acts(t))
        if doers:
            yield Tie(noun, doers, at=link.word)


def marked(link: Link) -> Iterator[Tie]:
    """ "The ambush bears the hallmarks of the front", "the blast looked like the work of the front"."""
    verb = link.word
    if link.preposition or link.child.dep_ != "nsubj" or verb.pos_ != "VERB":
        return
    for noun in children(verb, "dobj") if verb.lemma_ in CUES.traits["bearing"] else ():
        if noun.lemma_.lower() in CUES.traits["marks"]:
            yield Tie(verb, _whose_mark(noun), at=verb)
    for like in children(verb, "prep") if verb.lemma_ in CUES.traits["looking"] else ():
        for noun in children(like, "pobj") if like.lower_ == "like" else ():
            if noun.lemma_ in CUES.traits["works"]:
                yield Tie(verb, _whose_mark(noun), at=verb)


CULPRITS = {
    "murderer": "targeted",
    "assassin": "targeted",
    "killer": None,
    "attacker": None,
    "kidnapper": "abduct",
    "abductor": "abduct",
}
"""Nouns for those who did a deed to somebody, with its mode."""


def identified(link: Link) -> Iterator[Tie]:
    """ "The killers of the mayor were soldiers", "the guards are the killers of the mayor"."""
    culprit, be = link.child, link.word
    if link.preposition or be.lemma_ != "be" or culprit.lemma_.lower() not in CULPRITS:
        return
    doers = spread(children(be, "attr")) if culprit.dep_ == "nsubj" else spread(surface(be))
    if culprit.dep_ in ("nsubj", "attr") and doers and all(acts(d) and d.i != culprit.i for d in doers):
        yield Tie(be, doers, at=be)


def _whose_mark(noun: Token) -> tuple[Token, ...]:
    """Whose mark it is: "of the front", "of a Kirel Cell operation"."""
    whose = [t for t in prepositional(noun, "of") if is_somebody(t) or t.text[:1].isupper()]
    named = [c for t in prepositional(noun, "of") if t not in whose for c in children(t, "compound", "nmod", "poss")]
    return spread(whose or [t for t in named if t.pos_ == "PROPN"][-1:])
