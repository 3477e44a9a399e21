"""Small words taken for others: a full stop for a name, "outside" for an adjective, "whether or not" for a no."""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.clauses.mistaken.joints import JOINTS, mend_joint
from allege.analyse.labels import ANY_SUBJECT, has

TIL = frozenset({"until", "till"})
STOPS = frozenset({".", "!", "?"})
PLACING = frozenset({"outside", "inside"})
PARTICLES = frozenset({"off"})
CLOSING = frozenset({"cordon", "seal", "fence", "fend", "wall", "block"})
"""Verbs that have a particle and an object behind it: "sealed off the square"."""
KEPT = frozenset({"occupied", "controlled", "held", "ruled", "administered", "dominated"})
"""Participles of what is in somebody's hands."""
FEW = frozenset({"few", "many", "most", "some"})
COUNTED = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "conj"})


def mend_small(token: Token) -> None:
    """Mends the tag and the place of one such word."""
    word = token.lower_
    if word == "not":
        _deny_nothing(token)
    elif token.tag_ == "VBD" and token.dep_ == "acl" and _is_of_noun(token):
        token.tag_ = "VBN"  # "four officials | accused of it"
    elif word in PLACING and token.dep_ == "amod":
        _preposition(token)
    elif word == "offensive" and token.tag_ == "JJ":
        _campaign(token)
    elif word in JOINTS:
        mend_joint(token)
    elif word in PARTICLES and token.dep_ == "prep" and token.head.lemma_ in CLOSING:
        _particle(token)
    elif word == "more" and token.pos_ == "ADJ" and token.dep_ in COUNTED and _is_counted(token):
        token.tag_, token.pos_ = "NNS", "NOUN"  # "wounding three | more": so many people
    elif word == "more" and token.tag_ == "RBR":
        _others(token)
    elif word in ("was", "were") and token.pos_ == "AUX":
        _passive(token)
    elif word in KEPT and token.tag_ in ("VBD", "VBN"):
        _kept(token)
    elif token.tag_ in ("VBD", "VBN") and token.pos_ == "VERB" and word.endswith("s") and word != "was":
        _deeds(token)
    elif token.pos_ == "PROPN" and token.text in STOPS:
        token.tag_, token.pos_, token.dep_ = ".", "PUNCT", "punct"  # "near Orsa. | 3 killed": no name


SELVES = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself", "yourselves"})
DONE_TO = frozenset({"prep", "dobj", "dative"})


def stress(self: Token) -> None:
    """ "They fired on it | themselves |": who did it, stressed, behind whatever it was done to."""
    verb = self.head
    if self.lower_ in SELVES and self.dep_ == "dobj" and verb.pos_ == "VERB":
        between = [c for c in verb.rights if c.dep_ in DONE_TO and c.i < self.i]
        if any(c.dep_ != "prep" or c.right_edge.i > c.i for c in between):
            self.dep_ = "npadvmod"


def _deny_nothing(word: Token) -> None:
    """ "Whether or | not | they did it", and "| not | until May did they attack": then they did."""
    if word.i > 1 and [t.lower_ for t in word.doc[word.i - 2 : word.i]] == ["whether", "or"]:
        word.dep_ = "cc"
    elif word.dep_ == "neg" and word.i + 1 < len(word.doc) and word.nbor().lower_ in TIL:
        word.head, word.dep_ = word.nbor(), "advmod"


ASIDE = frozenset({"aside", "away"})


def mend_particle(token: Token) -> None:
    """Makes a word right behind a verb its particle, where it cannot be anything else: "brushed | aside | claims"."""
    verb = token.head
    if token.dep_ != "advmod" or verb.pos_ != "VERB" or verb.i + 1 != token.i:
        return
    if token.tag_ == "RP" or any(c.dep_ == "dobj" and c.left_edge.i == token.i + 1 for c in verb.rights):
        token.dep_ = "prt"


def deny_far(adjective: Token) -> None:
    """ "It is far from | clear | that", "anything but clear": what it is not."""
    preposition = adjective.head
    far = preposition.head if preposition.lower_ == "from" else preposition
    be = far.head
    if adjective.tag_ not in ("JJ", "VBN") or adjective.dep_ not in JUDGED:
        return
    if far.lower_ == "far" and (far.i + 1 != preposition.i or far.dep_ != "advmod"):
        return
    if far.lower_ == "anything" and (far.dep_ != "attr" or far.nbor().lower_ != "but"):
        return
    if far.lower_ not in FAR or be.lemma_ not in BEING or far.i < be.i or has(be, {"acomp"}):
        return
    if adjective.i != far.i + 2 or has(adjective, {"dobj"}):
        return
    adjective.head, adjective.dep_ = be, "acomp"
    far.head, far.dep_ = be, "neg"
    for told in [c for c in adjective.rights if c.dep_ == "ccomp"]:
        told.head = be


JUDGED = frozenset({"amod", "pobj", "pcomp"})
FAR = frozenset({"far", "anything"})
BEING = frozenset({"be", "remain", "seem", "appear", "look"})


def name_few(few: Token) -> None:
    """ "| Few | dispute that they burned it": who they are, and no dispute of a kind."""
    verb = few.head
    told = any(c.dep_ == "ccomp" and any(m.dep_ == "mark" for m in c.lefts) for c in verb.rights)
    named = few.lower_ in FEW and few.dep_ == "amod"
    if named and few.i + 1 == verb.i and verb.dep_ == "ROOT" and verb.tag_ in ("VBP", "VBD", "NN") and told:
        few.dep_, few.tag_, few.pos_ = "nsubj", "NNS", "NOUN"
        if verb.tag_ == "NN":
            verb.tag_, verb.pos_ = "VBP", "VERB"


def _is_of_noun(participle: Token) -> bool:
    """Whether what looks like a past tense on a noun can only be said of it: no subject, no object."""
    return not has(participle, {"nsubj", "nsubjpass", "dobj", "aux", "ccomp", "xcomp", "prt"})


def _is_counted(more: Token) -> bool:
    """Whether a number right before "more" says how many, of nobody who is named behind it."""
    number = more.nbor(-1) if more.i else more
    return number.dep_ == "nummod" and number.head.i == more.i and not any(True for _ in more.rights)


def _others(more: Token) -> None:
    """ "And two | more | injured": so many people, and not hurt more than others."""
    number, harm = more.nbor(-1) if more.i else more, more.head
    if number.tag_ == "CD" and number.dep_ == "nsubj" and number.head.i == harm.i == more.i + 1:
        more.dep_, more.tag_, more.pos_ = "nsubj", "NNS", "NOUN"
        number.head, number.dep_ = more, "nummod"
        if harm.tag_ == "JJ":
            harm.tag_, harm.pos_ = "VBN", "VERB"


def _passive(be: Token) -> None:
    """ "Was on Saturday night | killed by gunmen": what was done, and not where somebody was."""
    behind = [c for c in be.rights if not c.is_punct]
    if len(behind) < 2 or behind[0].dep_ != "prep" or any(c.dep_ in ("attr", "acomp") for c in behind):
        return
    when, verb = behind[0], behind[1]
    dated = any(t.ent_type_ in ("DATE", "TIME") for t in when.subtree)
    if not dated or verb.tag_ != "VBN" or verb.i != when.right_edge.i + 1 or verb.dep_ not in ("advcl", "acl", "ccomp"):
        return
    take_place(verb, be)
    for child in list(be.children):
        if child.i != verb.i:
            child.head = verb
            child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_
    be.head, be.dep_ = verb, "auxpass"


def _kept(participle: Token) -> None:
    """ "In Kirelian | occupied | Orsa": whose it is, and nobody who takes it there."""
    if participle.i < 2:
        return
    people, preposition = participle.nbor(-1), participle.nbor(-2)
    land = next((c for c in participle.rights if c.dep_ == "dobj"), None)
    if land is None or people.ent_type_ != "NORP" or people.dep_ != "pobj" or people.head.i != preposition.i:
        return
    if land.ent_type_ not in ("GPE", "LOC") or any(c.dep_ in ANY_SUBJECT for c in participle.lefts):
        return
    told = next((c for c in participle.lefts if c.dep_ == "ccomp"), None)
    if told is not None:
        take_place(told, participle)
        for child in [c for c in participle.children if c.i not in (told.i, land.i, people.i)]:
            child.head = told
    elif participle.dep_ == "ROOT" or preposition.head.i == participle.i:
        return
    land.head, land.dep_ = preposition, "pobj"
    participle.head, participle.dep_, participle.tag_ = land, "amod", "VBN"
    people.head, people.dep_ = participle, "npadvmod"


def _deeds(deeds: Token) -> None:
    """ "In car bomb | attacks": no past tense ends so."""
    weapon = deeds.nbor(-1) if deeds.i else deeds
    if weapon.pos_ == "NOUN" and weapon.dep_ in ("pobj", "dobj") and weapon.i not in {t.i for t in deeds.subtree}:
        deeds.head, deeds.dep_, deeds.tag_, deeds.pos_ = weapon.head, weapon.dep_, "NNS", "NOUN"
        for child in [weapon, *weapon.children]:
            child.head = deeds
        weapon.dep_ = "compound"


def _preposition(outside: Token) -> None:
    """ "Shot dead | outside | home": where, and no home of a kind."""
    home, verb = outside.head, outside.head.head
    alone = home.tag_ == "NN" and outside.i + 1 == home.i and all(c.i == outside.i for c in home.lefts)
    if alone and home.dep_ == "dobj" and verb.pos_ == "VERB" and verb.i < outside.i - 1:
        outside.head, outside.dep_, outside.tag_, outside.pos_ = verb, "prep", "IN", "ADP"
        home.head, home.dep_ = outside, "pobj"


def _campaign(offensive: Token) -> None:
    """ "Launches ground | offensive": what is launched, and no way of doing it."""
    ground = offensive.nbor(-1) if offensive.i else offensive
    if ground.dep_ != "dobj" or offensive.head.i not in (ground.i, ground.head.i) or ground.pos_ != "NOUN":
        return
    verb = ground.head
    offensive.head, offensive.dep_, offensive.tag_, offensive.pos_ = verb, "dobj", "NN", "NOUN"
    ground.head, ground.dep_ = offensive, "compound"
    for child in list(ground.children):
        child.head = offensive


def _particle(off: Token) -> None:
    """ "Cordoned | off | the square": a part of the verb, and the square its object."""
    thing = next((c for c in off.children if c.dep_ == "pobj"), None)
    if thing is not None and off.i == off.head.i + 1 and not any(c.dep_ == "dobj" for c in off.head.children):
        thing.head, thing.dep_ = off.head, "dobj"
        off.dep_, off.tag_ = "prt", "RP"


def bare_seen(verb: Token) -> None:
    """Makes "beat" in "watched wardens | beat | a boy" a bare infinitive, as whose past tense it is spelt."""
    seen = verb.head
    if verb.tag_ != "VBD" or verb.dep_ != "ccomp" or seen.lemma_ not in SEEING or verb.i < seen.i:
        return
    who = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if verb.lower_ != verb.lemma_ or who is None or who.lower_ in ("he", "she", "they", "we", "i"):
        return
    if verb.left_edge.i == seen.i + 1 and not any(c.dep_ in ("mark", "aux", "advmod") for c in verb.lefts):
        verb.tag_ = "VB"


SEEING = frozenset({"hear", "let", "make", "see", "watch"})
