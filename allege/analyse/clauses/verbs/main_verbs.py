"""A verb that is taken for a participle of the noun before it: "Gunmen on motorbikes | killed nine".

A participle has no object of its own, and a past tense describes nobody. The verb is made the sentence's and gets its
subject back. The other way round, a participle taken for the verb: `reduced`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from spacy.tokens import Token

from allege.analyse.labels import FINITE, PAST, has

NAMING = ("nmod", "compound")
PASSIVE = frozenset({"by", "been", "being"})
CLIMBED = 6
"""Phrases climbed at most from a noun to the first one of the subject ("men on motorbikes in the town of …")."""


OUTSIDE = frozenset({"prep", "advcl", "advmod", "punct", "npadvmod"})
"""Labels of what stands in a clause beside its subject and its object."""


def find_main(token: Token, words: Mapping[str, Collection[str]], somebody: Collection[str]) -> None:
    """Makes a word a verb that is taken for a participle; see above.

    `words`: lemmas of verbs that as participles have an object ("given": "two_objects"), of verbs of holding something
    of somebody ("believed": "held_of"), which are participles, of what is done to somebody ("undergone"), and of what
    is done to nobody ("never_done").
    `somebody`: lemmas of nouns for whoever can do a thing.
    """
    only = token.tag_ == "VBN" and (_is_only_verb(token, somebody) or _is_reported(token, words["reporting"]))
    if token.dep_ == "amod" and has(token, {"nsubj"}):
        _with_subject(token)
    elif token.dep_ == "amod" and (token.tag_ == "VBD" or only):
        _not_attribute(token)
    known = token.lemma_ in words["held_of"] or token.lemma_ in words["two_objects"]
    if token.tag_ in PAST and token.dep_ == "acl" and not known:
        _not_participle(token, words["exploding"], words["undergone"], words["never_done"])


def _with_subject(verb: Token) -> None:
    """ "The aircraft | 'bombed | homes and clinics' in Velm": a participle before a noun has no subject of its own."""
    noun = verb.head
    if noun.i < verb.i or noun.dep_ not in ("ROOT", "ccomp", "conj", "dep") or noun.pos_ not in ("NOUN", "PROPN"):
        return
    label = "ccomp" if noun.dep_ == "dep" and noun.head.i > noun.i else noun.dep_
    above = verb if noun.dep_ == "ROOT" else noun.head
    for child in [c for c in noun.children if c.i != verb.i and (c.i < verb.i or c.dep_ in BEHIND)]:
        child.head = verb
    verb.head, verb.dep_, verb.pos_, verb.tag_ = above, label, "VERB", "VBD"
    noun.head, noun.dep_ = verb, "dobj"


BEHIND = frozenset({"prep", "advcl", "advmod", "npadvmod", "parataxis", "punct"})
"""Labels of what hangs behind an object on its verb."""


def _not_attribute(verb: Token) -> None:
    """ "They say the police | tortured | secretary Ola Brann", read as one name: a past tense is a verb."""
    noun = verb.head
    doers = [c for c in noun.children if c.i < verb.i and c.dep_ in NAMING and c.pos_ in ("NOUN", "PROPN")]
    if not doers or noun.i < verb.i or noun.dep_ not in ("dobj", "ROOT") or doers[-1].i + 1 != verb.i:
        return
    before = [c for c in noun.children if c.i < doers[-1].i and c.dep_ not in OUTSIDE]
    outer = [c for c in noun.children if c.i > noun.i or c.i < doers[-1].i]
    beside = [c for c in outer if c.dep_ in OUTSIDE and c.lower_ != "of"]
    above, label = (verb, "ROOT") if noun.dep_ == "ROOT" else (noun.head, "ccomp")
    verb.head, verb.dep_, verb.pos_, verb.tag_ = above, label, "VERB", "VBD"
    noun.head, noun.dep_ = verb, "dobj"
    doers[-1].head, doers[-1].dep_ = verb, "nsubj"
    for child in before:
        child.head = doers[-1]
    for child in beside:
        child.head = verb


def _is_only_verb(participle: Token, somebody: Collection[str]) -> bool:
    """Whether a sentence has no other verb: "The brigade | tortured | prisoners" are no prisoners of a kind."""
    noun, doer = participle.head, participle.nbor(-1) if participle.i else participle
    named = doer.lemma_.lower() in somebody or doer.ent_type_ == "ORG"
    if noun.dep_ != "ROOT" or noun.tag_ != "NNS" or not named:
        return False
    return not any(t.tag_ in FINITE or t.dep_ in ("aux", "auxpass") for t in noun.sent)


def _is_reported(participle: Token, reporting: Collection[str]) -> bool:
    """Whether it is what a verb of saying tells of a person: "the prosecution says Dahl | tortured | prisoners"."""
    noun, doer = participle.head, participle.nbor(-1) if participle.i else participle
    if noun.dep_ != "dobj" or noun.head.lemma_ not in reporting or doer.i != noun.head.i + 1 or doer.head.i != noun.i:
        return False
    return noun.tag_ == "NNS" and doer.pos_ == "PROPN"


def _tells(verb: Token) -> bool:
    """Whether a verb tells something: "the front, which he fears, | said that"; "the guard | conceded that", alone."""
    clause = any(c.dep_ == "relcl" and c.i < verb.i for c in verb.head.rights) and verb.nbor(-1).text == ","
    under = [g for p in verb.rights if p.lower_ == "under" for g in p.rights]  # "conceded under questioning | that"
    told = (c for v in (verb, *under) for c in v.rights if c.dep_ == "ccomp")
    return (clause or verb.head.dep_ == "ROOT") and any(m.lower_ == "that" for c in told for m in c.lefts)


def _is_timed(verb: Token) -> bool:
    """Whether a time stands between a noun and a verb, as before no participle: "Some 50 women | today | protested"."""
    time = verb.nbor(-1) if verb.i else verb
    return time.dep_ == "npadvmod" and time.head.i == verb.i and time.left_edge.i == verb.head.i + 1


def _not_participle(
    verb: Token, exploding: Collection[str], undergone: Collection[str], speaking: Collection[str]
) -> None:
    """ "Gunmen on motorbikes | killed nine villagers": the subject is the first noun, where it has no verb.

    "A bomb laid by rebels | exploded": only what did it explodes; "in a video, the front | boasted of it": `speaking`
    are verbs that are done to nobody. "Five raids | killed nine": a participle right behind its noun is left to be one,
    unless it needs somebody to be done to and has him.
    """
    tells = _tells(verb)
    if any(c.lower_ in PASSIVE for c in verb.children):
        return
    timed = _is_timed(verb) and verb.lemma_ not in undergone
    only = verb.lemma_ in speaking
    if not (tells or timed or only or has(verb, {"dobj"}) or verb.lemma_ in exploding):
        return
    noun = verb.head
    for _ in range(CLIMBED):
        over = noun.head.head
        if noun.dep_ == "pobj" and noun.head.dep_ == "agent" and over.dep_ in ("acl", "relcl"):
            noun = over.head
        elif noun.dep_ == "pobj" and noun.head.dep_ == "prep" and over.pos_ in ("NOUN", "PROPN"):
            noun = over
        else:
            break
    plain = noun.i == verb.head.i and not (tells or timed or only or (verb.lemma_ in undergone and has(verb, {"dobj"})))
    if plain or noun.dep_ != "ROOT":
        return
    later = [c for c in noun.children if c.i > verb.i]
    verb.tag_ = "VBD"
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"
    for child in later:
        child.head = verb
