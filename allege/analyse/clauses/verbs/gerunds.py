"""Deeds that go by their gerund: in "Shelling continued near the mill" shelling is what continued.

The parser takes such a word, at the beginning of a sentence and right before its verb, for an auxiliary, the tagger for
a verb. It is made the noun that it is, and the verb's subject.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from allege.analyse.clauses.hanging import take_place
from allege.analyse.labels import ANY_SUBJECT, FINITE, SUBJECTS

TAKEN_FOR = frozenset({"aux", "auxpass", "nsubj", "csubj", "advcl", "amod"})


def name_deed(gerund: Token, lasting: Collection[str]) -> None:
    """Makes a gerund that begins a sentence the subject of the verb behind it, where it has that place alone.

    `lasting`: lemmas of verbs that also in the present tell what a deed does, and not what such deeds do as a rule.
    """
    if gerund.tag_ != "VBG" or gerund.dep_ not in TAKEN_FOR or gerund.i + 1 >= len(gerund.doc):
        return
    by = next((child for child in gerund.rights if child.dep_ == "agent"), None)
    verb = gerund.nbor() if by is None else gerund.head
    tells = verb.tag_ == "VBD" or (verb.tag_ == "VBZ" and verb.lemma_ in lasting)
    if not tells or verb.pos_ != "VERB" or gerund.head.i != verb.i or not _begins(gerund):
        return
    if any(child.dep_ in ANY_SUBJECT and child.i != gerund.i for child in verb.children):
        return
    gerund.tag_, gerund.pos_, gerund.lemma_, gerund.dep_ = "NN", "NOUN", gerund.lower_, "nsubj"
    if by is not None:
        by.dep_ = "prep"  # "Shelling | by the army | killed nine"


def name_headed(gerund: Token) -> None:
    """Makes the last word of a heading a noun: "New figures for the market | shelling", where figures shell nobody."""
    if gerund.tag_ != "VBG" or gerund.dep_ != "ROOT" or gerund.lower_ not in DEEDS or not gerund.i:
        return
    about = gerund.nbor(-1)
    over = about.head
    if about.dep_ != "pobj" or over.lower_ not in ("of", "for", "from", "after", "about", "on") or over.i > about.i:
        return
    noun = over.head
    if not any(c.dep_ == "det" for c in about.lefts) or noun.dep_ not in SUBJECTS or noun.head.i != gerund.i:
        return
    if any(t.tag_ in FINITE or t.dep_ in ("aux", "auxpass", "dobj") for t in gerund.sent):
        return
    take_place(noun, of=gerund)
    gerund.head, gerund.dep_, gerund.tag_, gerund.pos_, gerund.lemma_ = over, "pobj", "NN", "NOUN", gerund.lower_
    for child in list(about.lefts):
        child.head = gerund
    about.head, about.dep_ = gerund, "compound"
    for child in [c for c in gerund.children if c.dep_ == "punct"]:
        child.head = noun


def join_deed(gerund: Token) -> None:
    """Joins a gerund to the noun before its "and": "were killed in air raids and | shelling", who shelled nobody."""
    verb = gerund.head
    joint = gerund.nbor(-1) if gerund.i else gerund
    noun = joint.nbor(-1) if joint.i else joint
    if joint.dep_ != "cc" or joint.head.i != verb.i or noun.pos_ != "NOUN" or noun.dep_ != "pobj":
        return
    set_in = noun.head.dep_ in ("prep", "agent") and noun.head.head.i == verb.i
    alone = all(c.dep_ in ("prep", "punct", "det", "amod", "compound") for c in gerund.children)
    if set_in and alone and verb.tag_ != "VBG" and gerund.lower_ in DEEDS:
        gerund.head, joint.head = noun, noun
        gerund.tag_, gerund.pos_, gerund.lemma_ = "NN", "NOUN", gerund.lower_


def name_heard(gerund: Token) -> None:
    """Makes what somebody hears a noun: "I heard | shooting" shoots nobody."""
    if gerund.tag_ != "VBG" or gerund.dep_ not in ("xcomp", "ccomp") or gerund.head.lemma_ != "hear":
        return
    alone = not any(c.dep_ in (*ANY_SUBJECT, "dobj", "prt", "acomp", "xcomp", "ccomp") for c in gerund.children)
    if alone and gerund.i > gerund.head.i:
        gerund.tag_, gerund.pos_, gerund.lemma_, gerund.dep_ = "NN", "NOUN", gerund.lower_, "dobj"


def free_verb(gerund: Token) -> None:
    """Makes "The shelling affected Orsa", read as one name, a clause: the deed, its verb, and what it struck."""
    if not gerund.lower_.endswith("ing") or gerund.dep_ not in ("amod", "advmod", "compound") or not gerund.i:
        return
    if gerund.i + 1 >= len(gerund.doc) or gerund.nbor(-1).dep_ != "det" or not _begins(gerund.nbor(-1)):
        return
    verb = gerund.nbor()
    thing = verb.head
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ != "amod" or thing.dep_ != "ROOT":
        return
    if gerund.head.i not in (verb.i, thing.i):
        return
    if any(t.tag_ in FINITE or t.dep_ in ("aux", "auxpass") for t in gerund.sent if t.i != verb.i):
        return
    outside = [c for c in thing.children if c.i not in (gerund.i, verb.i) and c.dep_ in ("punct", "advcl")]
    before = [c for c in thing.children if c.i < gerund.i]
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBD", "VERB"
    thing.head, thing.dep_ = verb, "dobj"
    gerund.head, gerund.dep_, gerund.tag_, gerund.pos_, gerund.lemma_ = verb, "nsubj", "NN", "NOUN", gerund.lower_
    for child in before:
        child.head = gerund
    for child in outside:
        child.head = verb


def describe_subject(gerund: Token) -> None:
    """Makes a gerund what is said of those who undergo the rest: "Nurses | treating children | were chased away"."""
    verb = gerund.head
    noun = gerund.nbor(-1) if gerund.i else gerund
    if gerund.dep_ not in ("csubj", "csubjpass") or gerund.tag_ != "VBG" or verb.i < gerund.i:
        return
    if noun.head.i != gerund.i or noun.dep_ != "nsubj" or noun.tag_ not in ("NNS", "NNPS"):
        return
    if verb.tag_ == "VBZ" or any(c.tag_ == "VBZ" or c.lower_ == "was" for c in (verb, *verb.lefts)):
        return  # "Guards beating nurses | was a crime"
    noun.head, noun.dep_ = verb, "nsubjpass" if gerund.dep_ == "csubjpass" else "nsubj"
    gerund.head, gerund.dep_ = noun, "acl"


DEEDS = {
    "beating": "beat", "bombing": "bomb", "burning": "burn", "kidnapping": "kidnap", "killing": "kill",
    "shelling": "shell", "shooting": "shoot", "stabbing": "stab", "wounding": "wound",
}  # fmt: skip
"""Gerunds that taggers take for nouns, and their verbs."""


def free_denied(gerund: Token, answering: Collection[str], somebody: Collection[str]) -> None:
    """Makes "deny | kidnapping workers", read as one name, a verb and its object; `somebody`: nouns for people.

    `answering`: verbs of denying and owning up. In headlines no word need stand before one who is beaten: "Police deny
    | beating student leader".
    """
    if gerund.tag_ not in ("VBG", "NN") or gerund.dep_ not in ("amod", "compound") or not gerund.lower_.endswith("ing"):
        return
    thing = gerund.head
    verb = thing.head
    if thing.dep_ != "dobj" or verb.lemma_ not in answering or gerund.i != thing.left_edge.i:
        return
    bare = thing.tag_ == "NN" and gerund.i == verb.i + 1 and verb.tag_ in FINITE
    if not (thing.tag_ == "NNS" or bare) or thing.lemma_.lower() not in somebody:
        return
    behind = [c for c in verb.children if c.dep_ == "prep" and c.i > thing.i]
    gerund.head, gerund.dep_, gerund.tag_, gerund.pos_ = verb, "xcomp", "VBG", "VERB"
    gerund.lemma_ = DEEDS.get(gerund.lower_, gerund.lemma_)
    thing.head, thing.dep_ = gerund, "dobj"
    for child in behind:
        child.head = gerund


ON_THE_WAY = frozenset(
    {"advance", "depart", "flee", "invade", "maraud", "pass", "patrol", "protest", "rampage", "retreat", "return",
     "riot", "roam", "rove", "visit", "wander", "withdraw"}
)  # fmt: skip
"""Lemmas of what those do who come by; none of it is how a thing is done to somebody else."""


def describe_doer(gerund: Token) -> None:
    """Makes "plundered by | passing | columns", read as how it was done, say what the doers were about."""
    by = gerund.head
    doer = next((c for c in gerund.rights if c.dep_ == "dobj" and c.left_edge.i == gerund.i + 1 == c.i), None)
    if gerund.lemma_ not in ON_THE_WAY or by.dep_ != "agent" or by.i + 1 != gerund.i or doer is None:
        return
    doer.head, doer.dep_ = by, "pobj"
    gerund.head, gerund.dep_ = doer, "amod"
    for child in [c for c in gerund.rights if c.i > doer.i]:
        child.head = doer if child.dep_ == "prep" and child.lower_ == "of" else by.head


LOOKS = frozenset({"mounted", "masked", "armed", "hooded", "uniformed", "camouflaged"})
"""Participles of how people come or look."""


def describe_people(participle: Token) -> None:
    """Makes "when | mounted | police charged the crowd", read as a verb, say what police they were."""
    charged = next((c for c in participle.rights if c.dep_ == "ccomp"), None)
    if participle.lower_ not in LOOKS or charged is None or any(c.dep_ in SUBJECTS for c in participle.children):
        return
    people = next((c for c in charged.lefts if c.dep_ in SUBJECTS and c.i == participle.i + 1), None)
    if people is None:
        return
    take_place(charged, participle)
    for child in [c for c in participle.children if c.i != charged.i]:
        child.head = charged
    participle.head, participle.dep_, participle.pos_, participle.tag_ = people, "amod", "ADJ", "JJ"


ON_DUTY = frozenset(
    {"attack", "besiege", "blockade", "bombard", "guard", "invade", "patrol", "police", "raid", "search", "shell",
     "storm", "surround", "target"}
)  # fmt: skip
"""Lemmas of what forces are said to be doing, and which describes no streets, towns or houses."""


def free_progressive(gerund: Token) -> None:
    """Makes "guards were | patrolling Velm streets", read as what they were, a verb and its object."""
    thing = gerund.head
    be = thing.head
    if gerund.lemma_ not in ON_DUTY or thing.dep_ != "attr" or be.lemma_ != "be" or gerund.i != be.i + 1:
        return
    if gerund.i != thing.left_edge.i or not any(c.dep_ in SUBJECTS for c in be.lefts):
        return
    take_place(gerund, be)
    gerund.pos_, gerund.tag_ = "VERB", "VBG"
    for child in list(be.children):
        child.head = gerund
    thing.head, thing.dep_ = gerund, "dobj"
    be.head, be.dep_, be.pos_ = gerund, "aux", "AUX"


def give_doer(gerund: Token, pointing: Collection[str]) -> None:
    """Makes the noun between a verb and a gerund do it: "evidence points to | the front being behind it".

    `pointing`: lemmas of verbs behind which stands what is concluded.
    """
    first = gerund.left_edge
    if gerund.dep_ not in ("advcl", "pcomp") or not first.i or first.tag_ != "VBG":
        return
    noun = first.nbor(-1)
    over = noun.head
    if noun.dep_ != "pobj" or over.dep_ != "prep" or over.head.lemma_ not in pointing:
        return
    if gerund.head.i in (over.i, over.head.i):
        gerund.head, gerund.dep_ = over, "pcomp"
        noun.head = gerund
        noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in gerund.lefts) else "nsubj"


def _begins(token: Token) -> bool:
    """Whether nothing of its sentence stands before a word but blanks and quotation marks."""
    start = token.sent.start
    return all(t.is_space or t.is_quote for t in token.doc[start : token.i])
