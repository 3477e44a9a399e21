"""Whether a verb stands in the passive, also where no auxiliary says so ("Six arrested in Orsa").

Climbing is bounded by `REACH`.
"""

from __future__ import annotations

from spacy.tokens import Token

from allege.analyse.clauses.harm.captives import CAPTIVES
from allege.analyse.clauses.mistaken.undergoing import withholds
from allege.analyse.clauses.words import words
from allege.analyse.labels import SUBJECTS
from allege.extract.nouns import in_class, weapon_class
from allege.extract.once import Once
from allege.extract.roles.charges import is_charged
from allege.extract.roles.tree import REACH, VERBAL, children, objects_of, prepositional
from allege.extract.wordlists import word_list

UNDERGONE = word_list("undergone")
"""Verbs that need somebody or something for an object."""

HOLDING_SO = frozenset({"report", "fear", "believe", "presume", "think", "confirm", "assume", "list"})
"""Verbs by which somebody is held to be dead or taken: "feared | killed"."""

"""Bare nouns for what somebody is made by being taken; no object of the verb."""

AIMED = ("at", "on", "into", "toward", "towards")
AIMING = frozenset({"lash", "shell", "shoot", "stone", "storm"})
"""Verbs of harm that are aimed at somebody with such a preposition: "were beaten and | stoned on Monday" is not."""

DAMAGED = word_list("damaged")
"""Verbs of what is done to things."""

POSTS = frozenset({"convoy", "motorcade", "checkpoint", "outpost", "barracks", "base", "camp"})
"""Where armed men are, and what headlines say was attacked: "Governor's convoy attacked"."""

MISTREATED = UNDERGONE | DAMAGED | word_list("mistreated")
"""Verbs of what is done to people who are held, and to places that are taken."""


@Once
def is_passive(verb: Token) -> bool:
    """Whether `verb` stands in the passive: an auxiliary says so, or it is a past participle on a noun."""
    for _ in range(REACH):
        labels = {c.dep_ for c in verb.children}
        if labels & {"nsubjpass", "auxpass"}:
            return True
        if _is_reduced(verb) or _is_elliptic(verb) or _follows_being(verb):
            return True
        if not (verb.tag_ == "VBN" or _shares_auxiliary(verb)) or labels & {"nsubj", "aux"}:
            return False
        if verb.dep_ != "conj" or not _passes_on(verb.head):
            break
        if not _is_bare(verb):
            return False
        verb = verb.head
    found = verb.dep_ in ("xcomp", "ccomp") and (_is_found(verb.head) or _is_held_so(verb))
    among = verb.dep_ == "pobj" and verb.head.lower_ == "among"  # "among the | wounded was the mayor"
    after = verb.dep_ == "pcomp" and verb.tag_ == "VBN" and verb.head.lower_ in ("before", "after", "when")
    if found or among or verb.dep_ in ("acl", "amod") or any(c.dep_ == "agent" for c in verb.children):
        return True
    return (after or verb.dep_ in ("advcl", "ROOT", "oprd")) and not objects_of(verb)  # "thrown down before | shot"


def _passes_on(first: Token) -> bool:
    """Whether the verb before "and" is one whose passive the next may share."""
    if first.tag_ == "VBN" or _is_reduced(first) or _is_elliptic(first):
        return True
    return _shares_auxiliary(first) or _is_shot(first)


def _follows_being(verb: Token) -> bool:
    """Whether a participle goes on what somebody was: "has been under siege and | shelled by tanks"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or verb.head.lemma_ != "be" or not _is_bare(verb):
        return False
    labels = {c.dep_ for c in verb.children}
    return not labels & {"nsubj", "aux"} and (verb.lemma_ in MISTREATED or "agent" in labels)


def is_attributive(verb: Token) -> bool:
    """Whether a participle says what has become of a place, and is parsed as a clause: "in | occupied Velm"."""
    objects = children(verb, "dobj")
    return verb.dep_ == "pcomp" and verb.tag_ in ("VBD", "VBN") and len(objects) == 1 and objects[0].i == verb.i + 1


def _shares_auxiliary(verb: Token) -> bool:
    """Whether what looks like a past tense goes on a passive: "four guards were beaten, | robbed and taken hostage".

    Only verbs of what needs somebody to be done to, with nobody named and nothing aimed at.
    """
    if verb.tag_ != "VBD" or verb.dep_ != "conj" or verb.lemma_ not in MISTREATED or not _is_bare(verb):
        return False
    if any(c.dep_ in SUBJECTS or c.dep_ in ("aux", "ccomp", "xcomp") for c in verb.children):
        return False
    aims = verb.lemma_ in AIMING and any(t.ent_type_ != "DATE" for t in prepositional(verb, *AIMED))
    return verb.head.tag_ in ("VBN", "VBD") and not aims


def _is_bare(verb: Token) -> bool:
    """Whether a verb has no object but what somebody is taken for or denied: "taken | prisoner", "denied | access"."""
    if verb.tag_ == "VBN" and withholds(verb):
        return True
    return all(c.lower_ in CAPTIVES and not any(True for _ in c.children) for c in children(verb, "dobj"))


def _is_elliptic(verb: Token) -> bool:
    """A passive without its auxiliary: "one was killed and two injured", "Six arrested in Orsa"."""
    if verb.tag_ not in ("VBN", "VBD") or verb.dep_ == "relcl" or not _is_done_to(verb):
        return False
    labels = {c.dep_ for c in verb.children if c.dep_ != "dobj"} | {c.dep_ for c in objects_of(verb)}
    if "agent" in labels and "dobj" not in labels and verb.tag_ == "VBD":
        return True
    if verb.dep_ == "ccomp" and any(c.pos_ == "PRON" for c in children(verb, "nsubj")):
        return False
    shares = verb.dep_ == "conj" and verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.head.children)
    told = not shares and any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    if "xcomp" in labels and verb.lemma_ != "find":
        return False
    if "nsubj" not in labels or told or labels & {"aux", "auxpass", "dobj", "dative"}:
        return False
    only = verb.tag_ == "VBN" and verb.lower_ in ONLY_PARTICIPLES  # "clerk | slain | by gunfire named"
    return only or all(_object_free(c) for c in children(verb, "conj"))


ONLY_PARTICIPLES = frozenset({"slain", "beaten", "taken", "stolen", "shaken", "torn", "driven", "thrown", "blown"})
"""Participles that are no past tense."""


def _is_done_to(verb: Token) -> bool:
    """Whether what a verb tells is done to somebody, or here to its subject."""
    if verb.lemma_.lower() in UNDERGONE:
        return True
    return _is_shot(verb) or is_charged(verb) or _is_found(verb) or _is_hit(verb)


def _is_found(verb: Token) -> bool:
    """Whether somebody is found in a state: "Journalist found shot dead"."""
    return verb.lemma_ == "find" and any(
        c.dep_ in ("xcomp", "ccomp", "oprd", "acomp") and c.tag_ in ("VBN", "JJ") and c.left_edge.i == verb.i + 1
        for c in verb.children
    )


def _is_held_so(verb: Token) -> bool:
    """Whether somebody is held to have undergone it: "two guards reported killed", "nine feared drowned"."""
    return verb.tag_ == "VBN" and verb.head.lemma_ in HOLDING_SO and not children(verb, "aux", "dobj")


def _is_shot(verb: Token) -> bool:
    """Whether somebody is shot: "two men fatally shot at a vigil", not "guards shot at the crowd" or "in the air"."""
    if verb.lemma_ not in ("shoot", "stab") or objects_of(verb) or any(c.lower_ == "back" for c in verb.children):
        return False
    who = children(verb, "nsubj")
    armed = any(in_class(t, name) for t in who for name in ("armed", "police", "group"))
    aimed = any(in_class(t, "person") or t.pos_ == "PRON" for t in prepositional(verb, *AIMED))
    return not armed and not aimed


def _is_hit(verb: Token) -> bool:
    """Whether it tells what was done to a thing, which does nothing: "Clinic looted in Orsa"."""
    if verb.lemma_.lower() not in DAMAGED:
        return False
    who = children(verb, "nsubj")
    return bool(who) and all(t.lemma_.lower() in POSTS or _is_thing(t) for t in who)


def _is_thing(token: Token) -> bool:
    return in_class(token, "thing") and not in_class(token, "person") and not in_class(token, "armed")


def _object_free(conjunct: Token) -> bool:
    """Whether what is coordinated with a verb brings no object for both: none but a noun, a participle, or a clause."""
    alone = conjunct.tag_ == "VBN" and not objects_of(conjunct)
    return conjunct.pos_ not in VERBAL or alone or bool(children(conjunct, *SUBJECTS))


def _is_reduced(verb: Token) -> bool:
    """A participle on a noun, tagged as a past tense: "fighters armed, trained or sheltered by Kirelia came"."""
    by = bool(children(verb, "agent"))
    if verb.tag_ == "VBD" and verb.dep_ == "acl" and (by or verb.lemma_.lower() in UNDERGONE):
        return not objects_of(verb) and not children(verb, "nsubj", "aux")  # "nurses | abducted last week"
    if verb.tag_ != "VBD" or any(c.dep_ in ("dobj", "aux", "ccomp", "xcomp", "prep") for c in verb.children):
        return False
    return bool(shared_agent(verb))


def phrases_by(verb: Token) -> list[Token]:
    """The "by" of a passive; of a relative clause also one that the parser hung on its noun behind a comma.

    "One of the drivers who was abducted on Monday, presumably | by gunmen, was freed."
    """
    found = [by for by in children(verb, "agent", "prep") if by.lower_ == "by"]
    found = [by for by in found if not _is_beside(by) and not rules_out(by)]
    if not found:  # "struck with a rocket | by gunmen"
        tools = [tool for tool in prepositional(verb, "with") if weapon_class(tool)]
        found = [by for tool in tools for by in children(tool, "prep") if by.lower_ == "by"]
    if found or verb.dep_ != "relcl":
        return found
    noun = verb.head
    over = (noun, *((noun.head.head,) if noun.dep_ == "pobj" and noun.head.lower_ == "of" else ()))
    return [by for up in over for by in children(up, "prep", "agent") if by.lower_ == "by" and by.i > verb.i]


def rules_out(by: Token) -> bool:
    """Whether somebody is said not to have done it: "raided by agents, | not by | the police"."""
    return by.i > 0 and by.nbor(-1).lower_ == "not"


def _is_beside(by: Token) -> bool:
    """Whether "by" only says where or how: "shot dead | by | the side of a road", "adopted | by | nine votes", "removed
    | by | force".
    """
    things = children(by, "pobj")
    bare = any(t.lower_ in MANNER and not any(t.children) for t in things)
    return bare or any(where.lemma_.lower() in ROADSIDE | VOTES for where in things)


MANNER = frozenset({"air", "boat", "bus", "car", "force", "hand", "land", "mistake", "sea", "storm", "train"})
"""Bare nouns of how something is done."""


VOTES = frozenset({"vote", "majority", "margin", "ballot", "acclamation", "consensus", "abstention"})
"""By how many, and not by whom, a thing is adopted."""


ROADSIDE = frozenset({"bank", "edge", "roadside", "shore", "side", "wayside"})
"""What somebody lies by, and which does nothing."""


def shared_agent(verb: Token) -> list[Token]:
    """The agent that the last of some coordinated participles carries for all ("kidnapped and murdered by gunmen")."""
    for _ in range(REACH):
        other = next((c for c in children(verb, "conj") if c.tag_ == "VBN"), None)
        if other is None or children(other, "dobj", "nsubj", "nsubjpass", "auxpass"):
            return []  # "was burned but | is | guarded by soldiers"
        found = [p for by in children(other, "agent") for p in children(by, "pobj")]
        if found:
            return found
        verb = other
    return []


LOST = frozenset({"capture", "injure", "kill", "shoot", "wound"})
"""What befalls so many of somebody's own: "the army had nine men | killed | in the clash"."""


def is_caused(verb: Token) -> bool:
    """Whether somebody has it done to another: "the general had his deputy | poisoned"."""
    return verb.dep_ == "ccomp" and verb.tag_ == "VBN" and verb.head.lemma_ == "have" and bool(_whom(verb))


def causer(verb: Token) -> list[Token]:
    """Who has it done to another; nobody where somebody's own men were killed, or a part of him was hit."""
    if not is_caused(verb):
        return []
    (whom,) = _whom(verb)
    lost = verb.lemma_ in LOST and any(c.dep_ == "nummod" for c in whom.lefts)
    limb = any(c.dep_ == "poss" for c in whom.lefts) and whom.lemma_.lower() in words()["limbs"]
    return [] if lost or limb else children(verb.head, "nsubj")


def _whom(verb: Token) -> list[Token]:
    return children(verb, "nsubjpass")[:1]
